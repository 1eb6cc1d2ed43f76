import { way } from './language.js';

/**
 * Where to go after signing in: what ?to= asks for, if that is a page of this server, else the first page. Whatever else
 * it says may have been put there by somebody who wants the visitor elsewhere. [Q1]
 */
export function onward({ search, origin }: Pick<Location, 'search' | 'origin'>): string {
  const to = new URLSearchParams(search).get('to');
  const first = new URL(way('/'), origin).href;
  if (!to?.startsWith('/')) return first;
  try {
    const address = new URL(to, origin);
    // The whole address is used, not its path: a path such as //else.where would be taken for another server.
    return address.origin === origin ? address.href : first;
  } catch {
    return first;
  }
}

/** The way to the sign-in page, and from there back here. */
export const toSignIn = (): string => way(`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`);
