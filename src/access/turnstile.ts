import { Refusal } from '../errors.js';

/** Does a piece of work when there is a place for it. */
export type Turnstile = <T>(work: () => Promise<T>) => Promise<T>;

/** Seconds after which somebody who was sent away may come again. */
const AGAIN = 30;

/**
 * However many come at once, a few are let in at a time; the others wait in line and hold nothing meanwhile, no connection and
 * no lock, so that an operator never waits behind a hall that arrives. Whoever finds the line too long is sent away. [K12]
 */
export function createTurnstile(places: number, longest: number): Turnstile {
  const line: (() => void)[] = [];
  let free = places;
  return async (work) => {
    if (free > 0) free -= 1;
    else if (line.length < longest) await new Promise<void>((resolve) => line.push(resolve));
    else throw new Refusal('TOO_MANY_ATTEMPTS', { seconds: AGAIN });
    try {
      return await work();
    } finally {
      // The place is handed on, not given back: nobody can step in between.
      const next = line.shift();
      if (next) next();
      else free += 1;
    }
  };
}
