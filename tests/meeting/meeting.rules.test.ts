import { describe, expect, it } from '@jest/globals';
import { callItem, skipItem } from '../../src/agenda/call.rules.js';
import { postComment, retractComment } from '../../src/appraisal/comment.rules.js';
import { type Course, withMeeting } from '../../src/meeting/course.js';
import {
  archiveMeeting,
  closeMeeting,
  createMeeting,
  deleteMeeting,
  openMeeting,
  pauseMeeting,
  resumeMeeting,
  scheduleMeeting,
  unscheduleMeeting,
  updateMeeting,
} from '../../src/meeting/meeting.rules.js';
import type { CreateMeetingInput, MeetingStatus } from '../../src/meeting/meeting.type.js';
import { endStatement, pauseTurn, resumeTurn, skipComment, startComment } from '../../src/statement/statement.rules.js';
import { elapsedMilliseconds } from '../../src/statement/turn.rules.js';
import { aMeeting, at, type Call, decide, NOON, play, refusal, refused } from '../support/course.js';

const UNIT = '0190a000-0000-7000-8000-000000000001';
const INPUT: CreateMeetingInput = Object.freeze({
  organizationId: UNIT,
  title: ' 述职评议会 ',
  period: ' 2021 ',
  startsAt: NOON,
  timeZone: 'Asia/Shanghai',
  venue: ' 第一会议室 ',
  language: 'ZH',
  format: 'ONE_BY_ONE',
  plannedSeconds: 480,
  warningSeconds: 60,
});
const as = (status: MeetingStatus) => aMeeting({ meeting: { status } });
const call = (item: number, seconds = 0): Call => [callItem, { itemId: `item-${item}` }, seconds];
const say = (statement: number, seconds = 0): Call => [
  postComment,
  { statementId: `statement-${statement}`, authorId: 'chair', body: 'Well done.' },
  seconds,
];
const END: Call = [endStatement, {}];

describe('creating a meeting', () => {
  it('[M2] makes a DRAFT without agenda or participants', () => {
    const { course, entry, id } = createMeeting(INPUT, at(0));
    expect(course).toEqual({
      meeting: {
        ...INPUT,
        title: '述职评议会',
        period: '2021',
        venue: '第一会议室',
        id,
        status: 'DRAFT',
        visibility: 'ROOM',
        quorum: null,
        currentItemId: null,
        openedAt: null,
        pausedAt: null,
        returnsAt: null,
        closedAt: null,
        isBlackedOut: false,
        message: null,
        seq: 0,
        epoch: expect.stringMatching(/^new-/),
      },
      participants: [],
      items: [],
      statements: [],
      turns: [],
      comments: [],
      requirements: [],
      ballots: [],
      tallies: [],
    });
    expect(entry).toEqual({ type: 'MeetingCreated' });
  });

  const wrong: [Partial<CreateMeetingInput>, object][] = [
    [{ organizationId: 'x' }, { code: 'NOT_FOUND', what: 'organization', id: 'x' }],
    [{ title: ' ' }, { field: 'title', problem: 'empty' }],
    [{ title: 'x'.repeat(201) }, { field: 'title', problem: 'tooLong', limit: 200 }],
    [{ period: '' }, { field: 'period', problem: 'empty' }],
    [{ period: 'x'.repeat(51) }, { field: 'period', problem: 'tooLong', limit: 50 }],
    [{ startsAt: new Date('1899-01-01') }, { field: 'startsAt', problem: 'notADate' }],
    [{ timeZone: 'Beijing' }, { field: 'timeZone', problem: 'notATimeZone' }],
    [{ venue: 'x'.repeat(201) }, { field: 'venue', problem: 'tooLong', limit: 200 }],
    [{ plannedSeconds: 9 }, { field: 'plannedSeconds', problem: 'tooSmall', limit: 10 }],
    [{ plannedSeconds: 14_401 }, { field: 'plannedSeconds', problem: 'tooLarge', limit: 14_400 }],
    [{ warningSeconds: -1 }, { field: 'warningSeconds', problem: 'tooSmall', limit: 0 }],
    [{ quorum: -1 }, { field: 'quorum', problem: 'tooSmall', limit: 1 }],
    [{ quorum: 100_001 }, { field: 'quorum', problem: 'tooLarge', limit: 100_000 }],
    [{ warningSeconds: 3601 }, { field: 'warningSeconds', problem: 'tooLarge', limit: 3600 }],
  ];

  it.each(wrong)('[M1] refuses %j, and so does changing', (change, told) => {
    const full = { code: 'INVALID_INPUT', ...told };
    expect(refused(() => createMeeting({ ...INPUT, ...change }, at(0)))).toEqual(full);
    expect(refused(() => decide(as('DRAFT'), updateMeeting, change))).toEqual(full);
  });
});

