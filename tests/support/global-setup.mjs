import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createDataSource, migrate } from '../../dist/src/database/data-source.js';
import { startEmbedded } from '../../dist/src/database/embedded.js';
import { findBrowser } from './browser-setup.mjs';

/** A browser, one PostgreSQL for the whole run, and a migrated template that each test file clones. */
export default async function setUp() {
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
