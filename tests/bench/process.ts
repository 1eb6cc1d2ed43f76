import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Inspector, LISTENING, openInspector } from '../support/inspector.js';

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
  /** Throws away what is unused, so that the memory is what is needed and not what was left lying. */
  collect(): Promise<void>;
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
  // Whoever wants to look into it finds a port of its own.
  const command = [process.execPath, '--inspect-port=127.0.0.1:0', `${root}dist/${script}`, ...args];
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
  const said = (pattern: RegExp) =>
    new Promise<string>((resolve) => {
      const look = () => {
        const found = pattern.exec(output)?.[1];
        if (found) resolve(found);
      };
      for (const stream of [child.stdout, child.stderr]) stream.on('data', look);
    });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const ended = exited.then((): never => {
    throw new Error(`${script} ended: ${output}`);
  });
  ended.catch(() => undefined);
  const port = await Promise.race([said(/http:\/\/127\.0\.0\.1:(\d+)\/?\s/).then(Number), ended]);
  let inspector: Promise<Inspector> | undefined;
  const open = () => {
    const address = Promise.race([said(LISTENING), ended]);
    child.kill('SIGUSR1');
    return address.then(openInspector);
  };
  return {
    port,
    cpu: () => (Number(fields(pid)[11]) + Number(fields(pid)[12])) * MICROSECONDS_PER_TICK,
    memory: () => Number(fields(pid)[21]) * PAGE,
    async collect() {
      inspector ??= open();
      await (await inspector).collect();
    },
    async end() {
      child.kill('SIGKILL');
      await exited;
      void inspector?.then(({ close }) => close());
    },
  };
}
