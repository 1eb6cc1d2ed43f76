import { describe, expect, it } from '@jest/globals';
import { dropItem, moveItem } from '../../src/agenda/agenda.rules.js';
import type { ItemKind } from '../../src/agenda/agenda.type.js';
import { callItem, endItem, recallSpeaker, skipItem } from '../../src/agenda/call.rules.js';
import {
  correctComment,
  draftComment,
  postComment,
  postDraft,
  retractComment,
} from '../../src/appraisal/comment.rules.js';
import { board as project } from '../../src/board/board.js';
import type { Board } from '../../src/board/board.type.js';
import { aDisplay } from '../../src/display/display.rules.js';
import { type Course, withMeeting } from '../../src/meeting/course.js';
import { closeMeeting, pauseMeeting, resumeMeeting } from '../../src/meeting/meeting.rules.js';
import { MeetingStatus } from '../../src/meeting/meeting.type.js';
import { recordLeaving, signInParticipant } from '../../src/people/presence.rules.js';
import { revealRequirement } from '../../src/requirement/requirement.rules.js';
import {
  endStatement,
  extendTurn,
  pauseTurn,
  resumeTurn,
  skipComment,
  startComment,
  writeStatement,
} from '../../src/statement/statement.rules.js';
import { aMeeting, at, type Call, NOON, play } from '../support/course.js';

const named = (id: string) => ({ name: `Name of ${id}`, post: `Post of ${id}`, organization: `Unit of ${id}` });
const board = (course: Course): Board =>
  project(course, {
    organization: 'High Court',
    people: new Map(course.participants.map(({ id }) => [id, named(id)])),
    displays: [],
  });
const boardAfter = (course: Course, ...calls: Call[]) => board(play(course, ...calls));

const call = (item: number, seconds = 0): Call => [callItem, { itemId: `item-${item}` }, seconds];
const skip = (item: number, seconds = 0): Call => [skipItem, { itemId: `item-${item}`, reason: 'ill' }, seconds];
const end = (seconds = 0): Call => [endStatement, {}, seconds];
const say = (statement: number, body = 'Well done.', seconds = 0): Call => [
  postComment,
  { statementId: `statement-${statement}`, authorId: 'chair', aspect: 'STRENGTH', body },
  seconds,
];
const recall = (item: number, seconds = 0): Call => [recallSpeaker, { itemId: `item-${item}` }, seconds];
const three = aMeeting({ agenda: ['OPENING', 'STATEMENT', 'STATEMENT', 'STATEMENT', 'CLOSING'] });
const block = withMeeting(three, { format: 'BLOCK' });
const onPaper = aMeeting({ agenda: ['STATEMENT', 'WRITTEN_STATEMENTS', 'STATEMENT'], written: 2 });

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

const revive = (key: string, value: unknown) =>
  key.endsWith('At') && typeof value === 'string' ? new Date(value) : value;

