import type { Line } from './line.js';

const LOOK_EVERY = 1_000;
const PING_EVERY = 12_000;
const PONG_WITHIN = 12_000;

/** One timer for all lines: each is pinged every twelve seconds, and cut if its pong stays away for as long. */
export function createPings(holders: ReadonlyMap<unknown, { readonly line: Line }>): { stop(): void } {
  const look = () => {
    const now = performance.now();
    for (const { line } of holders.values()) {
      if (line.silence(now) > PONG_WITHIN) line.socket.terminate();
      else if (now - line.askedAt > PING_EVERY) line.ping(now);
    }
  };
  const timer = setInterval(look, LOOK_EVERY).unref();
  return { stop: () => clearInterval(timer) };
}
