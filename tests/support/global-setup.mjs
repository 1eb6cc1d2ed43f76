import 'reflect-metadata';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { findBrowser } from './browser-setup.mjs';

/** The tests as JavaScript, a browser, one PostgreSQL for the whole run, and a migrated template that each test file clones. */
export default async function setUp() {
  compile();
  const { createDataSource, migrate } = await import('../../dist/src/database/data-source.js');
  const { startEmbedded } = await import('../../dist/src/database/embedded.js');
  await findBrowser();
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-test-'));
  const embedded = await startEmbedded(folder, { settings: { fsync: 'off', max_connections: '500' } });
  const client = new pg.Client({ connectionString: embedded.url });
  await client.connect();
  await client.query('CREATE DATABASE rostrum_template');
  await client.end();

  const url = new URL(embedded.url);
  url.pathname = 'rostrum_template';
  const database = createDataSource(url.href);
  await database.initialize();
  await migrate(database);
  await database.destroy();

  url.searchParams.delete('application_name');
  process.env.ROSTRUM_TEST_SERVER = url.href;
  globalThis.stopTestServer = async () => {
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

/** What has not changed is not compiled again. */
function compile() {
  try {
    execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tests'], { encoding: 'utf8' });
  } catch ({ stdout, message }) {
    throw new Error(`The tests don’t compile: ${stdout || message}`);
  }
}
