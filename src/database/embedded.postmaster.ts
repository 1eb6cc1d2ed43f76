import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A running postmaster, PostgreSQL's parent process, as its lock file `postmaster.pid` tells it. */
interface Postmaster {
  pid: number;
  port: number;
}

const run = promisify(execFile);

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The postmaster that PostgreSQL noted in its lock file, whether or not it still runs. */
async function noted(file: string): Promise<Postmaster | undefined> {
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && port > 0 ? { pid, port } : undefined;
}

/** The postmaster that runs this cluster now, be it ours, another process's or a dead one's orphan. */
export async function runningPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const postmaster = await noted(join(cluster, 'postmaster.pid'));
  return postmaster && (await isPostmaster(postmaster.pid, cluster)) ? postmaster : undefined;
}

/**
 * Whether the process is a postmaster, as far as its command line tells, and not one of another
 * folder. A zombie, which a container without an init never reaps, has no command line and is not.
 */
export async function isPostmaster(pid: number, cluster: string): Promise<boolean> {
  const command = `${await commandOf(pid)} `;
  if (process.platform === 'win32') return command.includes('postgres.exe');
  if (!/^(.*\/)?postgres( -| *$)/.test(command)) return false;
  return command.includes(` -D ${cluster} `) || !command.includes(' -D /');
}

async function commandOf(pid: number): Promise<string> {
  const id = String(pid);
  const ask = async (program: string, ...args: string[]) => (await run(program, args)).stdout.trim();
  const answer =
    process.platform === 'linux'
      ? readFile(`/proc/${id}/cmdline`, 'utf8').then((text) => text.replaceAll('\0', ' ').trim())
      : process.platform === 'win32'
        ? ask('tasklist', '/FI', `PID eq ${id}`, '/NH', '/FO', 'CSV')
        : ask('ps', '-ww', '-o', 'command=', '-p', id);
  return answer.catch(() => '');
}

/**
 * PostgreSQL clears a lock file whose process is dead, but not one whose number now belongs to
 * another process of the same user (a restarted container deals out the same few numbers again).
 * The file is moved away and looked at again, so one that a faster starter has just written is put
 * back. Should even that go wrong, the shared memory of the first postmaster still bars a second.
 */
export async function clearReusedLock(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  const before = await noted(file);
  if (!before || !isAlive(before.pid) || (await isPostmaster(before.pid, cluster))) return;
  const aside = `${file}.stale-${process.pid}-${randomBytes(3).toString('hex')}`;
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  if ((await noted(aside))?.pid !== before.pid) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

/** Signals the postmaster. Windows has no signals: pg_ctl knows how PostgreSQL receives them there. */
export async function signalPostmaster(native: string, pid: number, signal: 'SIGINT' | 'SIGQUIT'): Promise<void> {
  if (process.platform !== 'win32') process.kill(pid, signal);
  else await run(join(native, 'bin', 'pg_ctl'), ['kill', signal.slice(3), String(pid)]);
}
