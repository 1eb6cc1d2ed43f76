import { describe, expect, it } from '@jest/globals';
import { board as project } from '../../src/board/board.js';
import { aDisplay } from '../../src/display/display.rules.js';
import { type Course, withMeeting } from '../../src/meeting/course.js';
import { recordLeaving, signInParticipant } from '../../src/people/presence.rules.js';
import { pauseTurn, resumeTurn } from '../../src/statement/statement.rules.js';
import { call, skip } from '../support/calls.js';
import { aMeeting, at, type Call, NOON, play } from '../support/course.js';
import { board, boardAfter, named, three } from '../support/projection.js';

const revive = (key: string, value: unknown) =>
  key.endsWith('At') && typeof value === 'string' ? new Date(value) : value;

describe('the whole board', () => {
  it('[B1] is made from what stands: a meeting before its opening', () => {
    const course = aMeeting({ agenda: ['OPENING', 'STATEMENT'], meeting: { status: 'SCHEDULED', openedAt: null } });
    expect(board(course)).toEqual({
      meetingId: 'meeting',
      epoch: course.meeting.epoch,
      seq: 10,
      state: 'STANDBY',
      language: 'ZH',
      status: 'SCHEDULED',
      title: 'Review',
      period: '2021',
      organization: 'High Court',
      venue: '',
      startsAt: NOON,
      timeZone: 'Asia/Shanghai',
      format: 'ONE_BY_ONE',
      hosts: [named('chair')],
      commenters: [named('chair')],
      attendance: { expected: 3, signedIn: 0, present: 0, quorum: null, isQuorate: null },
      agenda: [
        {
          id: 'item-1',
          position: 1,
          kind: 'OPENING',
          title: 'OPENING 1',
          status: 'PENDING',
          plannedSeconds: null,
          speaker: null,
        },
        {
          id: 'item-2',
          position: 2,
          kind: 'STATEMENT',
          title: 'STATEMENT 2',
          status: 'PENDING',
          plannedSeconds: 480,
          speaker: named('speaker-1'),
        },
      ],
      current: null,
      statement: null,
      written: [],
      comments: [],
      ballot: null,
      requirements: [],
      intermission: null,
      isBlackedOut: false,
      message: null,
      displays: [],
      notes: '',
      nextStep: { step: 'OPEN', item: null, statementId: null, requirementNumber: null, obstacle: null },
    });
  });

  it('[B1] shows a speaker at the lectern', () => {
    const course = play(three, call(2, 10));
    expect(board(course)).toEqual({
      ...board(three),
      state: 'STATEMENT',
      agenda: board(three).agenda.map((item) => (item.id === 'item-2' ? { ...item, status: 'CURRENT' } : item)),
      current: { ...board(three).agenda[1], status: 'CURRENT' },
      nextStep: {
        step: 'START_COMMENT',
        item: { ...board(three).agenda[1], status: 'CURRENT' },
        statementId: 'statement-1',
        requirementNumber: null,
        obstacle: null,
      },
      statement: {
        id: 'statement-1',
        number: 1,
        total: 3,
        speaker: named('speaker-1'),
        turn: {
          number: 1,
          plannedSeconds: 480,
          warningSeconds: 60,
          startedAt: at(10).at,
          pausedAt: null,
          endedAt: null,
          pausedMilliseconds: 0,
          earlierMilliseconds: 0,
        },
        next: named('speaker-2'),
      },
    });
  });

  it('[B1] is the same however the course came about, and says nothing of who looks or when', () => {
    const one = play(three, call(2, 10), [pauseTurn, {}, 20], [resumeTurn, {}, 20]);
    expect(board(one).statement!.turn).toEqual(boardAfter(three, call(2, 10)).statement!.turn);
    expect(JSON.stringify(board(one))).toBe(JSON.stringify(board(JSON.parse(JSON.stringify(one), revive))));
  });

  it('[B1] shows a person it has no name for as nobody, and goes on', () => {
    const bare = project(play(three, call(2)), { organization: '', people: new Map(), displays: [] });
    expect(bare.statement!.speaker).toEqual({ name: '', post: '', organization: '' });
  });

  it('[B16] has the notes on what is current, or on what comes next while nothing is', () => {
    const noted = { ...three, items: three.items.map((item) => ({ ...item, notes: `notes ${item.position}` })) };
    const notes = (...calls: Call[]) => boardAfter(noted, ...calls).notes;
    expect([notes(), notes(call(2)), notes(call(2), skip(2)), notes(call(5))]).toEqual([
      'notes 1',
      'notes 2',
      'notes 1',
      'notes 5',
    ]);
    expect(notes(skip(1), skip(2), skip(3), skip(4), skip(5))).toBeNull();
    // What was never called comes no more.
    for (const status of ['CLOSED', 'ARCHIVED'] as const)
      expect(board(withMeeting(noted, { status })).notes).toBeNull();
    expect(board(withMeeting(noted, { status: 'PAUSED' })).notes).toBe('notes 1');
  });

  it('[B9] [B11] [Y10] says what covers it and how its displays are set, and no more of them', () => {
    const course = withMeeting(three, { isBlackedOut: true, message: 'Please be seated' });
    const set = { id: 'display-1', view: 'ROSTRUM', theme: 'LIGHT', ratio: 4.5, language: 'EN' } as const;
    const row = { ...aDisplay({ ...set, meetingId: 'meeting', name: 'Hall' }), ...set, pairedAt: NOON };
    const told = project(course, { organization: '', people: new Map(), displays: [row] });
    expect(told).toMatchObject({ isBlackedOut: true, message: 'Please be seated', state: 'AGENDA' });
    expect(told.displays).toEqual([set]);
  });

  it('[B1] [K4] names all who chair and counts who is expected, has signed in and is there', () => {
    const [chair, guest, ...others] = three.participants;
    const two = { ...three, participants: [chair!, { ...guest!, duties: ['HOST', 'GUEST'] as const }, ...others] };
    const come = ['chair', 'guest', 'spare'].map((id): Call => [signInParticipant, { participantId: id }]);
    const left: Call = [recordLeaving, { participantId: 'spare' }];
    const { hosts, attendance } = board(play(two as unknown as Course, ...come, left));
    expect(hosts).toEqual([named('chair'), named('guest')]);
    expect(attendance).toEqual({ expected: 6, signedIn: 3, present: 2, quorum: null, isQuorate: null });
  });
});
