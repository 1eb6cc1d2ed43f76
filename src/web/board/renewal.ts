import { useEffect, useRef } from 'preact/hooks';

const RENEWED_FOR = 'rostrum.renewed';
/** A hall full of screens doesn't load all at once. */
const WITHIN = 3_000;

/** The files that a page is made of: their names carry a hash of what is in them. */
export function partsOf(html: string): string {
  const names = [...html.matchAll(/\b(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, name]) => name);
  return names.sort().join(' ');
}

/** Of this page as it was loaded, before it fetched anything more. */
const own = typeof document === 'undefined' ? '' : partsOf(document.documentElement.outerHTML);

async function look(signal: AbortSignal): Promise<void> {
  const response = await fetch(location.href, { cache: 'no-cache', headers: { accept: 'text/html' }, signal });
  const offered = response.ok ? partsOf(await response.text()) : '';
  if (offered === '' || offered === own || sessionStorage.getItem(RENEWED_FOR) === offered) return;
  await new Promise((resolve) => setTimeout(resolve, WITHIN * Math.random()));
  if (signal.aborted) return;
  sessionStorage.setItem(RENEWED_FOR, offered);
  location.reload();
}

/**
 * A server that comes back may be of a newer version: then the page is loaded again, once for each version, so that
 * servers of two versions behind one address don't send it to and fro. [Z7]
 */
export function useRenewal(isHeard: boolean): void {
  const wasHeard = useRef(false);
  useEffect(() => {
    if (!isHeard) return;
    if (!wasHeard.current) {
      wasHeard.current = true;
      return;
    }
    const end = new AbortController();
    // What can't be found out now is found out the next time.
    look(end.signal).catch(() => undefined);
    return () => end.abort();
  }, [isHeard]);
}
