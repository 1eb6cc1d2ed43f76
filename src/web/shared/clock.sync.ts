import type { ResultOf } from 'gql.tada';
import type { Client } from 'graphql-ws';
import type { Clock } from './clock.js';
import { operation, textOf } from './operation.js';

const ServerTime = operation('query ServerTime { serverTime }');

const FIRST = [0, 150, 300, 600, 1_200, 2_400];
const EVERY = 30_000;

/** Asks for the server's time a few times in a row, then every half minute. Returns what stops it. */
export function syncClock(client: Client, clock: Clock): () => void {
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let cancel = () => {};

  function ask(): void {
    cancel();
    const askedAt = performance.now();
    cancel = client.subscribe<ResultOf<typeof ServerTime>>(
      { query: textOf(ServerTime) },
      {
        next({ data }) {
          if (data) clock.add(askedAt, performance.now(), Date.parse(data.serverTime));
        },
        error() {},
        complete() {},
      },
    );
  }

  function askIn(milliseconds: number, then?: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      ask();
      then?.();
    }, milliseconds);
    timers.add(timer);
  }

  const again = (): void => askIn(EVERY, again);
  for (const wait of FIRST) askIn(wait);
  again();

  return () => {
    for (const timer of timers) clearTimeout(timer);
    cancel();
  };
}