describe('the layout of the board', () => {
  const reviewed = play(three, call(2), end(), say(1));

  it.each<[string, Course, Board['state']]>([
    ['LIVE without a current item', three, 'AGENDA'],
    ['a current OPENING', play(three, call(1)), 'AGENDA'],
    ['a speaker who speaks', play(three, call(2)), 'STATEMENT'],
    ['a speaker whose clock is paused', play(three, call(2), [pauseTurn, {}]), 'STATEMENT'],
    ['a statement that waits for its comment', play(three, call(2), end()), 'COMMENT'],
    ['a statement that was commented on', reviewed, 'COMMENT'],
    ['a recalled speaker', play(reviewed, [endItem, {}], recall(2)), 'STATEMENT'],
    ['a speaker who was skipped', play(three, call(2), skip(2)), 'AGENDA'],
    [
      'a statement whose comment was skipped',
      play(three, call(2), end(), [skipComment, { statementId: 'statement-1', reason: 'x' }]),
      'AGENDA',
    ],
    ['a statement that was made, in BLOCK', play(block, call(2), end()), 'AGENDA'],
    [
      'the comment on it, in BLOCK',
      play(block, call(2), end(), skip(3), skip(4), [startComment, { statementId: 'statement-1' }]),
      'COMMENT',
    ],
    ['a pause while somebody speaks', play(three, call(2), [pauseMeeting, {}]), 'INTERMISSION'],
    ['the end of that pause', play(three, call(2), [pauseMeeting, {}], [resumeMeeting, {}]), 'STATEMENT'],
  ])('[B2] for %s is the one that belongs to it', (_, course, state) => {
    expect(board(course).state).toBe(state);
  });

  it.each<[ItemKind, Board['state']]>([
    ['OPENING', 'AGENDA'],
    ['STATEMENT', 'STATEMENT'],
    ['WRITTEN_STATEMENTS', 'WRITTEN_STATEMENTS'],
    ['BALLOT', 'AGENDA'],
    ['REMARKS', 'AGENDA'],
    ['REQUIREMENTS', 'REQUIREMENTS'],
    ['INTERMISSION', 'INTERMISSION'],
    ['CLOSING', 'AGENDA'],
  ])('[B2] for a current item of kind %s is %s', (kind, state) => {
    const shown = boardAfter(aMeeting({ agenda: [kind] }), call(1));
    expect([shown.state, shown.current?.kind]).toEqual([state, kind]);
  });

  it.each(Object.keys(MeetingStatus) as (keyof typeof MeetingStatus)[])(
    '[B2] is that of the status first, whatever item is current: %s',
    (status) => {
      const layouts = {
        DRAFT: 'STANDBY',
        SCHEDULED: 'STANDBY',
        LIVE: 'STATEMENT',
        PAUSED: 'INTERMISSION',
        CLOSED: 'CLOSED',
        ARCHIVED: 'CLOSED',
      };
      const pausedAt = status === 'PAUSED' ? at(60).at : null;
      const shown = board(withMeeting(play(three, call(2)), { status, pausedAt }));
      expect(shown.state).toBe(layouts[status]);
      expect(shown.statement === null).toBe(status !== 'LIVE');
      expect(shown.intermission === null).toBe(status !== 'PAUSED');
      expect(shown.comments).toEqual([]);
    },
  );
});

describe('which statement it is', () => {
  const count = (course: Course) => {
    const { number, total, next } = board(course).statement!;
    return [number, total, next?.name ?? null];
  };
  const settle = (item: number): Call[] => [call(item), end(), say(item - 1)];

  it('[B3] is counted n of N in the order of the agenda, with the next speaker', () => {
    expect(count(play(three, call(2)))).toEqual([1, 3, 'Name of speaker-2']);
    expect(count(play(three, ...settle(2)))).toEqual([1, 3, 'Name of speaker-2']);
    expect(count(play(three, ...settle(2), call(3)))).toEqual([2, 3, 'Name of speaker-3']);
    expect(count(play(three, ...settle(2), ...settle(3), call(4)))).toEqual([3, 3, null]);
  });

  it('[B3] follows the agenda when that is changed, not the order in which statements were entered', () => {
    const moved = play(three, call(1), [moveItem, { itemId: 'item-4', position: 2 }]);
    expect(count(play(moved, call(4)))).toEqual([1, 3, 'Name of speaker-1']);
    expect(count(play(moved, call(2)))).toEqual([2, 3, 'Name of speaker-3']);
    expect(count(play(three, call(3), [dropItem, { itemId: 'item-2' }]))).toEqual([1, 2, 'Name of speaker-3']);
  });

  it('[B3] names no skipped speaker as the next one, until the item is called', () => {
    expect(count(play(three, skip(3), call(2)))).toEqual([1, 3, 'Name of speaker-3']);
    expect(count(play(three, skip(3), skip(4), call(2)))).toEqual([1, 3, null]);
  });

  it('[B3] names the first who was not called as next, also after a call out of order or a recall', () => {
    expect(count(play(three, call(4)))).toEqual([3, 3, 'Name of speaker-1']);
    expect(count(play(three, ...settle(2), ...settle(3), recall(2)))).toEqual([1, 3, 'Name of speaker-3']);
  });

  it('[B3] counts written statements by themselves, without turn or next speaker', () => {
    const { written, statement } = boardAfter(onPaper, call(2));
    expect(statement).toBeNull();
    const line = (id: number, number: number) => ({
      id: `statement-${id}`,
      number,
      total: 2,
      speaker: named(`speaker-${id}`),
      turn: null,
      next: null,
    });
    expect(written).toEqual([line(2, 1), line(3, 2)]);
    expect(count(play(onPaper, call(3)))).toEqual([2, 2, 'Name of speaker-1']);
  });
});

