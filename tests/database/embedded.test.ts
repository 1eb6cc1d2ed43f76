import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { repairLinks } from '../../src/database/embedded.binaries.js';
import { endAll, newFolder, postmasterOf, query, start } from '../support/embedded.js';

const isRoot = process.getuid?.() === 0;

afterEach(endAll);

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
