import { setTimeout as delay } from 'node:timers/promises';
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { createFollowers } from './followers.js';
import { type Keeper, Pass, type Socket } from './pass.js';
import type { Rights } from './rights.load.js';
import type { Seen } from './seen.js';
import { loadSessions } from './session.load.js';
import type { Viewer, Visit } from './viewer.js';

/** Everybody who has a socket here, and what they follow. */
export interface Passes {
  admit(visit: Visit, socket: Socket): Pass;
  /** Who the holder is at this moment; null, and the socket is closed, if the session is over. */
  confirm(pass: Pass): Promise<Viewer | null>;
  /** Before what was read of a meeting is delivered: whoever may no longer see it, or may see something else, gets nothing further. [F7] */
  check(meetingId: string): Promise<void>;
  /** Sessions with a socket here. */
  sessions(): Iterable<string>;
  stop(): Promise<void>;
}

interface Needs {
  database: DataSource;
  rights: Rights;
  /** The database's clock, in milliseconds. */
  now: () => number;
  seen: Pick<Seen, 'arrived' | 'left'>;
  report: (message: string, error: unknown) => void;
}

/** Milliseconds between two looks, and looks between two that ask for every session. */
const EVERY = 1000;
const WHOLE = 4;
/** Seconds for which a change is still looked for: a transaction may commit late. */
const LATE = 60;

const CHANGES = `
  SELECT coalesce((SELECT json_object_agg(id, visibility || ' ' || status) FROM meeting WHERE id = ANY($1)), '{}') AS meetings,
    coalesce((SELECT json_agg(json_build_array(id, changed_at::text)) FROM session
      WHERE changed_at > clock_timestamp() - make_interval(secs => $2) AND changed_at > created_at), '[]') AS sessions`;

/**
 * Sessions end, expire and are revoked, duties are given and withdrawn, on whichever server: the tables are asked each second and
 * before each delivery, in one statement for all meetings that move in the same moment. [F7]
 */
export function createPasses({ database, rights, now, seen, report }: Needs): Passes {
  const bySession = new Map<string, Set<Pass>>();
  const followers = createFollowers(rights);
  const stopping = new AbortController();
  let lookedAt = performance.now();

  const confirmed = new DataLoader<string, Viewer | null>(
    async (ids) => {
      const found = await loadSessions(database, [...new Set(ids)]);
      return ids.map((id) => found.get(id) ?? null);
    },
    { cache: false },
  );

  const sessionsLost = async (ids: Iterable<string>): Promise<void> => {
    const asked = [...ids];
    if (asked.length === 0) return;
    const found = await loadSessions(database, asked);
    for (const id of asked) if (!found.has(id)) for (const pass of bySession.get(id) ?? []) pass.end();
  };

  /** Sessions that were ended, and those whose holders may do other things than before: these come back, and are seen anew. */
  const changed = async (rows: [id: string, at: string][]): Promise<void> => {
    const here = rows.flatMap(([id, at]) => [...(bySession.get(id) ?? [])].filter((pass) => pass.isChanged(at)));
    await sessionsLost(new Set(here.map(({ sessionId }) => sessionId!)));
    for (const pass of here) pass.change();
  };

  const expire = () => {
    const at = now();
    for (const passes of bySession.values())
      for (const pass of passes) if ((pass.visit.viewer.expiresAt ?? Infinity) <= at) pass.end();
  };

  const look = async (meetingIds: readonly string[]): Promise<void> => {
    const began = performance.now();
    const [found] = await database.query(CHANGES, [meetingIds, LATE + (began - lookedAt) / 1000]);
    expire();
    const meetings = Object.entries<string>(found.meetings);
    await Promise.all([changed(found.sessions), ...meetings.map(([id, openness]) => followers.compare(id, openness))]);
    lookedAt = began;
  };

  const checks = new DataLoader<string, true>(
    async (ids) => {
      await look([...new Set(ids)]);
      return ids.map(() => true);
    },
    { cache: false },
  );

  const keepLooking = async () => {
    for (let round = 1; ; round++) {
      await delay(EVERY, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      const meetings = followers.meetings();
      if (bySession.size === 0 && meetings.length === 0) continue;
      try {
        await look(meetings);
        if (round % WHOLE === 0) await sessionsLost(bySession.keys());
      } catch (error) {
        report('the sessions could not be looked at', error);
      }
    }
  };
  const looking = keepLooking();

  const enter = (sessionId: string, pass: Pass) => {
    if (!bySession.has(sessionId)) seen.arrived(sessionId);
    bySession.set(sessionId, (bySession.get(sessionId) ?? new Set()).add(pass));
  };
  const leave = (sessionId: string, pass: Pass) => {
    const left = bySession.get(sessionId);
    left?.delete(pass);
    if (left?.size === 0 && bySession.delete(sessionId)) seen.left(sessionId);
  };

  const keeper: Keeper = {
    followed: (pass, meetingId, openness) => followers.enter(meetingId, pass, openness),
    unfollowed: (pass, meetingId) => followers.leave(meetingId, pass),
    left(pass) {
      if (pass.sessionId !== null) leave(pass.sessionId, pass);
    },
  };

  return {
    admit(visit, socket) {
      const pass = new Pass(visit, socket, keeper);
      if (pass.sessionId !== null) enter(pass.sessionId, pass);
      return pass;
    },
    async confirm(pass) {
      if (pass.sessionId === null) return pass.visit.viewer;
      const viewer = await confirmed.load(pass.sessionId);
      if (!viewer) pass.end();
      return viewer;
    },
    check: async (meetingId) => void (await checks.load(meetingId.toLowerCase())),
    sessions: () => bySession.keys(),
    async stop() {
      stopping.abort();
      await looking;
    },
  };
}
