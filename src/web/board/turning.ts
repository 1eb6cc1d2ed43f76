import { useEffect, useState } from 'preact/hooks';

const PAGE_STAYS = 12_000;

/** The page of a long list to show now, counted from 0. It begins anew when `key` changes. */
export function useTurning(pages: number, key: unknown, stays = PAGE_STAYS): number {
  const [page, setPage] = useState(0);
  useEffect(() => {
    setPage(0);
    if (pages < 2) return;
    const timer = setInterval(() => setPage((before) => (before + 1) % pages), stays);
    return () => clearInterval(timer);
  }, [pages, key, stays]);
  return page < pages ? page : 0;
}
