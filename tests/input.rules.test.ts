import { describe, expect, it } from '@jest/globals';
import { id, instant, integer, text, timeZone } from '../src/input.js';
import { refused } from './support/course.js';

const UUID = '0190a000-0000-7000-8000-000000000001';

describe('a text', () => {
  it.each([
    ['  述职 \n', '述职'],
    ['two\nlines', 'two\nlines'],
    ['𠮷'.repeat(5), '𠮷'.repeat(5)],
    ['ab\t', 'ab'],
  ])('[I1] is kept without the white space around it: %j', (said, kept) => {
    expect(text('title', said, { max: 9 })).toBe(kept);
  });

  it.each([
    ['', { problem: 'empty' }],
    [' \t\n\u3000', { problem: 'empty' }],
    ['a\0b', { problem: 'notText' }],
    ['half \ud83d', { problem: 'notText' }],
    ['\udc00 half', { problem: 'notText' }],
    ['123456', { problem: 'tooLong', limit: 5 }],
    ['𠮷𠮷𠮷𠮷𠮷𠮷', { problem: 'tooLong', limit: 5 }],
  ])(
    '[I1] is refused with the field and the problem if it is empty, can’t be stored or is too long: %j',
    (said, problem) => {
      expect(refused(() => text('title', said, { max: 5 }))).toEqual({
        code: 'INVALID_INPUT',
        field: 'title',
        ...problem,
      });
    },
  );

  it('[I1] may be empty where the rule says so, and only there', () => {
    expect(text('venue', '  ', { max: 5, empty: true })).toBe('');
    expect(refused(() => text('venue', 'a\0', { max: 5, empty: true }))).toMatchObject({ problem: 'notText' });
  });

  it('[I1] of hostile size is refused before anything else is done with it', () => {
    expect(refused(() => text('body', 'x'.repeat(1_000_000), { max: 5000 }))).toMatchObject({ problem: 'tooLong' });
  });
});

describe('a number', () => {
  it.each([10, 11, 14_400])('[I2] within its bounds is kept as it is: %d', (value) => {
    expect(integer('seconds', value, 10, 14_400)).toBe(value);
  });

  it.each([
    [9, { problem: 'tooSmall', limit: 10 }],
    [-1, { problem: 'tooSmall', limit: 10 }],
    [-2_147_483_648, { problem: 'tooSmall', limit: 10 }],
    [14_401, { problem: 'tooLarge', limit: 14_400 }],
    [2_147_483_647, { problem: 'tooLarge', limit: 14_400 }],
  ])('[I2] outside its bounds is refused with the bound that it breaks: %d', (value, problem) => {
    expect(refused(() => integer('seconds', value, 10, 14_400))).toEqual({
      code: 'INVALID_INPUT',
      field: 'seconds',
      ...problem,
    });
  });
});

describe('a time zone', () => {
  it.each(['Asia/Shanghai', 'Europe/Berlin', 'America/Argentina/Buenos_Aires', 'UTC'])(
    '[I3] is an IANA name: %s',
    (name) => {
      expect(timeZone('timeZone', name)).toBe(name);
    },
  );

  it.each(['', 'Beijing', 'Mars/Olympus', '+08:00', '-05:00', '+0800', 'Asia/Shanghai '])(
    '[I3] is refused if it is no IANA name or only an offset: %j',
    (name) => {
      expect(refused(() => timeZone('timeZone', name))).toEqual({
        code: 'INVALID_INPUT',
        field: 'timeZone',
        problem: 'notATimeZone',
      });
    },
  );
});

describe('an instant', () => {
  it.each(['1900-01-01T00:00:00.000Z', '2022-02-10T04:00:00.000Z', '9999-12-31T23:59:59.999Z'])(
    '[I4] between the years 1900 and 9999 is kept: %s',
    (said) => {
      const value = new Date(said);
      expect(instant('startsAt', value)).toBe(value);
    },
  );

  it.each(['1899-12-31T23:59:59.999Z', '+010000-01-01T00:00:00.000Z', '-000001-01-01T00:00:00.000Z', 'no time at all'])(
    '[I4] that is no time or can’t be stored is refused: %s',
    (said) => {
      expect(refused(() => instant('startsAt', new Date(said)))).toEqual({
        code: 'INVALID_INPUT',
        field: 'startsAt',
        problem: 'notADate',
      });
    },
  );
});

describe('an id', () => {
  it('[I5] that could be one is let through, in small letters', () => {
    expect(id('person', UUID)).toBe(UUID);
    expect(id('person', UUID.toUpperCase())).toBe(UUID);
  });

  it.each(['', '1', 'null', `${UUID} `, `{${UUID}}`, "' OR 1=1 --"])(
    '[I5] that can’t be one is the id of nothing: %j',
    (value) => {
      expect(refused(() => id('person', value))).toEqual({ code: 'NOT_FOUND', what: 'person', id: value });
    },
  );
});
