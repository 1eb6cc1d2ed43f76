import { type Context, createContext, type Services } from '../../../src/context.js';
import { openDatabase } from '../../../src/database/open.js';
import { createClock } from '../../../src/journal/clock.js';
import { given } from './serve.js';

/** What Rostrum's resolvers need to answer queries; nothing here writes or is live. */
export async function openContexts(): Promise<() => Context> {
  const { database } = await openDatabase({ DATABASE_URL: given.databaseUrl, DATA_DIR: '' });
  const services = { database, clock: createClock() } as Services;
  return () => createContext(services, 'zh');
}