describe('changing a meeting', () => {
  it('[M3] changes what is given and leaves what is left out or null', () => {
    const course = as('DRAFT');
    const startsAt = new Date('2022-02-11T01:00:00Z');
    const input = { title: ' New ', venue: '', period: null, format: 'BLOCK' as const, startsAt };
    expect(decide(course, updateMeeting, input)).toEqual({
      course: { ...course, meeting: { ...course.meeting, title: 'New', venue: '', format: 'BLOCK', startsAt } },
      entry: { type: 'MeetingUpdated' },
      id: 'meeting',
    });
  });

  it('[M3] sets a quorum, leaves it and takes it away with 0', () => {
    expect(createMeeting({ ...INPUT, quorum: 0 }, at(0)).course!.meeting.quorum).toBeNull();
    const quorumAfter = (...quorums: (number | null)[]) =>
      play(as('DRAFT'), ...quorums.map((quorum): Call => [updateMeeting, { quorum }])).meeting.quorum;
    expect([quorumAfter(40), quorumAfter(40, null), quorumAfter(40, 0)]).toEqual([40, 40, null]);
  });

  it('[M4] deletes a DRAFT, with no entry left', () => {
    expect(decide(as('DRAFT'), deleteMeeting, {})).toEqual({ course: null, id: 'meeting' });
  });
});

describe('scheduling', () => {
  it('[M5] makes a DRAFT that has a host, a commenter and a statement SCHEDULED', () => {
    const course = as('DRAFT');
    expect(decide(course, scheduleMeeting, {})).toEqual({
      course: withMeeting(course, { status: 'SCHEDULED' }),
      entry: { type: 'MeetingScheduled' },
      id: 'meeting',
    });
    const duties = (part: Course['participants'][number], list: 'HOST' | 'COMMENTER') => ({ ...part, duties: [list] });
    const [chair, guest, ...others] = course.participants;
    const split = { ...course, participants: [duties(chair!, 'HOST'), duties(guest!, 'COMMENTER'), ...others] };
    expect(decide(split, scheduleMeeting, {}).course!.meeting.status).toBe('SCHEDULED');
    const written = aMeeting({ agenda: ['WRITTEN_STATEMENTS'], written: 1, meeting: { status: 'DRAFT' } });
    expect(decide(written, scheduleMeeting, {}).course!.meeting.status).toBe('SCHEDULED');
  });

  it.each<[string, (course: Course) => Course]>([
    ['host', (course) => ({ ...course, participants: course.participants.filter(({ id }) => id !== 'chair') })],
    [
      'commenter',
      (course) => ({ ...course, participants: course.participants.map((row) => ({ ...row, duties: ['HOST'] })) }),
    ],
    ['statement', () => aMeeting({ agenda: ['OPENING', 'CLOSING'], meeting: { status: 'DRAFT' } })],
  ])('[M5] says what is missing: %s', (missing, change) => {
    expect(refused(() => decide(change(as('DRAFT')), scheduleMeeting, {}))).toEqual({ code: 'NOT_READY', missing });
  });

  it('[M6] can be taken back, and nothing but the status changes', () => {
    const course = as('SCHEDULED');
    expect(decide(course, unscheduleMeeting, {})).toEqual({
      course: withMeeting(course, { status: 'DRAFT' }),
      entry: { type: 'MeetingUnscheduled' },
      id: 'meeting',
    });
  });
});

