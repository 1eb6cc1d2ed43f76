import { useCallback, useRef, useState } from 'preact/hooks';
import { type Problem, problemOf } from './problem.js';

export interface Action {
  readonly isBusy: boolean;
  /** What went wrong the last time. */
  readonly problem: Problem | null;
  /** Answers whether it went well. */
  readonly run: (work: () => Promise<unknown>) => Promise<boolean>;
  readonly forget: () => void;
}

/** Does one thing at a time: a second click while the first is under way does nothing, and nothing waits in a queue. [Q12] */
export function useAction(): Action {
  const isRunning = useRef(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const run = useCallback(async (work: () => Promise<unknown>): Promise<boolean> => {
    if (isRunning.current) return false;
    isRunning.current = true;
    setBusy(true);
    setProblem(null);
    try {
      await work();
      return true;
    } catch (error) {
      setProblem(problemOf(error));
      return false;
    } finally {
      isRunning.current = false;
      setBusy(false);
    }
  }, []);
  const forget = useCallback(() => setProblem(null), []);
  return { isBusy, problem, run, forget };
}
