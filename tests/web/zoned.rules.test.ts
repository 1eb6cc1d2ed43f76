import { describe, expect, it } from '@jest/globals';
import { instantOf, wallTime } from '../../src/web/prepare/zoned.rules.js';

const iso = (wall: string, zone: string) => {
  const at = instantOf(wall, zone);
  return at === null ? null : new Date(at).toISOString();
};

describe('the time that clocks show in a meeting’s zone', () => {
  it.each([
    ['2022-02-10T09:00', 'Asia/Shanghai', '2022-02-10T01:00:00.000Z'],
    ['2022-07-01T09:00', 'Europe/Berlin', '2022-07-01T07:00:00.000Z'],
    ['2022-01-01T00:30', 'Pacific/Kiritimati', '2021-12-31T10:30:00.000Z'],
    ['2022-01-01T00:00', 'Asia/Kathmandu', '2021-12-31T18:15:00.000Z'],
    // Of an hour that comes twice, the first.
    ['2022-10-30T02:30', 'Europe/Berlin', '2022-10-30T00:30:00.000Z'],
  ])('[M16] %s in %s is %s, and back', (wall, zone, instant) => {
    expect(iso(wall, zone)).toBe(instant);
    expect(wallTime(Date.parse(instant), zone)).toBe(wall);
  });

  it('[M16] of an hour that is left out is the one after it, and what is no time is none', () => {
    expect(iso('2022-03-27T02:30', 'Europe/Berlin')).toBe('2022-03-27T01:30:00.000Z');
    expect(wallTime(Date.parse('2022-03-27T01:30:00Z'), 'Europe/Berlin')).toBe('2022-03-27T03:30');
    expect([iso('', 'UTC'), iso('soon', 'UTC')]).toEqual([null, null]);
  });
});
