import { useRef } from 'preact/hooks';
import type { DisplaysSeen } from './screens.query.js';
import { type Standing, standingsOf } from './standing.rules.js';

/** What each display shows beside what it should, remembered from one answer to the next. [Q9] */
export function useBehind(seen: DisplaysSeen | null): ReadonlyMap<string, Standing> {
  const kept = useRef<{ seen: DisplaysSeen | null; standings: ReadonlyMap<string, Standing> }>({
    seen: null,
    standings: new Map(),
  });
  if (seen && seen !== kept.current.seen) kept.current = { seen, standings: standingsOf(kept.current.standings, seen) };
  return kept.current.standings;
}
