import { createRights } from '../../../src/access/rights.load.js';
import { everyone, inside } from '../../../src/access/viewer.js';
import { loadBoard } from '../../../src/board/board.load.js';
import { type Context, createContext, type Services } from '../../../src/context.js';
import { openDatabase } from '../../../src/database/open.js';
import { createClock } from '../../../src/journal/clock.js';
import { given } from './serve.js';

/** What Rostrum's resolvers need to answer queries, each from the database: nothing here writes, is live or is kept. */
export async function openContexts(): Promise<() => Context> {
  const { database } = await openDatabase({ DATABASE_URL: given.databaseUrl, DATA_DIR: '' });
  const live = { board: (meetingId: string) => loadBoard(database, meetingId) };
  const rights = createRights(database);
  const services = { database, rights, clock: createClock(), live, writeAs: () => undefined } as unknown as Services;
  // Whoever has not signed in, as those who ask Rostrum.
  return () => createContext(services, 'zh', { ...inside, viewer: everyone });
}
