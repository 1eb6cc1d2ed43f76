import { CloseCode } from 'graphql-ws';
import type { Visitor } from './visitor.js';

/** Milliseconds in which a socket must have said `connection_init`. [G7] */
const INIT_WITHIN = 5_000;
const LOOK_EVERY = 500;

export interface Newcomers {
  enter(visitor: Visitor): void;
  leave(visitor: Visitor): void;
  stop(): void;
}

/** Sends those away who come in and say nothing: one timer for all. */
export function createNewcomers(): Newcomers {
  /** In the order in which they came. */
  const since = new Map<Visitor, number>();
  const look = () => {
    const latest = performance.now() + LOOK_EVERY - INIT_WITHIN;
    for (const [visitor, at] of since) {
      if (at > latest) return;
      since.delete(visitor);
      if (visitor.request)
        visitor.close(CloseCode.ConnectionInitialisationTimeout, 'Connection initialisation timeout');
    }
  };
  const timer = setInterval(look, LOOK_EVERY).unref();
  return {
    enter: (visitor) => void since.set(visitor, performance.now()),
    leave: (visitor) => void since.delete(visitor),
    stop: () => clearInterval(timer),
  };
}