describe('opening', () => {
  it('[M7] makes a SCHEDULED meeting LIVE, at the server’s time, with no current item', () => {
    const course = aMeeting({ meeting: { status: 'SCHEDULED', openedAt: null } });
    expect(decide(course, openMeeting, {}, 70)).toEqual({
      course: withMeeting(course, { status: 'LIVE', openedAt: at(70).at }),
      entry: { type: 'MeetingOpened' },
      id: 'meeting',
    });
  });

  it.each([
    ['host', { participants: [] }],
    ['statement', { statements: [] }],
  ])('[M7] refuses a meeting that has lost its %s since it was scheduled', (missing, change) => {
    const course = { ...aMeeting({ meeting: { status: 'SCHEDULED' } }), ...change };
    expect(refused(() => decide(course, openMeeting, {}))).toEqual({ code: 'NOT_READY', missing });
  });
});

describe('an intermission', () => {
  const speaking = (...calls: Call[]) => play(aMeeting(), call(2, 10), ...calls);
  const elapsed = ({ turns }: Course, seconds: number) =>
    elapsedMilliseconds(turns[0]!, at(seconds).at.getTime()) / 1000;

  it('[M8] pauses the meeting and the running turn with it', () => {
    const before = speaking();
    expect(decide(before, pauseMeeting, {}, 60)).toEqual({
      course: {
        ...withMeeting(before, { status: 'PAUSED', pausedAt: at(60).at, returnsAt: null }),
        turns: [{ ...before.turns[0], pausedAt: at(60).at }],
      },
      entry: { type: 'MeetingPaused' },
      id: 'meeting',
    });
  });

  it('[M8] leaves a turn that is paused already, and turns that are over', () => {
    const paused = speaking([pauseTurn, {}, 30]);
    expect(decide(paused, pauseMeeting, {}, 60).course!.turns).toBe(paused.turns);
    const over = speaking([endStatement, {}, 30]);
    expect(decide(over, pauseMeeting, {}, 60).course!.turns).toBe(over.turns);
  });

  it.each([10, 900, 86_400])('[M8] can announce the return in %d seconds', (returnInSeconds) => {
    const next = decide(aMeeting(), pauseMeeting, { returnInSeconds }, 60).course!;
    expect(next.meeting).toMatchObject({ pausedAt: at(60).at, returnsAt: at(60 + returnInSeconds).at });
  });

  it.each([
    [9, { problem: 'tooSmall', limit: 10 }],
    [86_401, { problem: 'tooLarge', limit: 86_400 }],
  ])('[M8] refuses to announce a return in %d seconds', (returnInSeconds, problem) => {
    expect(refused(() => decide(aMeeting(), pauseMeeting, { returnInSeconds }))).toEqual({
      code: 'INVALID_INPUT',
      field: 'returnInSeconds',
      ...problem,
    });
  });

  it('[M9] ends with the meeting LIVE and the turn going on where it stopped', () => {
    const before = speaking();
    const after = play(before, [pauseMeeting, { returnInSeconds: 600 }, 60], [resumeMeeting, {}, 700]);
    expect(after).toEqual({ ...before, turns: [{ ...before.turns[0], pausedMilliseconds: 640_000 }] });
    expect(elapsed(after, 720)).toBe(70);
  });

  it('[M9] leaves a turn paused that was paused before the intermission', () => {
    const before = speaking([pauseTurn, {}, 30]);
    const after = play(before, [pauseMeeting, {}, 60], [resumeMeeting, {}, 700]);
    expect(after).toEqual(before);
    expect(elapsed(after, 900)).toBe(20);
    expect(elapsed(play(after, [resumeTurn, {}, 1000]), 1005)).toBe(25);
  });

  it('[M9] adds up over two intermissions and a pause of the turn between them', () => {
    const after = speaking(
      [pauseMeeting, {}, 20],
      [resumeMeeting, {}, 100],
      [pauseTurn, {}, 110],
      [resumeTurn, {}, 200],
      [pauseMeeting, {}, 210],
      [resumeMeeting, {}, 86_400],
    );
    expect(elapsed(after, 86_405)).toBe(35);
  });

  it('[M9] without a turn just ends', () => {
    const before = aMeeting();
    expect(play(before, [pauseMeeting, {}, 60], [resumeMeeting, {}, 700])).toEqual(before);
  });
});

