import { useEffect, useRef, useState } from 'preact/hooks';
import { ask } from './http.js';
import type { Operation } from './operation.js';
import { type Problem, problemOf } from './problem.js';

export interface Answer<Data> {
  /** The newest there is; it stays while the server isn't heard. */
  readonly data: Data | null;
  readonly problem: Problem | null;
  /** Asks again; when it is done, the answer is one that was asked for after this. */
  readonly refresh: () => Promise<void>;
}

/** Asks for something again and again, one request at a time. Answers with the way to ask now. */
export function keepAsking(load: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  return function refresh(): Promise<void> {
    if (!running) {
      running = load().finally(() => {
        running = null;
      });
      return running;
    }
    next ??= running.then(() => {
      next = null;
      return refresh();
    });
    return next;
  };
}

/** Milliseconds after which somebody who was not heard asks again. */
const AGAIN = 2_000;

/** The answer to a query, asked for again when it did not come, when the page is looked at and, if wanted, every so often while it is. */
export function useAnswer<Data, Variables>(
  query: Operation<Data, Variables>,
  variables: Variables,
  every?: number,
): Answer<Data> {
  return useFound((signal) => ask(query, variables, signal), [query, JSON.stringify(variables)], every);
}

/** The same of what takes more than one query to find; it is another thing when one of `what` is another. */
export function useFound<Data>(
  find: (signal: AbortSignal) => Promise<Data>,
  what: readonly unknown[],
  every?: number,
): Answer<Data> {
  const [data, setData] = useState<Data | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const refresh = useRef<() => Promise<void>>(async () => undefined);

  useEffect(() => {
    const end = new AbortController();
    let again: ReturnType<typeof setTimeout> | undefined;
    const load = keepAsking(async () => {
      clearTimeout(again);
      try {
        const answer = await find(end.signal);
        if (end.signal.aborted) return;
        setData(answer);
        setProblem(null);
      } catch (error) {
        if (end.signal.aborted) return;
        const problem = problemOf(error);
        setProblem(problem);
        // The line may be back long before anything else asks.
        if (problem.code === 'UNREACHABLE') again = setTimeout(look, AGAIN);
      }
    });
    refresh.current = load;
    const look = (): void => {
      if (document.visibilityState === 'visible') void load();
    };
    void load();
    window.addEventListener('focus', look, end);
    window.addEventListener('online', look, end);
    document.addEventListener('visibilitychange', look, end);
    const timer = every ? setInterval(look, every) : undefined;
    return () => {
      end.abort();
      clearTimeout(again);
      clearInterval(timer);
    };
  }, [...what, every]);

  return { data, problem, refresh: () => refresh.current() };
}
