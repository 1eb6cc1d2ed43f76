import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { letIn } from './credentials.js';

/** The database server of this test run, started by global-setup.mjs; its databases are cloned from one template. */
const TEMPLATE = 'rostrum_template';

const serverUrl = () => {
  const url = process.env.ROSTRUM_TEST_SERVER;
  if (!url) throw new Error('global-setup.mjs has not run');
  return new URL(url);
};

export async function ask(database: string, sql: string): Promise<pg.QueryResult> {
  const url = serverUrl();
  url.pathname = database;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A migrated database of its own, empty but for the administrator of the tests. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await ask('postgres', `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  const url = serverUrl();
  url.pathname = name;
  await letIn(url.href);
  return { url: url.href, drop: async () => void (await ask('postgres', `DROP DATABASE ${name} WITH (FORCE)`)) };
}
