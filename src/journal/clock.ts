/** The server's clock. */
export interface Clock {
  /** The database's time, in milliseconds since 1970. */
  now(): number;
  /** Compares with the database again. `ask` reads its clock. */
  sample(ask: () => Promise<Date>): Promise<void>;
}

const SOON = 60_000;
/** Milliseconds by which two quartz clocks may part in that time. */
const DRIFT = 10;

/**
 * All servers show the time of the one database they share. Between samples the process's monotonic clock counts on, so
 * a stepped system clock doesn't reach the board; of the last minute's samples the one with the shortest round trip is kept. [T8]
 */
export function createClock(monotonic: () => number = () => performance.now()): Clock {
  let anchor = { at: monotonic(), time: Date.now(), roundTrip: Number.POSITIVE_INFINITY };
  return {
    now: () => anchor.time + (monotonic() - anchor.at),
    async sample(ask) {
      const sent = monotonic();
      const time = (await ask()).getTime();
      const at = monotonic();
      const roundTrip = at - sent;
      const sample = { at, time: time + roundTrip / 2, roundTrip };
      // They can't both be right: the computer slept, or the database's clock was set.
      const drift = Math.abs(sample.time - (anchor.time + at - anchor.at));
      const isContradicted = drift > (roundTrip + anchor.roundTrip) / 2 + DRIFT;
      if (roundTrip <= anchor.roundTrip || at - anchor.at > SOON || isContradicted) anchor = sample;
    },
  };
}
