import { describe, expect, it } from '@jest/globals';
import type { ItemKind } from '../../src/agenda/agenda.type.js';
import { callItem, endItem, recallSpeaker, skipItem } from '../../src/agenda/call.rules.js';
import { postComment } from '../../src/appraisal/comment.rules.js';
import { find, withMeeting } from '../../src/meeting/course.js';
import type { MeetingFormat } from '../../src/meeting/meeting.type.js';
import { endStatement, pauseTurn, skipComment, startComment } from '../../src/statement/statement.rules.js';
import { aMeeting, at, type Call, decide, play, refusal, refused, touched } from '../support/course.js';

const BLOCK = { format: 'BLOCK' } as const;
const call = (item: number, seconds = 0): Call => [callItem, { itemId: `item-${item}` }, seconds];
const say = (statement: number, seconds = 0): Call => [
  postComment,
  { statementId: `statement-${statement}`, authorId: 'chair', body: 'Well done.' },
  seconds,
];
/** item-2 was spoken from 10 to 100, commented on, and ended at 200. */
const heard = (...calls: Call[]) =>
  play(aMeeting(), call(2, 10), [endStatement, {}, 100], say(1, 150), [endItem, {}, 200], ...calls);

describe('calling an item', () => {
  it('[A1] makes a PENDING item the current one', () => {
    const course = aMeeting();
    const called = { ...find(course, 'items', 'item-1'), status: 'CURRENT', calledAt: at(5).at };
    expect(decide(course, callItem, { itemId: 'item-1' }, 5)).toEqual({
      course: {
        ...course,
        meeting: { ...course.meeting, currentItemId: 'item-1' },
        items: [called, ...course.items.slice(1)],
      },
      entry: { type: 'ItemCalled', itemId: 'item-1' },
      id: 'item-1',
    });
  });

  it('[A1] leaves the current item, which is DONE', () => {
    const before = play(aMeeting(), call(1, 5));
    const after = play(before, call(4, 60));
    expect(find(after, 'items', 'item-1')).toEqual({
      ...find(before, 'items', 'item-1'),
      status: 'DONE',
      endedAt: at(60).at,
    });
    expect(after.meeting).toEqual({ ...before.meeting, currentItemId: 'item-4' });
    expect(touched(before, after).toSorted()).toEqual(['items item-1', 'items item-4', 'meeting meeting']);
  });

  it('[A1] calls items in any order, and a skipped one later, without its reason', () => {
    const course = play(aMeeting(), call(4, 5), [skipItem, { itemId: 'item-1', reason: 'late' }, 6], call(1, 7));
    expect(find(course, 'items', 'item-1')).toMatchObject({ status: 'CURRENT', calledAt: at(7).at, skipReason: null });
  });

  it('[A1] refuses an item that is current or done', () => {
    const course = play(aMeeting(), call(1), call(4));
    expect(refused(() => decide(course, callItem, { itemId: 'item-4' }))).toEqual({
      code: 'ALREADY_CALLED',
      status: 'CURRENT',
    });
    expect(refused(() => decide(course, callItem, { itemId: 'item-1' }))).toEqual({
      code: 'ALREADY_CALLED',
      status: 'DONE',
    });
  });
});

