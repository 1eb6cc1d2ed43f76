import type { DataSource } from 'typeorm';
import type { Board } from './board/board.type.js';
import type { Tongue } from './doors/present.js';
import type { Clock } from './journal/clock.js';
import type { EntryRow } from './journal/journal.load.js';
import type { Write } from './journal/write.js';
import type { Live } from './live/live.js';
import { createLoaders, type Loaders } from './loaders.js';

/** What lasts as long as the server does. */
export interface Services {
  database: DataSource;
  write: Write;
  live: Live<Board, EntryRow>;
  clock: Clock;
}

/** What a resolver is given: the services, who is asking, and loaders of the operation's own. */
export interface Context extends Services {
  tongue: Tongue;
  load: Loaders;
}

export function createContext(services: Services, tongue: Tongue): Context {
  return { ...services, tongue, load: createLoaders(services.database) };
}
