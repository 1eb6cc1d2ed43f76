import type { DataSource, EntityManager } from 'typeorm';
import type { Attempts } from './access/attempts.js';
import type { Visit } from './access/viewer.js';
import type { Audit, Fact } from './audit/audit.js';
import type { Board } from './board/board.type.js';
import type { Config } from './config.js';
import { refusalOf } from './database/constraints.js';
import type { Tongue } from './doors/present.js';
import type { Clock } from './journal/clock.js';
import type { EntryRow } from './journal/journal.load.js';
import type { Write } from './journal/write.js';
import type { Live } from './live/live.js';
import { createLoaders, type Loaders } from './loaders.js';
import type { Turnstile } from './slip/turnstile.js';

/** What lasts as long as the server does. */
export interface Services {
  config: Config;
  database: DataSource;
  writeAs: (visit: Visit) => Write;
  live: Live<Board, EntryRow>;
  clock: Clock;
  audit: Audit;
  attempts: Attempts;
  /** Where those who enter with a slip go through, a few at a time. */
  turnstile: Turnstile;
  /** Address under which people reach this server, such as http://127.0.0.1:4000 */
  publicUrl: () => string;
}

/** What a resolver is given: the services, who is asking, and loaders of the operation's own. */
export interface Context extends Services {
  tongue: Tongue;
  visit: Visit;
  load: Loaders;
  /** The writer of what belongs to a meeting, in the name of who is asking. */
  write: Write;
  /** Whatever else changes something: one transaction, with its line in the audit trail. `work` may complete the fact. */
  act<T>(fact: Fact, work: (manager: EntityManager, fact: Fact) => Promise<T>): Promise<T>;
}

export function createContext(services: Services, tongue: Tongue, visit: Visit): Context {
  const { database, audit } = services;
  return {
    ...services,
    tongue,
    visit,
    load: createLoaders(database),
    write: services.writeAs(visit),
    act: (given, work) =>
      database
        .transaction(async (manager) => {
          const fact = { ...given };
          const result = await work(manager, fact);
          await audit.record(manager, visit, fact);
          return result;
        })
        .catch((error) => {
          throw refusalOf(error) ?? error;
        }),
  };
}
