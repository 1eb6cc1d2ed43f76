import { describe, expect, it } from '@jest/globals';
import { endItem } from '../../src/agenda/call.rules.js';
import { extendTurn, pauseTurn, resumeTurn } from '../../src/statement/statement.rules.js';
import { call, end, recall, skip } from '../support/calls.js';
import { at, play } from '../support/course.js';
import { board, boardAfter, say, three } from '../support/projection.js';

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