describe('giving the floor', () => {
  it('[A3] begins the first turn of a called statement, with the meeting’s planned time', () => {
    const course = aMeeting();
    const { course: next, entry, id } = decide(course, callItem, { itemId: 'item-2' }, 10);
    const turn = {
      id: next!.turns[0]!.id,
      meetingId: 'meeting',
      statementId: 'statement-1',
      number: 1,
      plannedSeconds: 480,
      extendedSeconds: 0,
      startedAt: at(10).at,
      endedAt: null,
      pausedAt: null,
      pausedMilliseconds: 0,
    };
    expect(next!.turns).toEqual([turn]);
    expect(next!.statements).toEqual([{ ...course.statements[0], phase: 'STATEMENT' }, course.statements[1]]);
    expect(entry).toEqual({ type: 'ItemCalled', itemId: 'item-2', statementId: 'statement-1', turnId: turn.id });
    expect(id).toBe('item-2');
  });

  it('[A3] takes the planned time of the item where it has one', () => {
    const course = aMeeting();
    const timed = { ...course, items: course.items.map((item) => ({ ...item, plannedSeconds: 300 })) };
    expect(decide(timed, callItem, { itemId: 'item-2' }).course!.turns[0]!.plannedSeconds).toBe(300);
  });

  it('[A3] puts all written statements of a called item up for comments, without a turn', () => {
    const course = aMeeting({ agenda: ['WRITTEN_STATEMENTS', 'STATEMENT'], written: 2 });
    const { course: next, entry } = decide(course, callItem, { itemId: 'item-1' });
    expect(next!.statements.map(({ phase }) => phase)).toEqual(['COMMENT', 'COMMENT', 'WAITING']);
    expect(next!.turns).toEqual([]);
    expect(entry).toEqual({ type: 'ItemCalled', itemId: 'item-1' });
  });

  it.each<ItemKind>(['OPENING', 'BALLOT', 'REMARKS', 'REQUIREMENTS', 'INTERMISSION', 'CLOSING'])(
    '[A3] gives nobody the floor when an item of kind %s is called',
    (kind) => {
      const course = aMeeting({ agenda: [kind, 'STATEMENT'] });
      const next = decide(course, callItem, { itemId: 'item-1' }).course!;
      expect(touched(course, next)).toEqual(['meeting meeting', 'items item-1']);
    },
  );
});

