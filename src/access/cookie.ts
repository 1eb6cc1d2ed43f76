/**
 * The browser's session. `__Host-` keeps other hosts of the same domain from setting one; browsers take that name only
 * over HTTPS.
 */
const nameOf = (isSecure: boolean): string => (isSecure ? '__Host-rostrum' : 'rostrum');

const DAY = 86_400_000;

/** The header Set-Cookie that keeps a token until its session ends, or drops it (null). No script can read it, and no other site sends it. [N10] */
export function sessionCookie(token: string | null, expiresAt: Date | null | undefined, isSecure: boolean): string {
  const expires = token === null ? new Date(0) : (expiresAt ?? new Date(Date.now() + DAY));
  return serialized(nameOf(isSecure), token ?? '', { expires, isSecure, sameSite: 'Strict', path: '/' });
}

/** The session's token in the header Cookie; null: there is none. Of several the first, which is the most specific. */
export const tokenIn = (header: string | undefined, isSecure: boolean): string | null =>
  cookieIn(header, nameOf(isSecure));

interface Attributes {
  expires: Date;
  isSecure: boolean;
  sameSite: 'Strict' | 'Lax';
  path: string;
}

/** A cookie that only the server reads. The value must need no quoting: base64url does not. */
export function serialized(name: string, value: string, { expires, isSecure, sameSite, path }: Attributes): string {
  // By the browser's own clock, which may be wrong, only where it doesn't know Max-Age.
  const seconds = Math.max(0, Math.round((expires.getTime() - Date.now()) / 1000));
  const lasts = [`Expires=${expires.toUTCString()}`, `Max-Age=${seconds}`];
  const attributes = [`Path=${path}`, ...lasts, 'HttpOnly', `SameSite=${sameSite}`];
  return [`${name}=${value}`, ...attributes, ...(isSecure ? ['Secure'] : [])].join('; ');
}

/** A cookie's value; null where there is none, or an empty one. */
export function cookieIn(header: string | undefined, name: string): string | null {
  for (const part of header?.split(';') ?? []) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name) return value || null;
  }
  return null;
}
