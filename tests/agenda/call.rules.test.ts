import { describe, expect, it } from '@jest/globals';
import type { ItemKind } from '../../src/agenda/agenda.type.js';
import { callItem, endItem, skipItem } from '../../src/agenda/call.rules.js';
import { find } from '../../src/meeting/course.js';
import { call } from '../support/calls.js';
import { aMeeting, at, decide, play, refused, touched } from '../support/course.js';

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
