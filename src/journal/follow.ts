import { setTimeout as delay } from 'node:timers/promises';
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { recognise } from '../database/incarnation.js';
import { Refusal } from '../errors.js';
import type { Clock } from './clock.js';
import type { Doorbell, Ring } from './doorbell.js';
import { loadPositions } from './journal.load.js';
import { answered, asking, type Known, type Position, rang, type Standing, unheard } from './position.js';

/** One watcher of one meeting. */
export interface Watch {
  /** The newest position known; null once the meeting is deleted. */
  readonly at: Position | null;
  /** Counts what was heard of the meeting; take it before looking, give it to `heardSince` after. */
  readonly times: number;
  /** Resolves when something was heard since, or the watch is closed. */
  heardSince(times: number): Promise<void>;
  close(): void;
}

/** The only listener: says "meeting M is at seq N of epoch E" to whoever watches M. */
export interface Follow {
  /** Joins first and reads the position second, so no step is missed. Refuses an unknown meeting. [L1] */
  watch(meetingId: string): Promise<Watch>;
  /** Where the meeting is, as the table has it now; null: there is no such meeting. */
  position(meetingId: string): Promise<Standing | null>;
  /** Meetings watched at the moment. */
  readonly size: number;
  stop(): Promise<void>;
}

interface Followed {
  known: Known;
  times: number;
  watchers: number;
  wake: Set<() => void>;
}

interface Settings {
  doorbell: Doorbell;
  database: DataSource;
  clock: Clock;
  report: (message: string, error?: unknown) => void;
  /** For the operator: a regular look at the table found it ahead of what was known. */
  onAhead?: (meetingId: string, seq: number) => void;
  /** Milliseconds between two looks at the table, in case the doorbell is dead. */
  pollEvery?: number;
}

/**
 * The database is the truth and the doorbell a hint: on every (re)connection and on a slow poll, the position of all
 * followed meetings is read from the table. PostgreSQL may be away for any time. [L2] [L11]
 */
export function createFollow({ doorbell, database, clock, report, onAhead, pollEvery = 3000 }: Settings): Follow {
  const followed = new Map<string, Followed>();
  const stopping = new AbortController();

  const tell = (one: Followed) => {
    one.times += 1;
    for (const wake of one.wake) wake();
    one.wake.clear();
  };

  const learn = (meetingId: string, change: (known: Known) => Known) => {
    const one = followed.get(meetingId);
    if (!one) return;
    const { at } = one.known;
    one.known = change(one.known);
    const now = one.known.at;
    if (now?.epoch !== at?.epoch || now?.seq !== at?.seq) tell(one);
  };

  const read = async (ids: readonly string[]): Promise<(Standing | null)[]> => {
    for (const id of ids) learn(id, asking);
    const found = await loadPositions(database, [...new Set(ids)]);
    for (const id of ids) learn(id, (known) => answered(known, positionOf(found.get(id))));
    return ids.map((id) => found.get(id) ?? null);
  };

  /** One statement at a time, so that answers come in order; whoever asks meanwhile is answered by the next one. */
  let underWay: Promise<unknown> = Promise.resolve();
  const positions = new DataLoader<string, Standing | null>(
    (ids) => {
      const answer = read(ids);
      underWay = answer.catch(() => undefined);
      return answer;
    },
    { cache: false, batchScheduleFn: (ask) => void underWay.then(ask) },
  );

  const hear = ({ meetingId, seq }: Ring) => {
    if (seq !== null) learn(meetingId, (known) => rang(known, seq));
    const one = followed.get(meetingId);
    if (!one) return;
    // Deleted, or behind what is known: it isn't for the doorbell to say so.
    const isDoubtful = seq === null || one.known.at === null || seq < one.known.at.seq;
    if (isDoubtful) positions.load(meetingId).catch((error) => report('a meeting could not be read', error));
  };

  const compare = async (meetingId: string, { known: { at } }: Followed) => {
    const now = await positions.load(meetingId);
    if (at && now?.epoch === at.epoch && now.seq > at.seq) onAhead?.(meetingId, now.seq);
  };

  const check = async () => {
    await clock.sample(async () => (await database.query('SELECT clock_timestamp() AS at'))[0].at);
    await recognise(database).catch((error) => report('the history of the database could not be read', error));
    await Promise.all([...followed].map(([id, one]) => compare(id, one)));
  };

  doorbell.listen(hear, async () => {
    await check();
    for (const one of followed.values()) tell(one);
  });

  const keepChecking = async () => {
    while (!stopping.signal.aborted) {
      await delay(pollEvery, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
      if (!stopping.signal.aborted)
        await check().catch((error) => report('the followed meetings could not be read', error));
    }
  };
  const checking = keepChecking();

  const join = (meetingId: string): Followed => {
    const one = followed.get(meetingId) ?? { known: unheard, times: 0, watchers: 0, wake: new Set<() => void>() };
    followed.set(meetingId, one);
    one.watchers += 1;
    return one;
  };

  return {
    async watch(given) {
      const unknown = new Refusal('NOT_FOUND', { what: 'meeting', id: given });
      if (!isUuid(given)) throw unknown;
      // As the doorbell and the table spell it.
      const meetingId = given.toLowerCase();
      const one = join(meetingId);
      const pending = new Set<() => void>();
      let isClosed = false;
      const close = () => {
        if (isClosed) return;
        isClosed = true;
        for (const wake of pending) wake();
        one.watchers -= 1;
        if (one.watchers === 0 && followed.get(meetingId) === one) followed.delete(meetingId);
      };
      try {
        if ((await positions.load(meetingId)) === null) throw unknown;
      } catch (error) {
        close();
        throw error;
      }
      return {
        get at() {
          return one.known.at;
        },
        get times() {
          return one.times;
        },
        heardSince: (times) =>
          new Promise<void>((resolve) => {
            if (isClosed || one.times !== times) return resolve();
            const wake = () => {
              one.wake.delete(wake);
              pending.delete(wake);
              resolve();
            };
            one.wake.add(wake);
            pending.add(wake);
          }),
        close,
      };
    },
    position: async (meetingId) => (isUuid(meetingId) ? positions.load(meetingId.toLowerCase()) : null),
    get size() {
      return followed.size;
    },
    async stop() {
      stopping.abort();
      await Promise.all([doorbell.stop(), checking]);
    },
  };
}

const positionOf = (standing: Standing | undefined): Position | null =>
  standing ? { epoch: standing.epoch, seq: standing.seq } : null;
