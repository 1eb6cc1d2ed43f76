declare global {
  interface Window {
    /** Lets time go by: every timer runs in its turn, as if nobody had hurried. */
    passTime(milliseconds: number): Promise<void>;
  }
}

interface Timer {
  at: number;
  every: number | null;
  run(): void;
}

/**
 * Runs in the page before its own scripts: from then on its clocks and timers stand still, until time is let go by. Frames
 * are drawn and messages come as ever.
 */
export function installTime(start: number): void {
  let passed = 0;
  let last = 0;
  const timers = new Map<number, Timer>();
  const set =
    (isRepeated: boolean) =>
    (handler: TimerHandler, wait = 0, ...values: unknown[]): number => {
      const after = Math.max(1, Number(wait) || 0);
      const run = () => (handler as (...given: unknown[]) => void)(...values);
      timers.set(++last, { at: passed + after, every: isRepeated ? after : null, run });
      return last;
    };
  const clear = (id?: number): void => void timers.delete(id ?? 0);
  Object.assign(window, { setTimeout: set(false), setInterval: set(true), clearTimeout: clear, clearInterval: clear });
  performance.now = () => passed;
  Date.now = () => start + passed;

  window.passTime = async (milliseconds) => {
    const end = passed + milliseconds;
    for (;;) {
      const [next] = [...timers].filter(([, { at }]) => at <= end).toSorted(([, a], [, b]) => a.at - b.at);
      if (!next) break;
      const [id, timer] = next;
      passed = Math.max(passed, timer.at);
      if (timer.every === null) timers.delete(id);
      else timer.at += timer.every;
      timer.run();
      // What a timer has begun goes on before the next one.
      for (let turn = 0; turn < 8; turn++) await null;
    }
    passed = end;
  };
}
