import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { addressOf } from '../../src/doors/address.js';
import { Allowance } from '../../src/doors/allowance.js';
import { createCrowd } from '../../src/doors/crowd.js';
import { Operations } from '../../src/doors/operations.js';
import { isFromHere } from '../../src/doors/origin.js';

describe('the address of a visitor', () => {
  const address = (remoteAddress: string | undefined, forwarded: string | undefined, trusted: number) =>
    addressOf({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } } as never, trusted);

  it.each<[string, string | undefined, string | undefined, number, string]>([
    ['comes from the connection', '203.0.113.7', undefined, 0, '203.0.113.7'],
    ['is not believed from whoever is no proxy', '203.0.113.7', '198.51.100.1', 0, '203.0.113.7'],
    ['is what the one proxy says', '10.0.0.1', '198.51.100.1', 1, '198.51.100.1'],
    [
      'is what the nearest proxy says, whatever was made up before',
      '10.0.0.1',
      '6.6.6.6, 198.51.100.1',
      1,
      '198.51.100.1',
    ],
    ['is what the second proxy says', '10.0.0.1', '6.6.6.6, 198.51.100.1, 10.0.0.2', 2, '198.51.100.1'],
    ['is the farthest that is known', '10.0.0.1', '198.51.100.1', 3, '198.51.100.1'],
    ['is the proxy’s where it says nothing', '10.0.0.1', undefined, 1, '10.0.0.1'],
    ['is the proxy’s where it hides it', '10.0.0.1', 'unknown', 1, '10.0.0.1'],
    ['is no word', '10.0.0.1', '<script>, _hidden', 1, '10.0.0.1'],
    ['has no port', '10.0.0.1', '198.51.100.1:4711', 1, '198.51.100.1'],
    ['has no brackets', '10.0.0.1', '[2001:DB8::1]:4711', 1, '2001:db8::1'],
    ['of IPv4 is written so', '::ffff:203.0.113.7', undefined, 0, '203.0.113.7'],
    ['of a socket that is gone is empty', undefined, undefined, 0, ''],
  ])('[G10] %s', (_, remote, forwarded, trusted, expected) => {
    expect(address(remote, forwarded, trusted)).toBe(expected);
  });

  it('[G10] has as many sockets as allowed, until one of them closes', () => {
    const crowd = createCrowd(2);
    expect([crowd.enter('a'), crowd.enter('a'), crowd.enter('a'), crowd.enter('b')]).toEqual([true, true, false, true]);
    crowd.leave('a');
    expect([crowd.enter('a'), crowd.enter('a')]).toEqual([true, false]);
  });
});

describe('the page that opens a socket', () => {
  const isTaken = (origins: string[], host = 'rostrum.example', allowed: string[] = []) =>
    isFromHere(
      {
        headers: { host, ...(origins.length > 0 && { origin: origins.join(', ') }) },
        rawHeaders: ['Host', host, ...origins.flatMap((one) => ['Origin', one])],
      } as unknown as IncomingMessage,
      allowed,
    );

  it.each([
    ['no browser', [], 'rostrum.example'],
    ['our own page', ['https://rostrum.example'], 'rostrum.example'],
    ['our own page behind nothing', ['http://rostrum.example:4000'], 'rostrum.example:4000'],
    ['a host that a client writes in capitals', ['http://rostrum.example:4000'], 'ROSTRUM.example:4000'],
    ['an address', ['http://[::1]:4000'], '[::1]:4000'],
  ])('[E4] is taken: %s', (_, origins, host) => {
    expect(isTaken(origins, host)).toBe(true);
  });

  it.each([
    ['a longer host', ['https://rostrum.example.evil.example']],
    ['a host before ours', ['https://evil-rostrum.example']],
    ['a host below ours', ['https://sub.rostrum.example']],
    ['our host as a name', ['https://rostrum.example@evil.example']],
    ['a name before our host', ['https://evil@rostrum.example']],
    ['another port', ['https://rostrum.example:8443']],
    ['our host in a path', ['https://evil.example/rostrum.example']],
    ['a path', ['https://rostrum.example/']],
    ['capitals', ['HTTPS://ROSTRUM.EXAMPLE']],
    ['a dot at the end', ['https://rostrum.example.']],
    ['nothing', ['']],
    ['null', ['null']],
    ['a star', ['*']],
    ['blanks', ['   ']],
    ['a file', ['file://']],
    ['no scheme', ['rostrum.example']],
    ['another scheme', ['javascript://rostrum.example']],
    ['a look-alike letter', ['https://rоstrum.example']],
    ['two', ['https://rostrum.example', 'https://evil.example']],
    ['the same twice', ['https://rostrum.example', 'https://rostrum.example']],
    ['two in one', ['https://rostrum.example, https://evil.example']],
  ])('[E4] is refused: %s', (_, origins) => {
    expect(isTaken(origins)).toBe(false);
    expect(isTaken(origins, 'other.example', ['https://rostrum.example'])).toBe(false);
  });

  it('[E4] of an allowed origin is taken, and of two hosts is not', () => {
    expect(isTaken(['https://hall.example'], 'rostrum.example', ['https://hall.example'])).toBe(true);
    const headers = { host: 'evil.example', origin: 'https://evil.example' };
    const rawHeaders = ['Host', 'evil.example', 'host', 'rostrum.example', 'Origin', 'https://evil.example'];
    expect(isFromHere({ headers, rawHeaders } as unknown as IncomingMessage, [])).toBe(false);
  });
});

describe('what a socket may do', () => {
  it('[G8] is so much at once, and thirty messages a second', () => {
    const allowance = new Allowance();
    const begin = performance.now() + 60_000;
    const taken = (now: number) => {
      let count = 0;
      while (allowance.take(now)) count += 1;
      return count;
    };
    expect(taken(begin)).toBe(150);
    expect(taken(begin + 1_000)).toBe(30);
    expect(taken(begin + 1_100)).toBe(3);
    expect(taken(begin + 3_600_000)).toBe(150);
    allowance.spend(60);
    expect(taken(begin + 3_601_000)).toBe(0);
    expect(taken(begin + 3_602_000)).toBe(0);
    expect(taken(begin + 3_603_000)).toBe(30);
  });

  it('[G9] is fifty operations, and so much of their answers together', () => {
    const operations = new Operations();
    const present: Record<string, null> = {};
    const begin = (id: string, cost: number) => {
      present[id] = null;
      const excess = operations.excess(id, cost, present);
      if (excess) delete present[id];
      else operations.start(id, cost);
      return excess?.originalError ?? null;
    };
    for (let n = 0; n < 50; n += 1) expect(begin(String(n), 1)).toBeNull();
    expect(begin('one more', 1)).toMatchObject({
      code: 'TOO_COMPLEX',
      details: { detail: 'tooManyAtOnce', limit: 50 },
    });
    for (let n = 0; n < 50; n += 1) operations.started(String(n));
    // Its first operation is completed, and its id is free again.
    expect(begin('3', 1)).toBeNull();
    operations.started('3');
    delete present['7'];
    expect(begin('in its place', 1)).toBeNull();
    for (const id of Object.keys(present)) delete present[id];
    // It is completed, but what it has begun goes on.
    expect(operations.isStarting('in its place')).toBe(true);
    expect(begin('a', 60_000)).toBeNull();
    expect(begin('b', 60_000)).toMatchObject({ details: { detail: 'tooCostlyTogether' } });
    expect(begin('c', 39_000)).toBeNull();
  });
});
