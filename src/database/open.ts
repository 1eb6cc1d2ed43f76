import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource, Logger } from 'typeorm';
import type { Config } from '../config.js';
import { isUnavailable } from './constraints.js';
import { createDataSource, migrate } from './data-source.js';
import { type EmbeddedDatabase, startEmbedded } from './embedded.js';
import { recognise } from './incarnation.js';

export interface OpenDatabase {
  database: DataSource;
  url: string;
  close(): Promise<void>;
}

interface Settings {
  onConnectionLost?: (error: Error) => void;
  logger?: Logger;
}

/** How long a server given by DATABASE_URL may take to come up. */
const PATIENCE = 30_000;

/** The database, migrated: the server that DATABASE_URL names, or our own PostgreSQL. */
export async function openDatabase(
  { DATABASE_URL, DATA_DIR }: Pick<Config, 'DATABASE_URL' | 'DATA_DIR'>,
  settings: Settings = {},
): Promise<OpenDatabase> {
  const own =
    DATABASE_URL === '' ? await startEmbedded(DATA_DIR).catch(blaming(`DATA_DIR=${JSON.stringify(DATA_DIR)}`)) : null;
  const url = own?.url ?? DATABASE_URL;
  const database = createDataSource(url, settings);
  try {
    const deadline = performance.now() + PATIENCE;
    await (own ? connect(database, deadline) : connect(database, deadline).catch(blaming('DATABASE_URL')));
    await writable(database, deadline);
    await migrate(database);
    await recognise(database);
    return { database, url, close: () => close(database, own) };
  } catch (error) {
    await close(database, own);
    throw error;
  }
}

/** What the system says names the setting; it may hold a password, which is not repeated. [G15] */
const blaming = (setting: string) => (error: NodeJS.ErrnoException & { errors?: Error[] }) => {
  if (error.code === undefined) throw error;
  // Node tries every address of a host, and says of the whole nothing.
  const [said] = [error.message, error.errors?.[0]?.message, error.code].filter((one) => one);
  throw new Error(`${setting}: ${said}`, { cause: error });
};

/** Our own PostgreSQL is stopped even if the connections to it can't be closed. */
async function close(database: DataSource, own: EmbeddedDatabase | null): Promise<void> {
  try {
    if (database.isInitialized) await database.destroy();
  } finally {
    await own?.stop();
  }
}

async function connect(database: DataSource, deadline: number): Promise<void> {
  while (true) {
    try {
      await database.initialize();
      return;
    } catch (error) {
      if (!isUnavailable(error) || performance.now() > deadline) throw error;
      await delay(250);
    }
  }
}

/** A server that recovers from its log already answers, but can't be written yet, nor say which history it will have. */
async function writable(database: DataSource, deadline: number): Promise<void> {
  while ((await database.query('SELECT pg_is_in_recovery() AS recovers'))[0].recovers) {
    if (performance.now() > deadline)
      throw new Error(
        'The database only follows another one (pg_is_in_recovery): Rostrum needs one that it can write.',
      );
    await delay(250);
  }
}
