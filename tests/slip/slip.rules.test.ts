import { describe, expect, it } from '@jest/globals';
import { hashCode, newCode, spelled } from '../../src/access/secret.js';
import { CODE_LENGTH, expiryOf, grouped } from '../../src/slip/slip.rules.js';

describe('a slip', () => {
  it.each([
    ['days before', '2022-02-01T12:00:00Z', '2022-02-11T01:00:00Z'],
    ['on the day', '2022-02-10T01:30:00Z', '2022-02-11T01:00:00Z'],
    ['late at night', '2022-02-10T20:00:00Z', '2022-02-11T08:00:00Z'],
    ['long after', '2030-01-01T00:00:00Z', '2030-01-01T12:00:00Z'],
  ])('[K8] issued %s is valid until a day after the planned start, and for twelve hours at least', (_, now, until) => {
    expect(expiryOf(new Date('2022-02-10T01:00:00Z'), new Date(now))).toEqual(new Date(until));
  });

  it('[K7] has a code that is read and typed in whichever way, and kept as a slow hash', async () => {
    const code = newCode(CODE_LENGTH);
    expect(grouped(code)).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/);
    const typed = [
      grouped(code),
      ` ${grouped(code).toLowerCase()} `,
      [...code].join(' '),
      grouped(code).replace('-', '—'),
    ];
    expect(typed.map(spelled)).toEqual(typed.map(() => code));
    const hashes = await Promise.all([code, ...typed].map(hashCode));
    expect(new Set(hashes).size).toBe(1);
    expect(hashes[0]).not.toContain(code);
  });
});
