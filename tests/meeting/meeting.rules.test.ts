import { describe, expect, it } from '@jest/globals';
import { type Course, withMeeting } from '../../src/meeting/course.js';
import {
  createMeeting,
  deleteMeeting,
  openMeeting,
  scheduleMeeting,
  unscheduleMeeting,
  updateMeeting,
} from '../../src/meeting/meeting.rules.js';
import type { CreateMeetingInput, MeetingStatus } from '../../src/meeting/meeting.type.js';
import { aMeeting, at, type Call, decide, NOON, play, refused } from '../support/course.js';

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
