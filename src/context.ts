import type { DataSource, EntityManager } from 'typeorm';
import type { Attempts } from './access/attempts.js';
import type { Passes } from './access/passes.js';
import type { Rights } from './access/rights.load.js';
import { blind, type Sight, type Standing, sightOf } from './access/rights.rules.js';
import type { Turnstile } from './access/turnstile.js';
import { inside, type Visit } from './access/viewer.js';
import type { Passwords } from './account/password.js';
import type { Audit, Fact } from './audit/audit.js';
import type { Board } from './board/board.type.js';
import type { Config } from './config.js';
import { refusalOf } from './database/constraints.js';
import { createLoaders, type Loaders } from './database/loaders.js';
import type { Tongue } from './doors/present.js';
import type { Clock } from './journal/clock.js';
import type { EntryRow } from './journal/journal.load.js';
import type { Write } from './journal/write.js';
import type { Live } from './live/live.js';

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
  passwords: Passwords;
  /** Address under which people reach Rostrum, without a slash at its end: links begin with it. */
  home: () => string;
  rights: Rights;
  passes: Passes;
}

/** What a resolver is given: the services, who is asking, and loaders of the operation's own. */
export interface Context extends Services {
  tongue: Tongue;
  visit: Visit;
  load: Loaders;
  /** What the viewer is at a meeting; null: there is no such meeting. */
  standing(meetingId: string): Promise<Standing | null>;
  /** What the viewer may see of a meeting, as it was when the operation first asked. */
  sight(meetingId: string): Promise<Sight>;
  /** The writer of what belongs to a meeting, in the name of who is asking. */
  write: Write;
  /** Whatever else changes something: one transaction, with its line in the audit trail. `work` may complete the fact. */
  act<T>(fact: Fact, work: (manager: EntityManager, fact: Fact) => Promise<T>): Promise<T>;
}

export function createContext(services: Services, tongue: Tongue, visit: Visit): Context {
  const { viewer } = visit;
  const standings = new Map<string, Promise<Standing | null>>();
  const standing = (meetingId: string) => {
    const known = standings.get(meetingId) ?? services.rights.standing(viewer, meetingId);
    standings.set(meetingId, known);
    return known;
  };
  return contextOf(services, tongue, visit, standing, async (meetingId) => {
    const found = await standing(meetingId);
    return found ? sightOf(viewer, meetingId, found) : blind;
  });
}

/** For all who follow one meeting under the same sight: it knows none of them, and sees nothing of any other meeting. [F5] */
export function createSharedContext(services: Services, tongue: Tongue, meetingId: string, sight: Sight): Context {
  const see = async (id: string) => (id === meetingId.toLowerCase() ? sight : blind);
  return contextOf(services, tongue, inside, async () => null, see);
}

function contextOf(
  services: Services,
  tongue: Tongue,
  visit: Visit,
  standing: Context['standing'],
  sight: Context['sight'],
): Context {
  const { database, audit } = services;
  return {
    ...services,
    tongue,
    visit,
    standing,
    sight,
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
