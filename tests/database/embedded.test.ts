import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { repairLinks } from '../../src/database/embedded.binaries.js';
import { type EmbeddedOptions, startEmbedded } from '../../src/database/embedded.js';
import { isPostmaster, runningPostmaster } from '../../src/database/embedded.postmaster.js';

const settings = { fsync: 'off' };
const isRoot = process.getuid?.() === 0;
const folders: string[] = [];
const children: ChildProcess[] = [];

async function until<T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; await delay(20)) {
    const seen = await look();
    if (seen) return seen;
  }
  throw new Error(`Waited in vain: ${what}`);
}

async function newFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'rostrum-embedded-')));
  folders.push(folder);
  return folder;
}

const start = (folder: string, options: EmbeddedOptions = {}) => startEmbedded(folder, { settings, ...options });
const postmasterOf = (folder: string) => runningPostmaster(join(folder, 'postgres'));
const portOf = (url: string) => Number(new URL(url).port);

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

/** A server process of its own, which prints the address it was given and stops the database on SIGTERM. */
async function startServer(folder: string): Promise<{ child: ChildProcess; url: string }> {
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

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) {
    const postmaster = await postmasterOf(folder);
    if (postmaster) {
      process.kill(postmaster.pid, 'SIGQUIT');
      await until('PostgreSQL ends', async () => !(await isPostmaster(postmaster.pid, join(folder, 'postgres'))));
    }
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** Whether anybody may enter the folder and all folders above it. */
async function isOpen(folder: string): Promise<boolean> {
  const { mode } = await stat(folder);
  return (mode & 1) === 1 && (folder === '/' || isOpen(dirname(folder)));
}

describe('the embedded database', () => {
  it('[D1] starts on an empty folder and, stopped and started again, still has what was committed', async () => {
    const folder = await newFolder();
    const first = await start(folder);
    await query(first.url, "CREATE TABLE note AS SELECT 'žluť' AS text");
    const facts = `SELECT current_database(), current_setting('server_encoding'), current_setting('TimeZone'),
      current_setting('data_checksums'), current_setting('unix_socket_directories'), upper('žluť')`;
    expect(await query(first.url, facts)).toEqual(['rostrum', 'UTF8', 'UTC', 'on', '', 'ŽLUŤ']);
    await first.stop();
    expect(await postmasterOf(folder)).toBeUndefined();

    const second = await start(folder);
    expect(await query(second.url, 'SELECT text FROM note')).toEqual(['žluť']);
    await second.stop();
  });

  it('[D2] is found again, still running, after the server that started it was killed', async () => {
    const folder = await newFolder();
    const { child, url } = await startServer(folder);
    await query(url, 'CREATE TABLE note AS SELECT 42 AS number');
    const orphan = await postmasterOf(folder);
    await end(child, 'SIGKILL');

    const next = await start(folder);
    expect(await postmasterOf(folder)).toEqual(orphan);
    expect(await query(next.url, 'SELECT number FROM note')).toEqual([42]);
    await next.stop();
    expect(await postmasterOf(folder)).toBeUndefined();
  });

  it('[D3] is one and the same for servers that start on an empty folder at once', async () => {
    const folder = await newFolder();
    const servers = await Promise.all([startServer(folder), startServer(folder), startServer(folder)]);
    await query(servers[0].url, 'CREATE TABLE note AS SELECT 7 AS number');
    for (const { url } of servers) expect(await query(url, 'SELECT number FROM note')).toEqual([7]);
    expect((await readdir(folder)).sort()).toEqual(['postgres', 'postgres.log']);

    await Promise.all(servers.map(({ child }) => end(child, 'SIGTERM')));
    expect(await postmasterOf(folder)).toBeUndefined();
  });

  it('[D4] is made anew when the making of it was interrupted', async () => {
    const folder = await newFolder();
    const gone = spawn(process.execPath, ['-e', ''], { stdio: 'ignore' });
    await once(gone, 'exit');
    const half = join(folder, `postgres.new-${gone.pid}-abcdef`);
    await mkdir(join(half, 'data'), { recursive: true });
    await writeFile(join(half, 'data', 'PG_VERSION'), '18\n');

    const database = await start(folder);
    expect(await query(database.url, 'SELECT 1')).toEqual([1]);
    expect(existsSync(half)).toBe(false);
    await database.stop();
  });

  it('[D5] keeps its password in a file that nobody else may read, and lets nobody in without it', async () => {
    const folder = await newFolder();
    const database = await start(folder);
    const secret = new URL(database.url).password;
    const file = join(folder, 'postgres', 'rostrum.password');
    expect(await readFile(file, 'utf8')).toBe(secret);
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
    await expect(query(database.url.replace(secret, 'wrong'), 'SELECT 1')).rejects.toThrow(/password/);
    await database.stop();
  });

  (isRoot ? it : it.skip)('[D6] never runs as root, in an open folder or in one only root can enter', async () => {
    // Where the program itself lies in a closed folder, it takes the capability to reach it, whatever the data's folder is.
    for (const [mode, capabilities] of [
      [0o755, (await isOpen(process.cwd())) ? 0 : 2],
      [0o700, 2],
    ] as const) {
      const folder = await newFolder();
      await chmod(folder, mode);
      const inner = join(folder, 'data');
      const database = await start(inner);
      const status = await readFile(`/proc/${(await postmasterOf(inner))?.pid}/status`, 'utf8');
      expect(Number(/^Uid:\t(\d+)/m.exec(status)?.[1])).toBeGreaterThan(0);
      expect(Number.parseInt(/^CapEff:\t(\w+)/m.exec(status)?.[1] ?? '', 16)).toBe(capabilities);
      expect(await query(database.url, 'SELECT 1')).toEqual([1]);
      await database.stop();
    }
  });

  it('[D7] goes on while another server or a visitor uses it, and stops with the last', async () => {
    const folder = await newFolder();
    const mine = await start(folder);
    const theirs = await startServer(folder);
    await mine.stop();
    await mine.stop();
    expect(await query(theirs.url, 'SELECT 1')).toEqual([1]);
    await end(theirs.child, 'SIGTERM');
    expect(await postmasterOf(folder)).toBeUndefined();

    const again = await start(folder);
    const visitor = new pg.Client({ connectionString: again.url.replace(/\?.*/, '') });
    await visitor.connect();
    await again.stop();
    expect((await visitor.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await visitor.end();
    await (await start(folder)).stop();
    expect(await postmasterOf(folder)).toBeUndefined();
  });

  it('[D8] can be started again on the port it had, and a stop without a database just ends', async () => {
    const folder = await newFolder();
    const endDatabase = async () => process.kill((await postmasterOf(folder))?.pid ?? 0, 'SIGINT');
    // A server that lived on would start its database again itself.
    const { child, url } = await startServer(folder);
    await end(child, 'SIGKILL');
    await endDatabase();
    await until('PostgreSQL ends', async () => !(await postmasterOf(folder)));

    const second = await start(folder, { port: portOf(url) });
    expect(portOf(second.url)).toBe(portOf(url));
    expect(await query(url, 'SELECT 1')).toEqual([1]);
    await endDatabase();
    await second.stop();
    await until('PostgreSQL ends', async () => !(await postmasterOf(folder)));
  });

  it('[D9] starts after a crash of the machine, even if its process number is another program now', async () => {
    const folder = await newFolder();
    const crashed = await startServer(folder);
    await query(crashed.url, 'CREATE TABLE note AS SELECT 9 AS number');
    await end(crashed.child, 'SIGKILL');
    const lock = join(folder, 'postgres', 'postmaster.pid');
    const { pid } = (await postmasterOf(folder)) ?? { pid: 0 };
    const { uid, gid } = await stat(lock);
    const before = await readFile(lock, 'utf8');
    process.kill(pid, 'SIGKILL');
    await until('PostgreSQL ends', async () => !(await isPostmaster(pid, join(folder, 'postgres'))));

    const other = spawn('sleep', ['60'], { stdio: 'ignore', cwd: '/', uid, gid });
    children.push(other);
    await once(other, 'spawn');
    await writeFile(lock, before.replace(/^\d+/, String(other.pid)));
    const database = await start(folder);
    expect(await query(database.url, 'SELECT number FROM note')).toEqual([9]);
    expect((await readdir(join(folder, 'postgres'))).filter((name) => name.includes('stale'))).toEqual([]);
    await database.stop();
  });

  it('[D10] says why it cannot start, with the end of its log', async () => {
    const folder = await newFolder();
    await expect(start(folder, { settings: { shared_buffers: 'plenty' } })).rejects.toThrow(
      /postgres\.log:[\s\S]*invalid value for parameter "shared_buffers"/,
    );
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' ? address?.port : 0;
    await expect(start(folder, { port })).rejects.toThrow(/Address already in use/);
    taken.close();
    await (await start(folder)).stop();
  });

  it('[D11] makes the library links that an install without scripts leaves out', async () => {
    const folder = join(await newFolder(), 'native');
    await mkdir(join(folder, 'lib'), { recursive: true });
    await writeFile(join(folder, 'lib', 'libx.so.6.18'), 'x');
    const links = [{ source: 'native/lib/libx.so.6.18', target: 'native/lib/libx.so.6' }];
    await writeFile(join(folder, 'pg-symlinks.json'), JSON.stringify(links));
    await Promise.all([repairLinks(folder), repairLinks(folder)]);
    await repairLinks(folder);
    expect(await readFile(join(folder, 'lib', 'libx.so.6'), 'utf8')).toBe('x');
  });
});
