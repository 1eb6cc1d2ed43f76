import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import 'reflect-metadata';
import type { DataSource, Logger } from 'typeorm';
import { createDataSource, migrate } from '../../src/database/data-source.js';
import { ask as askDatabase } from '../support/database.js';

describe('migrations', () => {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const url = new URL(process.env.ROSTRUM_TEST_SERVER!);
  let database: DataSource;
  const quiet = () => undefined;
  const logger: Logger = {
    logQuery: quiet,
    logQueryError: quiet,
    logQuerySlow: quiet,
    logSchemaBuild: quiet,
    logMigration: quiet,
    log: quiet,
  };
  beforeAll(async () => {
    await askDatabase('postgres', `CREATE DATABASE ${name}`);
    url.pathname = name;
    database = await createDataSource(url.href, { logger }).initialize();
  });
  afterAll(async () => {
    await database.destroy();
    await askDatabase('postgres', `DROP DATABASE ${name} WITH (FORCE)`);
  });

  const tables = async (): Promise<string[]> => {
    const rows = await database.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename");
    return rows.map(({ tablename }: { tablename: string }) => tablename);
  };
  const applied = async (): Promise<number> => (await database.query('SELECT id FROM migrations')).length;
  const drift = async () => (await database.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query);
  const entities = () => database.entityMetadatas.map(({ tableName }) => tableName);

  it('four servers that start at once on an empty database migrate it once', async () => {
    expect(await tables()).toEqual([]);
    const servers = await Promise.all(Array.from({ length: 4 }, () => createDataSource(url.href).initialize()));
    await Promise.all(servers.map(migrate));
    expect(await applied()).toBe(database.migrations.length);
    expect(await tables()).toEqual([...entities(), 'migrations', 'rate_limit'].toSorted());
    await Promise.all(servers.map(migrate));
    expect(await applied()).toBe(database.migrations.length);
    await Promise.all(servers.map((server) => server.destroy()));
  });

  it('make exactly the schema that the entities describe', async () => {
    expect(await drift()).toEqual([]);
    await database.query('ALTER TABLE person DROP COLUMN post');
    expect((await drift()).join()).toContain('"post"');
    await database.query('ALTER TABLE person ADD COLUMN post text NOT NULL');
    expect(await drift()).toEqual([]);
  });

  it('can be taken back to an empty database and made again', async () => {
    for (const _ of database.migrations) await database.undoLastMigration({ transaction: 'all' });
    expect(await tables()).toEqual(['migrations']);
    expect(await applied()).toBe(0);
    await migrate(database);
    expect(await tables()).toEqual([...entities(), 'migrations', 'rate_limit'].toSorted());
    expect(await drift()).toEqual([]);
  });

  it('leave nothing half-done when one fails', async () => {
    for (const _ of database.migrations) await database.undoLastMigration({ transaction: 'all' });
    await database.query('CREATE TABLE receipt (idempotency_key text)');
    await expect(migrate(database)).rejects.toThrow(/already exists/);
    expect(await tables()).toEqual(['migrations', 'receipt']);
    await database.query('DROP TABLE receipt');
    await migrate(database);
    expect(await drift()).toEqual([]);
  });
});
