import { describe, expect, it } from '@jest/globals';
import { endItem, recallSpeaker, skipItem } from '../../src/agenda/call.rules.js';
import { find } from '../../src/meeting/course.js';
import { endStatement, skipComment, startComment } from '../../src/statement/statement.rules.js';
import { call, END, say } from '../support/calls.js';
import { at, type Call, decide, play, refusal, refused, touched } from '../support/course.js';
import { block, oneByOne, onPaper } from '../support/formats.js';

describe('putting a statement up for its comment', () => {
  const START = { statementId: 'statement-1' };

  it('[S7] makes its item current again, when every statement was heard', () => {
    const before = block(call(2, 10), [endStatement, {}, 20], call(3, 30), [endStatement, {}, 40], call(4, 50));
    const { course: after, entry } = decide(before, startComment, START, 60);
    expect(find(after!, 'items', 'item-2')).toEqual({ ...find(before, 'items', 'item-2'), status: 'CURRENT' });
    expect(find(after!, 'items', 'item-4')).toMatchObject({ status: 'DONE', endedAt: at(60).at });
    expect(find(after!, 'statements', 'statement-1').phase).toBe('COMMENT');
    expect(after!.meeting.currentItemId).toBe('item-2');
    expect(after!.turns).toBe(before.turns);
    expect(entry).toEqual({ type: 'CommentStarted', itemId: 'item-2', statementId: 'statement-1' });
  });

  it('[S7] comes when the others were skipped', () => {
    const course = block(call(2), END, [skipItem, { itemId: 'item-3', reason: 'ill' }]);
    expect(decide(course, startComment, START).course!.meeting.currentItemId).toBe('item-2');
  });

  it('[S7] is refused while a statement is to come or somebody speaks', () => {
    expect(refused(() => decide(block(call(2), END), startComment, START))).toEqual({ code: 'STATEMENTS_FIRST' });
    expect(refused(() => decide(block(call(2), END, call(3)), startComment, START))).toEqual({
      code: 'STATEMENTS_FIRST',
    });
    const again: Call = [recallSpeaker, { itemId: 'item-3' }];
    expect(refusal(block(call(2), END, call(3), END, again), startComment, START)).toBe('STATEMENTS_FIRST');
  });

  it('[S7] is refused for a statement that was not heard, is being commented on, or is done with', () => {
    const skipped = block(call(2), END, [skipItem, { itemId: 'item-3', reason: 'ill' }]);
    const told = (course = skipped, statementId = 'statement-1') =>
      refused(() => decide(course, startComment, { statementId }));
    expect(told(skipped, 'statement-2')).toEqual({ code: 'WRONG_PHASE', phase: 'WAITING' });
    const started = play(skipped, [startComment, START]);
    expect(told(started)).toEqual({ code: 'WRONG_PHASE', phase: 'COMMENT' });
    expect(told(play(started, say(1), [endItem, {}]))).toEqual({ code: 'WRONG_PHASE', phase: 'DONE' });
  });

  it('[S7] does not exist in the ONE_BY_ONE format', () => {
    expect(refused(() => decide(oneByOne(call(2), END), startComment, START))).toEqual({ code: 'WRONG_FORMAT' });
  });
});

describe('going on without a comment', () => {
  const SKIP = { statementId: 'statement-1', reason: ' no time ' };

  it('[S8] keeps the reason and ends the item that waited for the comment', () => {
    const before = oneByOne(call(2, 10), [endStatement, {}, 20]);
    const { course: after, entry } = decide(before, skipComment, SKIP, 30);
    expect(after).toEqual({
      ...before,
      meeting: { ...before.meeting, currentItemId: null },
      items: before.items.map((item) =>
        item.id === 'item-2' ? { ...item, status: 'DONE', endedAt: at(30).at } : item,
      ),
      statements: [{ ...before.statements[0], phase: 'DONE', commentSkipReason: 'no time' }, before.statements[1]],
    });
    expect(entry).toEqual({ type: 'CommentSkipped', itemId: 'item-2', statementId: 'statement-1' });
  });

  it('[S8] leaves the current item alone when the statement is another one', () => {
    const before = block(call(2), END, call(3));
    const after = play(before, [skipComment, SKIP]);
    expect(touched(before, after)).toEqual(['statements statement-1']);
    expect(after.statements[0]).toMatchObject({ phase: 'DONE', commentSkipReason: 'no time' });
  });

  it('[S8] is refused before the statement was made and after it is done with', () => {
    const told = (...calls: Call[]) => refused(() => decide(oneByOne(...calls), skipComment, SKIP));
    expect(told()).toEqual({ code: 'WRONG_PHASE', phase: 'WAITING' });
    expect(told(call(2))).toEqual({ code: 'WRONG_PHASE', phase: 'STATEMENT' });
    expect(told(call(2), END, say(1), [endItem, {}])).toEqual({ code: 'WRONG_PHASE', phase: 'DONE' });
    expect(told(call(2), END, [skipComment, SKIP])).toEqual({ code: 'WRONG_PHASE', phase: 'DONE' });
  });

  it('[S8] is refused for a written statement, which needs no comment', () => {
    expect(refused(() => decide(onPaper(call(1)), skipComment, SKIP))).toEqual({
      code: 'WRONG_PHASE',
      phase: 'COMMENT',
    });
  });

  it.each(['', 'x'.repeat(501)])('[S8] needs a reason of 1 to 500 characters', (reason) => {
    expect(refusal(oneByOne(call(2), END), skipComment, { ...SKIP, reason })).toBe('INVALID_INPUT');
  });
});
