import { describe, expect, it } from '@jest/globals';
import { endItem, skipItem } from '../../src/agenda/call.rules.js';
import { find, withMeeting } from '../../src/meeting/course.js';
import { endStatement, pauseTurn, startComment } from '../../src/statement/statement.rules.js';
import { ALL, close, open, REVEAL, refusedBy, worldAfter } from '../support/balloting.js';
import { call, say, skip } from '../support/calls.js';
import { aMeeting, at, decide, play, refusal, refused, touched } from '../support/course.js';

const BLOCK = { format: 'BLOCK' } as const;

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

  it('[A8] refuses a ballot that was held, but not one that is void', () => {
    const held = worldAfter(open(), close(), ...ALL);
    for (const course of [held, play(held, REVEAL), play(held, REVEAL, call(5), call(2))])
      expect(refusedBy(course, skip(2))).toEqual({ code: 'BALLOT_HELD' });
    expect(worldAfter(open(), close({ cast: 11 }), skip(2)).items[1]!.status).toBe('SKIPPED');
  });
});
