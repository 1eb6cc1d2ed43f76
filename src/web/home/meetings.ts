import { useCallback, useEffect, useState } from 'preact/hooks';
import { ask } from '../shared/http.js';
import { type MeetingPage, Meetings } from './meetings.query.js';

const STEP = 20;
const EVERY = 30_000;
const MOST = 100;

export interface MeetingList {
  readonly page: MeetingPage | null;
  readonly hasFailed: boolean;
  /** Shows more meetings; undefined when all are shown. */
  readonly more: (() => void) | undefined;
}

/** The meetings, asked for again when the window gets the focus and now and then while it is seen. */
export function useMeetings(): MeetingList {
  const [first, setFirst] = useState(STEP);
  const [page, setPage] = useState<MeetingPage | null>(null);
  const [hasFailed, setFailed] = useState(false);

  const load = useCallback(
    async (signal: AbortSignal) => {
      try {
        const { meetings } = await ask(Meetings, { first }, signal);
        setPage(meetings);
        setFailed(false);
      } catch {
        if (!signal.aborted) setFailed(true);
      }
    },
    [first],
  );

  useEffect(() => {
    const end = new AbortController();
    const refresh = (): void => {
      if (document.visibilityState === 'visible') void load(end.signal);
    };
    refresh();
    window.addEventListener('focus', refresh, end);
    document.addEventListener('visibilitychange', refresh, end);
    const timer = setInterval(refresh, EVERY);
    return () => {
      end.abort();
      clearInterval(timer);
    };
  }, [load]);

  const hasMore = page?.pageInfo.hasNextPage && first < MOST;
  return { page, hasFailed, more: hasMore ? () => setFirst(first + STEP) : undefined };
}
