/** What the page knows of the server's clock. It reads only the monotonic clock: stepping the local one does nothing. */
export interface Clock {
  /** Server time in milliseconds since 1970; undefined until something was heard of it. */
  now(): number | undefined;
  /** One round trip: asked and answered by the monotonic clock, and what the server said in between. */
  add(askedAt: number, answeredAt: number, serverAt: number): void;
  /** A server time that came by itself, after an unknown time on its way. */
  anchor(serverAt: number): void;
}

interface Sample {
  readonly offset: number;
  /** The offset is right to within this many milliseconds when the sample was taken. */
  readonly error: number;
  readonly takenAt: number;
}

const KEPT = 16;
/** Two quartz clocks part by up to 0.1 ms a second, so an old sample slowly loses against a younger one. */
const DRIFT = 0.0001;
const UNKNOWN_WAY = 2_000;
const TOO_SLOW = 5_000;

export function createClock(monotonic: () => number = () => performance.now()): Clock {
  let samples: Sample[] = [];
  let best: Sample | undefined;

  const errorNow = (sample: Sample): number => sample.error + (monotonic() - sample.takenAt) * DRIFT;

  function keep(sample: Sample): void {
    // A server clock that was set, or a computer that slept, makes old samples lie: they contradict the new one.
    samples = samples.filter((old) => Math.abs(old.offset - sample.offset) <= errorNow(old) + sample.error + 1);
    samples.push(sample);
    samples = samples.slice(-KEPT);
    best = samples.reduce((a, b) => (errorNow(b) < errorNow(a) ? b : a));
  }

  return {
    now: () => (best ? monotonic() + best.offset : undefined),
    add(askedAt, answeredAt, serverAt) {
      const roundTrip = answeredAt - askedAt;
      if (roundTrip < 0 || roundTrip > TOO_SLOW || !Number.isFinite(serverAt)) return;
      const offset = serverAt - (askedAt + answeredAt) / 2;
      keep({ offset, error: roundTrip / 2, takenAt: answeredAt });
    },
    anchor(serverAt) {
      if (best || !Number.isFinite(serverAt)) return;
      keep({ offset: serverAt - monotonic(), error: UNKNOWN_WAY, takenAt: monotonic() });
    },
  };
}
