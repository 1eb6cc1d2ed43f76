import { describe, expect, it } from '@jest/globals';
import { sessionCookie, tokenIn } from '../../src/access/cookie.js';

const UNTIL = new Date('2030-01-02T03:04:05Z');

/** Without what depends on the present. */
const timeless = (cookie: string) => cookie.replace(/Max-Age=[1-9]\d*/, 'Max-Age=…');

describe('the session’s cookie', () => {
  it('[N10] is read by no script and sent by no other site', () => {
    expect(timeless(sessionCookie('abc_-1', UNTIL, false))).toBe(
      'rostrum=abc_-1; Path=/; Expires=Wed, 02 Jan 2030 03:04:05 GMT; Max-Age=…; HttpOnly; SameSite=Strict',
    );
  });

  it('[N10] is bound to the one host where the address is HTTPS', () => {
    expect(timeless(sessionCookie('abc', UNTIL, true))).toBe(
      '__Host-rostrum=abc; Path=/; Expires=Wed, 02 Jan 2030 03:04:05 GMT; Max-Age=…; HttpOnly; SameSite=Strict; Secure',
    );
  });

  it('[N10] is dropped with the same attributes', () => {
    expect(sessionCookie(null, null, true)).toBe(
      '__Host-rostrum=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; HttpOnly; SameSite=Strict; Secure',
    );
  });

  it('[N10] lasts as long as its session, whatever the browser’s clock says', () => {
    const [, seconds] = /; Max-Age=(\d+);/.exec(sessionCookie('abc', new Date(Date.now() + 3_600_000), true))!;
    expect(Number(seconds) / 3600).toBeCloseTo(1, 1);
  });

  it.each([
    [undefined, false, null],
    ['', false, null],
    ['rostrum', false, null],
    ['rostrum=', false, null],
    ['rostrum=abc', false, 'abc'],
    ['a=b; rostrum=abc;c=d', false, 'abc'],
    ['rostrum=abc; rostrum=def', false, 'abc'],
    ['xrostrum=abc', false, null],
    // Where the address is HTTPS, a cookie that any host of the domain could have set counts for nothing.
    ['rostrum=abc', true, null],
    ['__Host-rostrum=abc; rostrum=def', true, 'abc'],
  ])('[N10] %j holds, with HTTPS %s: %s', (header, isSecure, token) => {
    expect(tokenIn(header, isSecure)).toBe(token);
  });
});