describe('calling a speaker again', () => {
  it('[A2] begins a second turn and leaves the first as it was', () => {
    const before = heard(call(1, 300));
    const { course: after, entry } = decide(before, recallSpeaker, { itemId: 'item-2' }, 400);
    const [first, second] = after!.turns;
    expect(first).toBe(before.turns[0]);
    expect(second).toEqual({ ...first, id: second!.id, number: 2, startedAt: at(400).at, endedAt: null });
    expect(find(after!, 'items', 'item-2')).toEqual({
      ...find(before, 'items', 'item-2'),
      status: 'CURRENT',
      calledAt: at(400).at,
      endedAt: null,
    });
    expect(find(after!, 'items', 'item-1').status).toBe('DONE');
    expect(find(after!, 'statements', 'statement-1').phase).toBe('STATEMENT');
    expect(entry).toEqual({
      type: 'ItemCalled',
      itemId: 'item-2',
      statementId: 'statement-1',
      turnId: second!.id,
    });
  });

  it('[A2] can be done again and again: turns are numbered on', () => {
    const again: Call[] = [
      [recallSpeaker, { itemId: 'item-2' }, 500],
      [endItem, {}, 600],
    ];
    expect(heard(...again, ...again, ...again).turns.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });

  it('[A2] takes back that the comment was skipped: the statement is to be commented on again', () => {
    const skipped = play(
      aMeeting(),
      call(2),
      [endStatement, {}],
      [skipComment, { statementId: 'statement-1', reason: 'time' }],
    );
    const recalled = play(skipped, [recallSpeaker, { itemId: 'item-2' }], [endStatement, {}]);
    expect(find(recalled, 'statements', 'statement-1')).toMatchObject({ phase: 'COMMENT', commentSkipReason: null });
    expect(refusal(recalled, endItem, {})).toBe('COMMENT_MISSING');
  });

  it.each([
    ['ONE_BY_ONE', [[skipComment, { statementId: 'statement-1', reason: 'time' }]]],
    ['BLOCK', []],
  ] as [MeetingFormat, Call[]][])('[A8] a recalled speaker is not skipped in the %s format', (format, calls) => {
    const heard = play(aMeeting({ meeting: { format } }), call(2), [endStatement, {}], ...calls);
    const recalled = play(heard, [recallSpeaker, { itemId: 'item-2' }]);
    expect(refusal(recalled, skipItem, { itemId: 'item-2', reason: 'enough' })).toBe('ALREADY_HEARD');
    // One who was skipped while speaking and called later was never heard to the end.
    const skip: Call = [skipItem, { itemId: 'item-2', reason: 'ill' }];
    const again = play(aMeeting({ meeting: { format } }), call(2), skip, call(2), skip);
    expect(find(again, 'items', 'item-2').status).toBe('SKIPPED');
  });

  it('[A2] refuses a speaker who was not heard yet, is being heard, or was skipped', () => {
    const recall = (...calls: Call[]) => refusal(play(aMeeting(), ...calls), recallSpeaker, { itemId: 'item-2' });
    expect(recall()).toBe('NOT_YET_HEARD');
    expect(recall(call(2))).toBe('ALREADY_CALLED');
    expect(recall([skipItem, { itemId: 'item-2', reason: 'ill' }])).toBe('NOT_YET_HEARD');
  });

  it.each<ItemKind>(['OPENING', 'WRITTEN_STATEMENTS', 'BALLOT', 'REMARKS', 'REQUIREMENTS', 'INTERMISSION', 'CLOSING'])(
    '[A2] refuses an item of kind %s, which nobody speaks to',
    (kind) => {
      const course = play(aMeeting({ agenda: [kind, 'STATEMENT'], written: 1 }), call(1), [endItem, {}]);
      expect(refused(() => decide(course, recallSpeaker, { itemId: 'item-1' }))).toEqual({ code: 'WRONG_KIND', kind });
    },
  );

  it('[A2] [A4] leaves the current statement under the same conditions as any call', () => {
    const course = heard(call(3, 300));
    expect(refusal(course, recallSpeaker, { itemId: 'item-2' }, 400)).toBe('COMMENT_MISSING');
  });
});

describe('ending the current item', () => {
  it('[A6] leaves it as DONE, and no item is current', () => {
    const before = play(aMeeting(), call(1, 5));
    const item = { ...find(before, 'items', 'item-1'), status: 'DONE', endedAt: at(60).at };
    expect(decide(before, endItem, {}, 60)).toEqual({
      course: {
        ...before,
        meeting: { ...before.meeting, currentItemId: null },
        items: [item, ...before.items.slice(1)],
      },
      entry: { type: 'ItemEnded', itemId: 'item-1' },
      id: 'item-1',
    });
  });

  it('[A6] is refused when no item is current, and while a comment is missing', () => {
    expect(refused(() => decide(aMeeting(), endItem, {}))).toEqual({ code: 'NO_CURRENT_ITEM' });
    expect(refused(() => decide(play(aMeeting(), call(2)), endItem, {}))).toEqual({ code: 'COMMENT_MISSING' });
  });
});

describe('skipping an item', () => {
  it('[A7] keeps the reason of one that was not called', () => {
    const course = aMeeting();
    const { course: next, entry } = decide(course, skipItem, { itemId: 'item-2', reason: ' ill ' }, 5);
    expect(next).toEqual({
      ...course,
      items: course.items.map((item) =>
        item.id === 'item-2' ? { ...item, status: 'SKIPPED', skipReason: 'ill' } : item,
      ),
    });
    expect(entry).toEqual({ type: 'ItemSkipped', itemId: 'item-2', statementId: 'statement-1' });
  });

  it('[A7] ends a current item that is no statement', () => {
    const before = play(aMeeting(), call(1, 5));
    const { course: after, entry } = decide(before, skipItem, { itemId: 'item-1', reason: 'late' }, 9);
    expect(find(after!, 'items', 'item-1')).toEqual({
      ...find(before, 'items', 'item-1'),
      status: 'SKIPPED',
      endedAt: at(9).at,
      skipReason: 'late',
    });
    expect(after!.meeting.currentItemId).toBeNull();
    expect(entry).toEqual({ type: 'ItemSkipped', itemId: 'item-1' });
  });

  it('[A7] takes the floor from a speaker who is speaking, even if the clock was paused', () => {
    const before = play(aMeeting(), call(2, 10), [pauseTurn, {}, 40]);
    const after = play(before, [skipItem, { itemId: 'item-2', reason: 'taken ill' }, 100]);
    expect(after.turns).toEqual([
      { ...before.turns[0], endedAt: at(100).at, pausedAt: null, pausedMilliseconds: 60_000 },
    ]);
    expect(find(after, 'statements', 'statement-1')).toEqual(aMeeting().statements[0]);
    expect(find(after, 'items', 'item-2')).toMatchObject({ status: 'SKIPPED', skipReason: 'taken ill' });
    expect(after.meeting.currentItemId).toBeNull();
  });

  it('[A7] lets that speaker be called later, for a second turn', () => {
    const course = play(aMeeting(), call(2, 10), [skipItem, { itemId: 'item-2', reason: 'ill' }, 40], call(3, 50), [
      skipItem,
      { itemId: 'item-3', reason: 'ill' },
      60,
    ]);
    const again = play(course, call(2, 100));
    expect(again.turns.map(({ statementId, number }) => [statementId, number])).toEqual([
      ['statement-1', 1],
      ['statement-2', 1],
      ['statement-1', 2],
    ]);
    expect(find(again, 'items', 'item-2')).toMatchObject({ status: 'CURRENT', skipReason: null, endedAt: null });
  });

  it('[A7] leaves the current item alone when another one is skipped', () => {
    const before = play(aMeeting(), call(2, 10));
    const after = play(before, [skipItem, { itemId: 'item-3', reason: 'ill' }, 20]);
    expect(touched(before, after)).toEqual(['items item-3']);
  });

  it.each([
    ['', { problem: 'empty' }],
    ['x'.repeat(501), { problem: 'tooLong', limit: 500 }],
  ])('[A7] needs a reason of 1 to 500 characters', (reason, problem) => {
    expect(refused(() => decide(aMeeting(), skipItem, { itemId: 'item-2', reason }))).toEqual({
      code: 'INVALID_INPUT',
      field: 'reason',
      ...problem,
    });
  });

  it('[A7] refuses an item that is done, and written statements that are being dealt with', () => {
    const done = play(aMeeting(), call(1), [endItem, {}]);
    expect(refused(() => decide(done, skipItem, { itemId: 'item-1', reason: 'x' }))).toEqual({
      code: 'ALREADY_CALLED',
      status: 'DONE',
    });
    const written = play(aMeeting({ agenda: ['WRITTEN_STATEMENTS'], written: 1 }), call(1));
    expect(refused(() => decide(written, skipItem, { itemId: 'item-1', reason: 'x' }))).toEqual({
      code: 'WRONG_KIND',
      kind: 'WRITTEN_STATEMENTS',
    });
  });

  it('[A8] refuses a statement that was made, before and after its comment', () => {
    const made = play(aMeeting(), call(2), [endStatement, {}]);
    const told = { code: 'WRONG_PHASE', phase: 'COMMENT' };
    expect(refused(() => decide(made, skipItem, { itemId: 'item-2', reason: 'x' }))).toEqual(told);
    expect(refused(() => decide(play(made, say(1)), skipItem, { itemId: 'item-2', reason: 'x' }))).toEqual(told);
    const block = play(withMeeting(aMeeting(), BLOCK), call(2), [endStatement, {}], call(3), [endStatement, {}]);
    expect(refusal(block, skipItem, { itemId: 'item-2', reason: 'x' })).toBe('ALREADY_CALLED');
    const started = play(block, [startComment, { statementId: 'statement-1' }]);
    expect(refused(() => decide(started, skipItem, { itemId: 'item-2', reason: 'x' }))).toEqual(told);
  });
});
