import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../', import.meta.url));

const SERVER_CORE = '0';
const CLIENT_CORE = '1';
/** Linux counts CPU time in hundredths of a second, whatever the kernel's own tick. */
const MICROSECONDS_PER_TICK = 10_000;
const PAGE = 4096;

const succeeds = (command: string, args: string[]): boolean => {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** This process, and with it PostgreSQL, goes to the client's core. Answers whether cores can be told apart here. */
export const isPinned =
  availableParallelism() > 1 && succeeds('taskset', ['-a', '-c', '-p', CLIENT_CORE, String(process.pid)]);

export interface ServerProcess {
  port: number;
  /** CPU time used so far, user and system, all threads, in microseconds. */
  cpu(): number;
  /** Resident memory in bytes. */
  memory(): number;
  end(): Promise<void>;
}

/** Whatever ends the bench ends its servers. */
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

const fields = (pid: number): string[] => {
  const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
};

/** Starts a server on the server's core and waits until it says where it listens. */
export async function startProcess(
  script: string,
  args: string[],
  environment: Record<string, string> = {},
): Promise<ServerProcess> {
  const command = [process.execPath, `${root}dist/${script}`, ...args];
  if (isPinned) command.unshift('taskset', '-c', SERVER_CORE);
  const child = spawn(command[0]!, command.slice(1), {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const pid = child.pid!;
  let output = '';
  running.add(child);
  const exited = once(child, 'exit').then(() => running.delete(child));
  const listening = new Promise<number>((resolve) => {
    const read = (chunk: Buffer) => {
      if (output.length > 100_000) return;
      output += chunk;
      const port = /http:\/\/127\.0\.0\.1:(\d+)\/?\s/.exec(output)?.[1];
      if (port) resolve(Number(port));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
  });
  const port = await Promise.race([
    listening,
    exited.then(() => Promise.reject(new Error(`${script} ended: ${output}`))),
  ]);
  return {
    port,
    cpu: () => (Number(fields(pid)[11]) + Number(fields(pid)[12])) * MICROSECONDS_PER_TICK,
    memory: () => Number(fields(pid)[21]) * PAGE,
    async end() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
