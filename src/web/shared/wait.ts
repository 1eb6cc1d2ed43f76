import { useEffect, useState } from 'preact/hooks';
import type { Problem } from './problem.js';

/** How many seconds are left until it may be tried again, after TOO_MANY_ATTEMPTS; 0: now. */
export function useWait(problem: Problem | null): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const seconds = problem?.code === 'TOO_MANY_ATTEMPTS' ? Number(problem.details.seconds) || 0 : 0;
    const until = performance.now() + seconds * 1000;
    const look = (): void => setLeft(Math.max(0, Math.ceil((until - performance.now()) / 1000)));
    look();
    if (seconds === 0) return;
    const timer = setInterval(look, 500);
    return () => clearInterval(timer);
  }, [problem]);
  return left;
}
