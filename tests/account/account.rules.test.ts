import { describe, expect, it } from '@jest/globals';
import {
  accountName,
  checkedAccount,
  checkedChange,
  checkedDuty,
  checkedPassword,
  refuseLockout,
  triedName,
} from '../../src/account/account.rules.js';
import { Duty } from '../../src/people/participant.type.js';
import { refused } from '../support/course.js';

const PERSON = '0190a000-0000-7000-8000-000000000001';

describe('a name', () => {
  it.each([
    [' Li.Yong ', 'li.yong'],
    ['ＬＩ＿Yong', 'li_yong'],
    ['李勇', '李勇'],
    ['li-yong@court.example', 'li-yong@court.example'],
    ['ÉCOLE', 'école'],
    ['ﬁ', 'fi'],
    ['x'.repeat(64), 'x'.repeat(64)],
  ])('[N1] %s is kept as %s', (given, kept) => {
    expect(accountName(given)).toBe(kept);
  });

  it.each([
    [' ', { field: 'name', problem: 'empty' }],
    ['x'.repeat(65), { field: 'name', problem: 'tooLong', limit: 64 }],
    ['li yong', { field: 'name', problem: 'notAName' }],
    ['li<b>', { field: 'name', problem: 'notAName' }],
    ['li\u202eyong', { field: 'name', problem: 'notAName' }],
    ['li\0', { field: 'name', problem: 'notText' }],
  ])('[N1] refuses %j', (given, details) => {
    expect(refused(() => accountName(given))).toEqual({ code: 'INVALID_INPUT', ...details });
  });

  it('[N4] that was tried is told where it can be one, and else not: it may be a password', () => {
    expect(triedName(' Li.Yong ')).toBe('li.yong');
    expect(triedName('correct horse battery')).toBeNull();
    expect(triedName('x'.repeat(65))).toBeNull();
    expect(triedName('')).toBeNull();
  });
});

describe('an account', () => {
  it('[N1] has a name and a display name, and may be somebody among the persons', () => {
    const given = { name: ' Li ', displayName: ' 李勇 ', isAdministrator: true };
    expect(checkedAccount({ ...given, personId: PERSON.toUpperCase() })).toEqual({
      name: 'li',
      displayName: '李勇',
      isAdministrator: true,
      personId: PERSON,
    });
    expect(checkedAccount(given).personId).toBeNull();
    expect(refused(() => checkedAccount({ ...given, displayName: '' }))).toEqual({
      code: 'INVALID_INPUT',
      field: 'displayName',
      problem: 'empty',
    });
    expect(refused(() => checkedAccount({ ...given, personId: 'me' }))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('[N1] keeps what is left out when it is changed; null takes the person away', () => {
    expect(checkedChange({})).toEqual({});
    expect(checkedChange({ displayName: null, isAdministrator: null })).toEqual({});
    expect(checkedChange({ isAdministrator: false, personId: null })).toEqual({
      isAdministrator: false,
      personId: null,
    });
    expect(checkedChange({ displayName: ' x ', personId: PERSON })).toEqual({ displayName: 'x', personId: PERSON });
  });
});

describe('a password', () => {
  it.each(['correct horse', 'x'.repeat(200), '十二个字的密码也是可以的呢', '            '])(
    '[N2] may be %j',
    (given) => {
      expect(checkedPassword('password', given, 'li')).toBe(given);
    },
  );

  it('[N2] is the same however a keyboard spells it', () => {
    expect(checkedPassword('password', 'école e\u0301cole!', 'li')).toBe('école école!');
  });

  it.each([
    ['elevensigns', { problem: 'tooShort', limit: 12 }],
    ['', { problem: 'tooShort', limit: 12 }],
    ['😀'.repeat(11), { problem: 'tooShort', limit: 12 }],
    ['x'.repeat(201), { problem: 'tooLong', limit: 200 }],
    ['LI.YONG@court.example', { problem: 'sameAsName' }],
  ])('[N2] is refused: %s', (given, details) => {
    expect(refused(() => checkedPassword('newPassword', given, 'li.yong@court.example'))).toEqual({
      code: 'INVALID_INPUT',
      field: 'newPassword',
      ...details,
    });
  });
});

describe('a lockout', () => {
  const administrator = { id: 'a', isAdministrator: true, isSuspended: false };
  const suspended = { ...administrator, isSuspended: true };
  const demoted = { ...administrator, isAdministrator: false };

  it.each([suspended, demoted])('[N8] is refused where no other administrator could sign in', (becomes) => {
    expect(refused(() => refuseLockout(administrator, becomes, 0, 'b'))).toEqual({ code: 'LAST_ADMINISTRATOR' });
    expect(refuseLockout(administrator, becomes, 1, 'b')).toBeUndefined();
  });

  it.each([suspended, demoted])('[N8] is not brought upon oneself, however many others there are', (becomes) => {
    expect(refused(() => refuseLockout(administrator, becomes, 5, 'a'))).toEqual({ code: 'OWN_ACCOUNT' });
  });

  it('[N8] is none where the account was no administrator before, or still is one', () => {
    expect(refuseLockout(demoted, { ...demoted, isSuspended: true }, 0, 'a')).toBeUndefined();
    expect(refuseLockout(suspended, { ...suspended, isAdministrator: false }, 0, 'b')).toBeUndefined();
    expect(refuseLockout(administrator, administrator, 0, 'a')).toBeUndefined();
  });
});

describe('an appointment', () => {
  it('[N12] is to what is done for a meeting, not to what a participant is', () => {
    const possible = Object.values(Duty).filter((duty) => {
      try {
        return checkedDuty(duty);
      } catch {
        return false;
      }
    });
    expect(possible).toEqual(['HOST', 'COMMENTER', 'RECORDER', 'TELLER']);
    expect(refused(() => checkedDuty('SPEAKER'))).toEqual({
      code: 'INVALID_INPUT',
      field: 'duty',
      problem: 'notHere',
    });
  });
});
