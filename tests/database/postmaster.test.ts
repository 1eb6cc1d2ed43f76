import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { isPostmaster } from '../../src/database/embedded.postmaster.js';
import {
  children,
  end,
  endAll,
  newFolder,
  postmasterOf,
  query,
  start,
  startProcess,
  until,
} from '../support/embedded.js';

const portOf = (url: string) => Number(new URL(url).port);

afterEach(endAll);

describe('the embedded database', () => {
  it('[D2] is found again, still running, after the server that started it was killed', async () => {
    const folder = await newFolder();
    const { child, url } = await startProcess(folder);
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
    const servers = await Promise.all([startProcess(folder), startProcess(folder), startProcess(folder)]);
    await query(servers[0].url, 'CREATE TABLE note AS SELECT 7 AS number');
    for (const { url } of servers) expect(await query(url, 'SELECT number FROM note')).toEqual([7]);
    expect((await readdir(folder)).sort()).toEqual(['postgres', 'postgres.log']);

    await Promise.all(servers.map(({ child }) => end(child, 'SIGTERM')));
    expect(await postmasterOf(folder)).toBeUndefined();
  });

  it('[D7] goes on while another server or a visitor uses it, and stops with the last', async () => {
    const folder = await newFolder();
    const mine = await start(folder);
    const theirs = await startProcess(folder);
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
    const { child, url } = await startProcess(folder);
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
    const crashed = await startProcess(folder);
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
});
