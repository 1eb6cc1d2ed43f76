export type Connection = 'live' | 'lost' | 'reconnecting' | 'stale';

const SAID_AFTER = 3_000;
const STALE_AFTER = 10_000;

/** What the room is told of the line to the server: nothing for 3 s, a small word until 10 s, then the amber bar. */
export function connectionOf(lostAt: number | null, now: number): Connection {
  if (lostAt === null) return 'live';
  if (now - lostAt < SAID_AFTER) return 'lost';
  return now - lostAt < STALE_AFTER ? 'reconnecting' : 'stale';
}

/** Milliseconds until the connection's word changes by itself; null if it won't. */
export function untilNextConnection(lostAt: number | null, now: number): number | null {
  if (lostAt === null) return null;
  const change = [SAID_AFTER, STALE_AFTER].find((after) => now - lostAt < after);
  return change === undefined ? null : lostAt + change - now;
}
