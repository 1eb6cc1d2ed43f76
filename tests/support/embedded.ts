import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { type EmbeddedOptions, startEmbedded } from '../../src/database/embedded.js';
import { isPostmaster, runningPostmaster } from '../../src/database/embedded.postmaster.js';

const settings = { fsync: 'off' };
const folders: string[] = [];
export const children: ChildProcess[] = [];

export async function until<T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; await delay(20)) {
    const seen = await look();
    if (seen) return seen;
  }
  throw new Error(`Waited in vain: ${what}`);
}

export async function newFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'rostrum-embedded-')));
  folders.push(folder);
  return folder;
}

export const start = (folder: string, options: EmbeddedOptions = {}) => startEmbedded(folder, { settings, ...options });
export const postmasterOf = (folder: string) => runningPostmaster(join(folder, 'postgres'));

export async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

/** A server process of its own, which prints the address it was given and stops the database on SIGTERM. */
export async function startProcess(folder: string): Promise<{ child: ChildProcess; url: string }> {
  const compiled = pathToFileURL(join(process.cwd(), 'dist/src/database/embedded.js')).href;
  const script = `
    import { startEmbedded } from '${compiled}';
    const database = await startEmbedded(process.argv[1], { settings: ${JSON.stringify(settings)} });
    process.once('SIGTERM', () => database.stop().then(() => process.exit()));
    console.log(database.url);`;
  const args = ['--input-type=module', '-e', script, folder];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  let said = '';
  child.stdout?.on('data', (chunk) => {
    said += chunk;
  });
  const url = await until('the server process prints its address', async () => {
    if (child.exitCode !== null) throw new Error('The server process ended.');
    return said.includes('\n') && said.trim();
  });
  return { child, url };
}

export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

/** Ends whatever was started, and leaves no folder. */
export async function endAll(): Promise<void> {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) {
    const postmaster = await postmasterOf(folder);
    if (postmaster) {
      process.kill(postmaster.pid, 'SIGQUIT');
      await until('PostgreSQL ends', async () => !(await isPostmaster(postmaster.pid, join(folder, 'postgres'))));
    }
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
