import 'reflect-metadata';
import { pino } from 'pino';
import type { Logger } from 'typeorm';
import { type Config, readConfig } from '../../src/config.js';
import { openDatabase } from '../../src/database/open.js';
import { createServer, type RostrumServer } from '../../src/server.js';
import { authorization } from './credentials.js';
import { cloneDatabase } from './database.js';

export interface TestServer extends RostrumServer {
  databaseUrl: string;
  /** What the server has logged, from the level of its configuration on. */
  logged: Logged[];
  /** Posts a document, as an administrator unless other credentials (or none) are given; answers with data and errors as they came. */
  ask<Data = any>(
    document: string,
    variables?: object,
    language?: string,
    credentials?: Record<string, string>,
  ): Promise<{ data: Data; errors?: ToldError[]; status: number }>;
  /** The same, but an error fails the test. */
  data<Data = any>(document: string, variables?: object): Promise<Data>;
  /** Asks its database, past the server. */
  sql(text: string, ...values: unknown[]): Promise<any>;
  /** Every row of every table, to see that something changed nothing; but for the audit trail, which says that it was tried. */
  dump(): Promise<Record<string, Record<string, unknown>[]>>;
  stop(): Promise<void>;
}

export interface Logged {
  level: number;
  msg: string;
  id?: string;
  err?: { message: string };
}

export interface ToldError {
  message: string;
  path?: (string | number)[];
  extensions: { code: string; [detail: string]: unknown };
}

/** What is written of sessions without anybody's doing anything: not a change. */
const PASSING = `'{seen_at,connected_at,confirmed_at}'::text[]`;

/** A real server on a free port, over a database of its own. */
export async function startServer(settings: Partial<Config> = {}, logger?: Logger): Promise<TestServer> {
  const clone = await cloneDatabase();
  const config: Config = {
    ...readConfig({}),
    PORT: 0,
    DEMO: false,
    LOG_LEVEL: 'warn',
    DATABASE_URL: clone.url,
    ...settings,
  };
  const open = await openDatabase(config, { logger });
  const logged: Logged[] = [];
  const log = pino({ level: config.LOG_LEVEL }, { write: (line: string) => void logged.push(JSON.parse(line)) });
  const server = await createServer({ config, open, log });

  const ask: TestServer['ask'] = async (query, variables = {}, language = 'en', credentials = authorization) => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': language, ...credentials },
      body: JSON.stringify({ query, variables }),
    });
    return { ...((await response.json()) as { data: any }), status: response.status };
  };
  return {
    ...server,
    databaseUrl: clone.url,
    logged,
    ask,
    data: async (document, variables) => {
      const { data, errors } = await ask(document, variables);
      if (errors) throw new Error(JSON.stringify(errors));
      return data;
    },
    sql: (text, ...values) => open.database.query(text, values),
    dump: async () => {
      const named = open.database.entityMetadatas.map(({ tableName }) => tableName);
      const tables = named.filter((name) => !name.startsWith('audit_')).toSorted();
      const each = tables.map(
        (name) => `(SELECT json_agg(to_jsonb(t) - ${PASSING} ORDER BY t::text) FROM ${name} t) AS ${name}`,
      );
      return (await open.database.query(`SELECT ${each.join(', ')}`))[0];
    },
    stop: async () => {
      await server.close();
      await open.close();
      await clone.drop();
    },
  };
}
