import { type ChildProcess, execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import {
  chown,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Account, chooseAccount, launch, nativeFolder, ROOT_ADVICE } from './embedded.binaries.js';
import { isAlive } from './embedded.postmaster.js';

/** Where one cluster lives, and how its programs are run. */
export interface Site {
  /** The data folder of PostgreSQL, without symlinks, so that two starters name it alike. */
  cluster: string;
  log: string;
  native: string;
  account?: Account;
}

const PASSWORD_FILE = 'rostrum.password';
const run = promisify(execFile);

export async function prepareSite(dataDir: string): Promise<Site> {
  await mkdir(dataDir, { recursive: true });
  const folder = await realpath(dataDir);
  const [cluster, native] = [join(folder, 'postgres'), await nativeFolder()];
  const account = await chooseAccount(native, cluster);
  return { cluster, log: join(folder, 'postgres.log'), native, account };
}

/** Runs a program with its output at the end of the log, which only its owner may read. */
export async function launchLogged(
  site: Site,
  program: string,
  args: string[],
  options: { cwd: string; detached?: boolean },
): Promise<ChildProcess> {
  const log = await open(site.log, 'a', 0o600);
  try {
    const stdio: ['ignore', number, number] = ['ignore', log.fd, log.fd];
    return launch(site.account, join(site.native, 'bin', program), args, { ...options, stdio });
  } finally {
    await log.close();
  }
}

export async function logTail(site: Site): Promise<string> {
  const text = await readFile(site.log, 'utf8').catch(() => '');
  return `The end of ${site.log}:\n${text.trimEnd().split('\n').slice(-20).join('\n')}`;
}

/** Makes the cluster unless it is there, and returns the password of its owner, `rostrum`. */
export async function ensureCluster(site: Site, sync: boolean): Promise<string> {
  const { cluster, account } = site;
  await removeInterrupted(cluster);
  if (!existsSync(join(cluster, 'PG_VERSION'))) await initialise(site, sync);
  if (account && (await stat(cluster)).uid !== account.uid) {
    await run('chown', ['-R', `${account.uid}:${account.gid}`, cluster]);
  }
  return readFile(join(cluster, PASSWORD_FILE), 'utf8');
}

/**
 * The cluster is made in a folder beside its place and moved there when it is whole, password
 * included: a start that is killed half-way leaves nothing that looks like a cluster. Of two starters
 * the slower one fails to move its own over the first one's, and uses that.
 */
async function initialise(site: Site, sync: boolean): Promise<void> {
  const { cluster, account } = site;
  const workshop = await mkdtemp(`${cluster}.new-${process.pid}-`);
  try {
    const [data, password] = [join(workshop, 'data'), join(workshop, 'password')];
    await writeFile(password, randomBytes(24).toString('hex'), { mode: 0o600, flush: true });
    for (const path of account ? [password, workshop] : []) {
      await chown(path, account?.uid ?? 0, account?.gid ?? 0).catch((cause) => {
        throw new Error(ROOT_ADVICE, { cause });
      });
    }
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const access = ['--username=rostrum', `--pwfile=${password}`, '--auth=scram-sha-256'];
    const rest = ['--no-instructions', ...(sync ? [] : ['--no-sync']), '-D', data];
    const child = await launchLogged(site, 'initdb', [...locale, ...access, ...rest], { cwd: workshop });
    const [code] = await once(child, 'exit');
    if (code !== 0) throw new Error(`initdb failed. ${await logTail(site)}`);
    await rename(password, join(data, PASSWORD_FILE));
    await rename(data, cluster).catch((error) => {
      if (!existsSync(join(cluster, 'PG_VERSION'))) throw error;
    });
  } finally {
    await rm(workshop, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Half-made clusters of starters that are gone. Failing to remove one only costs its space. */
async function removeInterrupted(cluster: string): Promise<void> {
  for (const name of await readdir(dirname(cluster))) {
    const [, pid] = /^postgres\.new-(\d+)-/.exec(name) ?? [];
    if (!pid || isAlive(Number(pid))) continue;
    const leftover = join(dirname(cluster), name);
    await rm(leftover, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
  }
}
