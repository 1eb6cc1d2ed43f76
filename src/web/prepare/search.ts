import { useEffect, useState } from 'preact/hooks';

export interface Found<One> {
  readonly list: readonly One[];
  /** There are more than those. */
  readonly hasMore: boolean;
  /** They are what is found by what is typed now. */
  readonly isCurrent: boolean;
}

const PAUSE = 200;

/** Looks for what is typed, once the fingers rest; what was found for other words is not taken for it. [M17] */
export function useSearch<One>(
  text: string,
  isWanted: boolean,
  look: (text: string, signal: AbortSignal) => Promise<{ list: readonly One[]; hasMore: boolean }>,
): Found<One> {
  const [found, setFound] = useState<{ text: string; list: readonly One[]; hasMore: boolean } | null>(null);
  const sought = text.trim();
  useEffect(() => {
    if (!isWanted) return;
    const end = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const next = await look(sought, end.signal);
        if (!end.signal.aborted) setFound({ text: sought, ...next });
      } catch {
        // The page says by itself that the server isn't heard.
      }
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      end.abort();
    };
  }, [sought, isWanted]);
  return { list: found?.list ?? [], hasMore: found?.hasMore ?? false, isCurrent: found?.text === sought };
}
