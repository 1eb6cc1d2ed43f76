import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource, Logger } from 'typeorm';
import type { Config } from '../config.js';
import { isUnavailable } from './constraints.js';
import { createDataSource, migrate } from './data-source.js';
import { startEmbedded } from './embedded.js';

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
  const own = DATABASE_URL === '' ? await startEmbedded(DATA_DIR) : null;
  const url = own?.url ?? DATABASE_URL;
  try {
    const database = createDataSource(url, settings);
    await connect(database);
    await migrate(database);
    const close = async () => {
      await database.destroy();
      await own?.stop();
    };
    return { database, url, close };
  } catch (error) {
    await own?.stop();
    throw error;
  }
}

async function connect(database: DataSource): Promise<void> {
  const deadline = performance.now() + PATIENCE;
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
