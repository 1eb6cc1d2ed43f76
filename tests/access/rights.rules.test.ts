import { describe, expect, it } from '@jest/globals';
import {
  blind,
  common,
  isSeen,
  type Role,
  rolesAt,
  rolesOf,
  type Sight,
  type Standing,
  sightOf,
  wordOf,
} from '../../src/access/rights.rules.js';
import { everyone, system } from '../../src/access/viewer.js';
import type { MeetingStatus, Visibility } from '../../src/meeting/meeting.type.js';
import { account, administrator, display, MEETING, OTHER, participant, standing } from '../support/viewers.js';

const statuses: MeetingStatus[] = ['DRAFT', 'SCHEDULED', 'LIVE', 'PAUSED', 'CLOSED', 'ARCHIVED'];
const running: Role[] = ['ADMINISTRATOR', 'HOST', 'RECORDER'];
const inTheRoom: Role[] = ['COMMENTER', 'SPEAKER', 'TELLER', 'GUEST', 'ATTENDEE', 'DISPLAY'];
const outside: Role[] = ['PUBLIC', 'ACCOUNT'];
const all = [...running, ...inTheRoom, ...outside];

describe('who somebody is', () => {
  it('[F1] everybody is PUBLIC, and whoever has an account or administers is that as well', () => {
    expect(rolesOf(everyone)).toEqual(['PUBLIC']);
    expect(rolesOf(account)).toEqual(['PUBLIC', 'ACCOUNT']);
    expect(rolesOf(administrator)).toEqual(['PUBLIC', 'ACCOUNT', 'ADMINISTRATOR']);
    expect(rolesOf(participant)).toEqual(['PUBLIC']);
    expect(rolesOf(display)).toEqual(['PUBLIC']);
    expect(rolesOf(system)).toContain('ADMINISTRATOR');
  });

  it('[F1] a display is one at its own meeting, however its id is written, and nobody at another', () => {
    expect(rolesAt(display, MEETING.toUpperCase(), standing)).toEqual(['PUBLIC', 'DISPLAY']);
    expect(rolesAt(display, OTHER, standing)).toEqual(['PUBLIC']);
  });

  it('[F1] duties are those of the standing at the meeting', () => {
    expect(rolesAt(account, MEETING, { ...standing, duties: ['HOST', 'COMMENTER'] })).toEqual([
      'PUBLIC',
      'ACCOUNT',
      'HOST',
      'COMMENTER',
    ]);
  });
});

describe('which meetings are seen', () => {
  /** For each visibility, the statuses in which those in the room, and those outside, see it. */
  const table: Record<Visibility, [inTheRoom: MeetingStatus[], outside: MeetingStatus[]]> = {
    PUBLIC: [statuses.slice(1), statuses.slice(1)],
    ROOM: [statuses.slice(1), []],
    PRIVATE: [statuses.slice(2), []],
  };
  const cases = (Object.keys(table) as Visibility[]).flatMap((visibility) =>
    statuses.flatMap((status) => all.map((role) => ({ visibility, status, role }))),
  );

  it.each(cases)('[F2] $visibility, $status: $role', ({ visibility, status, role }) => {
    const [room, rest] = table[visibility];
    const expected = running.includes(role) || (inTheRoom.includes(role) ? room : rest).includes(status);
    expect(isSeen([role], { visibility, status })).toBe(expected);
  });

  it('[F2] whoever has several roles sees what the one that sees most does', () => {
    const draft = { visibility: 'PRIVATE', status: 'DRAFT' } as const;
    expect(isSeen(['PUBLIC', 'GUEST', 'RECORDER'], draft)).toBe(true);
    expect(isSeen(['PUBLIC', 'GUEST', 'TELLER'], draft)).toBe(false);
    expect(isSeen([], { visibility: 'PUBLIC', status: 'LIVE' })).toBe(true);
  });
});

describe('what is seen of a meeting', () => {
  const at = (duties: Standing['duties'], more: Partial<Standing> = {}) =>
    sightOf(participant, MEETING, { ...standing, participantId: 'participant-1', duties, ...more });

  it('[F4] is nothing where the meeting is not seen', () => {
    expect(at(['COMMENTER', 'TELLER', 'SPEAKER'], { status: 'DRAFT' })).toEqual(blind);
    expect(sightOf(everyone, MEETING, standing)).toEqual(blind);
    expect(wordOf(blind)).toBe('000000  ');
  });

  it('[F4] follows from the duties', () => {
    const nothing = {
      isSeen: true,
      isOperator: false,
      isCommenter: false,
      isTeller: false,
      isSpeaker: false,
      isOnRostrum: false,
    };
    const oneself = { participantId: 'participant-1', holder: 'PARTICIPANT:participant-1' };
    expect(at(['GUEST'])).toEqual({ ...nothing, ...oneself });
    expect(at(['HOST'])).toEqual({ ...nothing, ...oneself, isOperator: true });
    expect(at(['RECORDER'])).toEqual({ ...nothing, ...oneself, isOperator: true });
    expect(at(['COMMENTER', 'TELLER'])).toEqual({ ...nothing, ...oneself, isCommenter: true, isTeller: true });
    expect(at(['SPEAKER'])).toEqual({ ...nothing, ...oneself, isSpeaker: true });
    expect(sightOf(administrator, MEETING, standing)).toMatchObject({ isOperator: true, holder: 'ACCOUNT:account-1' });
  });

  const equal = (a: Sight, b: Sight) => wordOf(a) === wordOf(b);
  const shared = (duties: Standing['duties'], participantId: string, isPersonal = false) =>
    common(sightOf({ ...participant, id: participantId }, MEETING, { ...standing, duties, participantId }), {
      isPersonal,
    });

  it.each([['GUEST'], ['ATTENDEE'], ['TELLER']] as const)('[F5] is shared by all who are %s', (duty) => {
    expect(equal(shared([duty], 'a'), shared([duty], 'b'))).toBe(true);
    expect(shared([duty], 'a')).toMatchObject({ participantId: null, holder: null });
  });

  it.each([['HOST'], ['RECORDER'], ['COMMENTER'], ['SPEAKER']] as const)(
    '[F5] is each one’s own for %s, who may have a statement or a draft',
    (duty) => {
      expect(equal(shared([duty], 'a'), shared([duty], 'b'))).toBe(false);
      expect(equal(shared([duty], 'a'), shared([duty], 'a'))).toBe(true);
    },
  );

  it('[F5] is each participant’s own where it is asked for what everybody has', () => {
    expect(equal(shared(['GUEST'], 'a', true), shared(['GUEST'], 'b', true))).toBe(false);
    const visitors = [display, account, everyone].map((viewer) =>
      common(sightOf(viewer, MEETING, { ...standing, visibility: 'PUBLIC' }), { isPersonal: true }),
    );
    expect(new Set(visitors.map(wordOf)).size).toBe(1);
  });

  it('[F5] has another word wherever it differs in anything', () => {
    const sight: Sight = { ...blind, isSeen: true };
    const changes: Partial<Sight>[] = [
      {},
      { isSeen: false },
      { isOperator: true },
      { isCommenter: true },
      { isTeller: true },
      { isSpeaker: true },
      { isOnRostrum: true },
      { participantId: 'x' },
      { holder: 'x' },
    ];
    expect(new Set(changes.map((change) => wordOf({ ...sight, ...change }))).size).toBe(changes.length);
    expect(Object.keys(sight)).toHaveLength(changes.length - 1);
  });
});
