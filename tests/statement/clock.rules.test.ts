import { describe, expect, it } from '@jest/globals';
import { extendTurn, pauseTurn, resumeTurn } from '../../src/statement/statement.rules.js';
import { call, END } from '../support/calls.js';
import { at, type Call, decide, play, refusal, refused } from '../support/course.js';
import { oneByOne } from '../support/formats.js';

describe('the clock of the open turn', () => {
  it('[T6] can be paused and resumed by the operator', () => {
    const before = oneByOne(call(2, 10));
    const turn = before.turns[0]!;
    const paused = decide(before, pauseTurn, {}, 50);
    expect(paused).toEqual({
      course: { ...before, turns: [{ ...turn, pausedAt: at(50).at }] },
      entry: { type: 'TurnPaused', statementId: 'statement-1', turnId: turn.id },
      id: turn.id,
    });
    expect(decide(paused.course!, resumeTurn, {}, 80)).toEqual({
      course: { ...before, turns: [{ ...turn, pausedMilliseconds: 30_000 }] },
      entry: { type: 'TurnResumed', statementId: 'statement-1', turnId: turn.id },
      id: turn.id,
    });
  });

  it('[T6] is not paused twice, nor resumed while it goes', () => {
    const going = oneByOne(call(2));
    expect(refused(() => decide(going, resumeTurn, {}))).toEqual({ code: 'TURN_NOT_PAUSED' });
    expect(refused(() => decide(play(going, [pauseTurn, {}]), pauseTurn, {}))).toEqual({ code: 'TURN_PAUSED' });
  });

  it.each([
    ['paused', pauseTurn],
    ['resumed', resumeTurn],
    ['extended', extendTurn],
  ])('[T6] [T7] is not %s when nobody speaks', (_, rule) => {
    for (const course of [oneByOne(), oneByOne(call(2), END), oneByOne(call(1))]) {
      expect(refused(() => decide(course, rule as Call[0], { seconds: 60 }))).toEqual({ code: 'NO_TURN_RUNNING' });
    }
  });

  it('[T7] can be given more time and less, each added up, and nothing else changes', () => {
    const before = oneByOne(call(2, 10), [pauseTurn, {}, 20]);
    const turn = before.turns[0]!;
    const more = decide(before, extendTurn, { seconds: 120 }, 50);
    expect(more).toEqual({
      course: { ...before, turns: [{ ...turn, extendedSeconds: 120 }] },
      entry: { type: 'TurnExtended', statementId: 'statement-1', turnId: turn.id },
      id: turn.id,
    });
    expect(play(more.course!, [extendTurn, { seconds: -180 }]).turns).toEqual([{ ...turn, extendedSeconds: -60 }]);
  });

  it.each([
    [0, { problem: 'zero' }],
    [-471, { problem: 'tooSmall', limit: -470 }],
    [13_921, { problem: 'tooLarge', limit: 13_920 }],
    [2_147_483_647, { problem: 'tooLarge', limit: 13_920 }],
  ])('[T7] keeps ten seconds to four hours in all: 480 and %d more are refused', (seconds, problem) => {
    expect(refused(() => decide(oneByOne(call(2)), extendTurn, { seconds }))).toEqual({
      code: 'INVALID_INPUT',
      field: 'seconds',
      ...problem,
    });
  });

  it.each([-470, 13_920])('[T7] can go to the bounds: 480 and %d more', (seconds) => {
    const course = oneByOne(call(2), [extendTurn, { seconds }]);
    expect(course.turns[0]!.extendedSeconds).toBe(seconds);
    expect(refusal(course, extendTurn, { seconds: Math.sign(seconds) })).toBe('INVALID_INPUT');
  });
});
