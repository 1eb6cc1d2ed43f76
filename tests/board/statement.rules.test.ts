import { describe, expect, it } from '@jest/globals';
import { dropItem, moveItem } from '../../src/agenda/agenda.rules.js';
import type { Course } from '../../src/meeting/course.js';
import { call, end, recall, skip } from '../support/calls.js';
import { type Call, play } from '../support/course.js';
import { board, boardAfter, named, onPaper, say, three } from '../support/projection.js';

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