describe('the turn on the board', () => {
  const first = play(three, call(2, 10), [pauseTurn, {}, 40], [resumeTurn, {}, 60], end(100), say(1), [
    endItem,
    {},
    200,
  ]);

  it('[B7] shows an ended turn with its end, while the statement is commented on', () => {
    const course = play(three, call(2, 10), [extendTurn, { seconds: 60 }, 20], end(100));
    expect(board(course).statement!.turn).toEqual({
      number: 1,
      plannedSeconds: 540,
      warningSeconds: 60,
      startedAt: at(10).at,
      pausedAt: null,
      endedAt: at(100).at,
      pausedMilliseconds: 0,
      earlierMilliseconds: 0,
    });
  });

  it('[B7] of a recalled speaker is the new one, with the time of the earlier ones added up', () => {
    const second = play(first, recall(2, 300));
    expect(board(second).statement!.turn).toMatchObject({
      number: 2,
      startedAt: at(300).at,
      endedAt: null,
      plannedSeconds: 480,
      earlierMilliseconds: 70_000,
    });
    const third = play(second, [pauseTurn, {}, 330], end(400), [endItem, {}, 400], recall(2, 500));
    expect(board(third).statement!.turn).toMatchObject({ number: 3, earlierMilliseconds: 100_000 });
  });

  it('[B7] counts the time of a speaker who was skipped while speaking', () => {
    const course = play(three, call(2, 10), skip(2, 25), call(2, 100));
    expect(board(course).statement!.turn).toMatchObject({ number: 2, earlierMilliseconds: 15_000 });
  });

  it('[B7] does not count other speakers’ time', () => {
    expect(boardAfter(first, call(3, 300)).statement!.turn).toMatchObject({ number: 1, earlierMilliseconds: 0 });
  });

  it('[B7] shows since when the clock stands, and the pauses that are over', () => {
    const paused = play(three, call(2, 10), [pauseTurn, {}, 40]);
    expect(board(paused).statement!.turn).toMatchObject({ pausedAt: at(40).at, pausedMilliseconds: 0 });
    const going = play(paused, [resumeTurn, {}, 60]);
    expect(board(going).statement!.turn).toMatchObject({ pausedAt: null, pausedMilliseconds: 20_000 });
  });
});

describe('the comments on the board', () => {
  const heard = play(three, call(2), end());
  const bodies = (course: Course) => board(course).comments.map(({ body }) => body);

  it('[B4] are shown whole, in the order in which they were posted', () => {
    const drafted = play(heard, [draftComment, { statementId: 'statement-1', authorId: 'chair', body: 'second' }, 5]);
    const { id: commentId } = drafted.comments[0]!;
    const course = play(drafted, say(1, 'first', 10), [postDraft, { commentId }, 20], say(1, 'third', 30));
    expect(bodies(course)).toEqual(['first', 'second', 'third']);
    expect(board(course).comments[0]).toEqual({
      id: course.comments[1]!.id,
      statementId: 'statement-1',
      body: 'first',
      aspect: 'STRENGTH',
      isCorrected: false,
      postedAt: at(10).at,
      author: named('chair'),
    });
  });

  it('[B4] that were corrected say so and keep their place', () => {
    const course = play(heard, say(1, 'first', 10), say(1, 'second', 20));
    const { id: commentId } = course.comments[0]!;
    const corrected = play(course, [correctComment, { commentId, body: 'better', reason: 'a slip' }, 30]);
    expect(board(corrected).comments).toMatchObject([
      { body: 'better', aspect: null, isCorrected: true, postedAt: at(10).at },
      { body: 'second', isCorrected: false },
    ]);
    expect(JSON.stringify(board(corrected))).not.toMatch(/first|a slip/);
  });

  it('[B4] belong to what is shown: none of other statements, none while a speaker speaks again', () => {
    const next = play(heard, say(1, 'on one'), call(3), end(), say(2, 'on two'));
    expect(bodies(next)).toEqual(['on two']);
    expect(bodies(play(next, [endItem, {}]))).toEqual([]);
    expect(bodies(play(next, recall(2)))).toEqual([]);
    expect(bodies(play(next, recall(2), end()))).toEqual(['on one']);
  });

  it('[B4] on all written statements are shown while their item is current', () => {
    const course = play(onPaper, call(2), say(3, 'on paper three', 10), say(2, 'on paper two', 20));
    expect(bodies(course)).toEqual(['on paper three', 'on paper two']);
    expect(bodies(play(course, [endItem, {}]))).toEqual([]);
  });

  it('[B4] hide what is drafted, retracted or meant for the audit trail, in every state that follows', () => {
    const secret = (course: Course) => JSON.stringify(board(course));
    const drafted = play(heard, [
      draftComment,
      { statementId: 'statement-1', authorId: 'chair', body: 'SECRET draft' },
    ]);
    const posted = play(drafted, say(1, 'SECRET slip'), say(1, 'in the open'));
    expect(secret(posted)).toContain('SECRET slip');
    const retract: Call = [retractComment, { commentId: posted.comments[1]!.id, reason: 'SECRET reason' }];
    const write: Call = [writeStatement, { statementId: 'statement-1', body: 'SECRET report' }];
    const retracted = play(posted, retract, write);
    const states: Course[] = [
      drafted,
      retracted,
      play(retracted, [pauseMeeting, {}]),
      play(retracted, [skipItem, { itemId: 'item-3', reason: 'SECRET illness' }]),
      play(retracted, [endItem, {}]),
      play(retracted, [endItem, {}], recall(2)),
      play(retracted, call(3), end(), [skipComment, { statementId: 'statement-2', reason: 'SECRET haste' }]),
      play(retracted, skip(3), skip(4), [closeMeeting, {}]),
    ];
    for (const course of states) expect(secret(course)).not.toContain('SECRET');
    expect(bodies(retracted)).toEqual(['in the open']);
  });
});

