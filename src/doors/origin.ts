import type { IncomingMessage } from 'node:http';

/**
 * Browsers name the page's origin: only our own pages and the origins allowed by configuration may open a socket. An
 * origin is taken at its word only in the one form in which browsers write it, and only once. [E4]
 */
export function isFromHere({ headers, rawHeaders }: IncomingMessage, origins: readonly string[]): boolean {
  const { origin, host } = headers;
  if (timesOf(rawHeaders, 'origin') > 1 || timesOf(rawHeaders, 'host') > 1) return false;
  if (origin === undefined || origins.includes(origin)) return true;
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  return url.origin === origin && url.host === host?.toLowerCase();
}

const timesOf = (rawHeaders: string[], wanted: string): number =>
  rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === wanted).length;