describe('closing', () => {
  const ready = () => play(aMeeting(), call(2), END, say(1), call(3), END, say(2), call(4, 50));

  it('[M10] makes a LIVE meeting CLOSED and ends the current item with it', () => {
    const before = ready();
    expect(decide(before, closeMeeting, {}, 99)).toEqual({
      course: {
        ...withMeeting(before, { status: 'CLOSED', closedAt: at(99).at, currentItemId: null }),
        items: before.items.map((item) =>
          item.id === 'item-4' ? { ...item, status: 'DONE', endedAt: at(99).at } : item,
        ),
      },
      entry: { type: 'MeetingClosed' },
      id: 'meeting',
    });
  });

  it('[M10] leaves a current statement that was commented on as DONE', () => {
    const course = play(aMeeting(), call(2), END, say(1), call(3), END, say(2), [closeMeeting, {}, 99]);
    expect(course.statements.map(({ phase }) => phase)).toEqual(['DONE', 'DONE']);
    expect(course.items[2]).toMatchObject({ status: 'DONE', endedAt: at(99).at });
  });

  it('[M10] needs no other items to have been called, and takes skipped statements for settled', () => {
    const skip = (item: number): Call => [skipItem, { itemId: `item-${item}`, reason: 'ill' }];
    expect(play(aMeeting(), skip(2), skip(3), [closeMeeting, {}]).meeting.status).toBe('CLOSED');
  });

  it('[M10] is refused while somebody speaks', () => {
    expect(refused(() => decide(play(aMeeting(), call(2)), closeMeeting, {}))).toEqual({ code: 'TURN_RUNNING' });
  });

  it('[M10] is refused while statements are to be called, and says how many', () => {
    expect(refused(() => decide(aMeeting(), closeMeeting, {}))).toEqual({ code: 'ITEMS_PENDING', count: 2 });
    const one = play(aMeeting(), call(2), END, say(1));
    expect(refused(() => decide(one, closeMeeting, {}))).toEqual({ code: 'ITEMS_PENDING', count: 1 });
  });

  it('[M10] is refused while the current statement has no comment, or only a retracted one', () => {
    const course = play(aMeeting(), call(2), END, say(1), call(3), END);
    expect(refused(() => decide(course, closeMeeting, {}))).toEqual({ code: 'COMMENT_MISSING' });
    const posted = play(course, say(2));
    const { id: commentId } = posted.comments.at(-1)!;
    expect(refusal(play(posted, [retractComment, { commentId, reason: 'x' }]), closeMeeting, {})).toBe(
      'COMMENT_MISSING',
    );
    const skip: Call = [skipComment, { statementId: 'statement-2', reason: 'no time' }];
    expect(play(course, skip, [closeMeeting, {}]).meeting.status).toBe('CLOSED');
  });

  it('[M10] is refused in the BLOCK format while a statement waits for its comment', () => {
    const heard = play(aMeeting({ meeting: { format: 'BLOCK' } }), call(2), END, call(3), END);
    expect(refused(() => decide(heard, closeMeeting, {}))).toEqual({ code: 'COMMENT_MISSING' });
    const started = play(heard, [startComment, { statementId: 'statement-1' }]);
    expect(refusal(started, closeMeeting, {})).toBe('COMMENT_MISSING');
    const one = play(started, say(1));
    expect(refusal(one, closeMeeting, {})).toBe('COMMENT_MISSING');
    const both = play(one, [skipComment, { statementId: 'statement-2', reason: 'no time' }], [closeMeeting, {}]);
    expect(both.statements.map(({ phase }) => phase)).toEqual(['DONE', 'DONE']);
  });

  it('[M11] is followed by archiving, which changes nothing else', () => {
    const course = play(ready(), [closeMeeting, {}, 99]);
    expect(decide(course, archiveMeeting, {}, 200)).toEqual({
      course: withMeeting(course, { status: 'ARCHIVED', epoch: expect.stringMatching(/^new-/) as never }),
      entry: { type: 'MeetingArchived' },
      id: 'meeting',
    });
  });
});