describe('the requirements on the board', () => {
  it('[B8] are those that were revealed, in their order', () => {
    const course = play(aMeeting({ agenda: ['REQUIREMENTS'], requirements: 3 }), call(1));
    expect(board(course).requirements).toEqual([]);
    const two = play(course, [revealRequirement, {}], [revealRequirement, {}]);
    expect(board(two).requirements).toEqual([
      { number: 1, heading: 'heading 1', body: 'body' },
      { number: 2, heading: 'heading 2', body: 'body' },
    ]);
    expect(JSON.stringify(board(two))).not.toContain('heading 3');
    expect(board(play(two, [endItem, {}])).requirements).toHaveLength(2);
  });
});

describe('an intermission on the board', () => {
  const onAgenda = aMeeting({ agenda: ['INTERMISSION', 'STATEMENT'] });
  const planned = { ...onAgenda, items: onAgenda.items.map((item) => ({ ...item, plannedSeconds: 900 })) };

  it('[B5] that was announced says when the meeting goes on, another only since when it rests', () => {
    expect(boardAfter(three, [pauseMeeting, { returnInSeconds: 600 }, 60]).intermission).toEqual({
      title: '',
      since: at(60).at,
      returnsAt: at(660).at,
    });
    expect(boardAfter(three, [pauseMeeting, {}, 60]).intermission).toEqual({
      title: '',
      since: at(60).at,
      returnsAt: null,
    });
  });

  it('[B5] on the agenda ends after its planned time, if it has one', () => {
    expect(boardAfter(planned, call(1, 60)).intermission).toEqual({
      title: 'INTERMISSION 1',
      since: at(60).at,
      returnsAt: at(960).at,
    });
    expect(boardAfter(onAgenda, call(1, 60)).intermission).toEqual({
      title: 'INTERMISSION 1',
      since: at(60).at,
      returnsAt: null,
    });
  });

  it('[B5] is the pause where the meeting is paused during a break on the agenda, and the break again after it', () => {
    const paused = play(planned, call(1, 60), [pauseMeeting, { returnInSeconds: 30 }, 100]);
    expect(board(paused).intermission).toEqual({ title: '', since: at(100).at, returnsAt: at(130).at });
    expect(boardAfter(paused, [resumeMeeting, {}, 120]).intermission).toEqual({
      title: 'INTERMISSION 1',
      since: at(60).at,
      returnsAt: at(960).at,
    });
  });

  it('[B5] is not shown once it is over', () => {
    expect(boardAfter(planned, call(1, 60), [endItem, {}]).intermission).toBeNull();
    expect(boardAfter(planned, call(1, 60), call(2)).intermission).toBeNull();
  });
});
