import { describe, expect, it } from '@jest/globals';
import { endItem } from '../../src/agenda/call.rules.js';
import { endStatement, startComment } from '../../src/statement/statement.rules.js';
import { call, END, recall, say } from '../support/calls.js';
import { at, decide, play, refused } from '../support/course.js';
import { block, oneByOne } from '../support/formats.js';

describe('ending a statement', () => {
  it('[S5] ends its turn and goes on to its comment in the ONE_BY_ONE format; the item stays current', () => {
    const before = oneByOne(call(2, 10));
    const { course: after, entry, id } = decide(before, endStatement, {}, 100);
    expect(after).toEqual({
      ...before,
      turns: [{ ...before.turns[0], endedAt: at(100).at }],
      statements: [{ ...before.statements[0], phase: 'COMMENT', heardAt: at(100).at }, before.statements[1]],
    });
    const turnId = before.turns[0]!.id;
    expect(entry).toEqual({ type: 'StatementEnded', itemId: 'item-2', statementId: 'statement-1', turnId });
    expect(id).toBe('statement-1');
  });

  it('[S5] goes on to a further comment when a recalled speaker has finished', () => {
    const course = oneByOne(call(2), END, say(1), [endItem, {}], recall(2), END);
    expect(course.statements[0]!.phase).toBe('COMMENT');
    expect(course.meeting.currentItemId).toBe('item-2');
  });

  it('[S6] ends its turn and its item in the BLOCK format, its comment to come', () => {
    const before = block(call(2, 10));
    expect(decide(before, endStatement, {}, 100).course).toEqual({
      ...before,
      meeting: { ...before.meeting, currentItemId: null },
      items: before.items.map((item) =>
        item.id === 'item-2' ? { ...item, status: 'DONE', endedAt: at(100).at } : item,
      ),
      turns: [{ ...before.turns[0], endedAt: at(100).at }],
      statements: [{ ...before.statements[0], phase: 'HEARD', heardAt: at(100).at }, before.statements[1]],
    });
  });

  it('[S6] is DONE with a recalled speaker who was commented on, and not with another', () => {
    const all = block(call(2), END, call(3), END);
    expect(play(all, recall(2), END).statements[0]!.phase).toBe('HEARD');
    const commented = play(all, [startComment, { statementId: 'statement-1' }], say(1), [endItem, {}], recall(2), END);
    expect(commented.statements[0]!.phase).toBe('DONE');
    expect(commented.meeting.currentItemId).toBeNull();
  });

  it('[S5] [S6] is refused when nobody speaks', () => {
    for (const course of [oneByOne(), oneByOne(call(2), END), block(call(2), END), oneByOne(call(1))]) {
      expect(refused(() => decide(course, endStatement, {}))).toEqual({ code: 'NO_TURN_RUNNING' });
    }
  });
});
