import { describe, expect, it } from '@jest/globals';
import { sessionCookie, tokenIn } from '../../src/access/cookie.js';

const UNTIL = new Date('2030-01-02T03:04:05Z');

describe('the session’s cookie', () => {
  it('[N10] is read by no script and sent by no other site', () => {
    expect(sessionCookie('abc_-1', UNTIL, false)).toBe(
      'rostrum=abc_-1; Path=/; Expires=Wed, 02 Jan 2030 03:04:05 GMT; HttpOnly; SameSite=Strict',
    );
  });

  it('[N10] is bound to the one host where the address is HTTPS', () => {
    expect(sessionCookie('abc', UNTIL, true)).toBe(
      '__Host-rostrum=abc; Path=/; Expires=Wed, 02 Jan 2030 03:04:05 GMT; HttpOnly; SameSite=Strict; Secure',
    );
  });

  it('[N10] is dropped with the same attributes', () => {
    expect(sessionCookie(null, null, true)).toBe(
      '__Host-rostrum=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Strict; Secure',
    );
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
