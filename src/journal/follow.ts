import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { type DataSource, In } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { Refusal } from '../errors.js';
import { MeetingRow } from '../meeting/meeting.entity.js';
import type { Clock } from './clock.js';
import { channel, type Ring, readRing } from './doorbell.js';

/** One watcher of one meeting. */
export interface Watch {
  /** The newest seq known; null once the meeting is deleted. */
  readonly seq: number | null;
  /** Counts what was heard of the meeting; take it before looking, give it to `heardSince` after. */
  readonly times: number;
  /** Resolves when something was heard since, or the watch is closed. */
  heardSince(times: number): Promise<void>;
  close(): void;
}

/** The only listener: says "meeting M is at seq N" to whoever watches M. */
export interface Follow {
  /** Joins first and reads the seq second, so no step is missed. Refuses an unknown meeting. [L1] */
  watch(meetingId: string): Promise<Watch>;
  /** What rang last for a meeting that is watched. */
  rung(meetingId: string): Ring | undefined;
  /** Meetings watched at the moment. */
  readonly size: number;
  stop(): Promise<void>;
}

interface Followed {
  seq: number | null;
  ring?: Ring;
  times: number;
  watchers: number;
  wake: Set<() => void>;
}

interface Settings {
  url: string;
  database: DataSource;
  clock: Clock;
  report: (message: string, error?: unknown) => void;
  /** For the operator: each ring that was heard, and each meeting that the table found ahead of what was heard. */
  onRing?: (ring: Ring) => void;
  onMissed?: (meetingId: string) => void;
  /** Milliseconds between two looks at the table, in case the doorbell is dead. */
  pollEvery?: number;
}

const MAX_BACKOFF = 5000;

/**
 * The database is the truth and the doorbell a hint: on every (re)connection and on a slow poll, the seq of all followed
 * meetings is read from the table. PostgreSQL may be away for any time. [L2]
 */
export function createFollow({ url, database, clock, report, onRing, onMissed, pollEvery = 3000 }: Settings): Follow {
  const followed = new Map<string, Followed>();
  const stopping = new AbortController();
  let listener: pg.Client | undefined;

  const tell = (one: Followed) => {
    one.times += 1;
    for (const wake of one.wake) wake();
    one.wake.clear();
  };

  const hear = (meetingId: string, seq: number | null) => {
    const one = followed.get(meetingId);
    if (!one || one.seq === null || (seq !== null && seq <= one.seq)) return;
    one.seq = seq;
    tell(one);
  };

  const check = async () => {
    await clock.sample(async () => (await database.query('SELECT clock_timestamp() AS at'))[0].at);
    const ids = [...followed.keys()];
    if (ids.length === 0) return;
    const rows = await database.manager.find(MeetingRow, { select: { id: true, seq: true }, where: { id: In(ids) } });
    const found = new Map(rows.map(({ id, seq }) => [id, seq]));
    for (const id of ids) {
      const before = followed.get(id)?.seq ?? -1;
      hear(id, found.get(id) ?? null);
      if (before >= 0 && (found.get(id) ?? before) > before) onMissed?.(id);
    }
  };

  /** Listens until the connection dies. */
  const listen = async (onListening: () => void) => {
    const client = new pg.Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: 5000,
      query_timeout: 5000,
    });
    const ended = new Promise<void>((resolve) => client.once('end', resolve));
    // Without a handler a dying connection would take the process with it; `end` follows.
    client.on('error', (error) => report('the doorbell’s connection was lost', error));
    client.on('notification', ({ payload = '' }) => {
      const ring = readRing(payload);
      const one = followed.get(ring.meetingId);
      if (one) one.ring = ring;
      hear(ring.meetingId, ring.seq);
      onRing?.(ring);
    });
    listener = client;
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`);
      onListening();
      await check();
      for (const one of followed.values()) tell(one);
      await ended;
    } finally {
      listener = undefined;
      await client.end().catch(() => undefined);
    }
  };

  const keepListening = async () => {
    let failures = 0;
    while (!stopping.signal.aborted) {
      await listen(() => (failures = 0)).catch((error) => report('the doorbell could not be reached', error));
      failures += 1;
      const pause = Math.min(MAX_BACKOFF, 50 * 2 ** failures) * (0.5 + Math.random() / 2);
      await delay(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };

  const keepChecking = async () => {
    while (!stopping.signal.aborted) {
      await delay(pollEvery, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
      if (!stopping.signal.aborted)
        await check().catch((error) => report('the followed meetings could not be read', error));
    }
  };

  const listening = keepListening();
  const checking = keepChecking();

  const join = (meetingId: string): Followed => {
    const one = followed.get(meetingId) ?? { seq: -1, times: 0, watchers: 0, wake: new Set<() => void>() };
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
        const row = await database.manager.findOne(MeetingRow, {
          select: { id: true, seq: true },
          where: { id: meetingId },
        });
        if (!row) throw unknown;
        hear(meetingId, row.seq);
      } catch (error) {
        close();
        throw error;
      }
      return {
        get seq() {
          return one.seq;
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
    rung: (meetingId) => followed.get(meetingId)?.ring,
    get size() {
      return followed.size;
    },
    async stop() {
      stopping.abort();
      await listener?.end().catch(() => undefined);
      await Promise.all([listening, checking]);
    },
  };
}
