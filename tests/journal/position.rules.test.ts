import { describe, expect, it } from '@jest/globals';
import { answered, asking, type Known, rang, resume, unheard } from '../../src/journal/position.js';
import { refused } from '../support/course.js';

const FIRST = '0190a000-0000-7000-8000-00000000000a';
const SECOND = '0190a000-0000-7000-8000-00000000000b';
const at = (seq: number, epoch = FIRST) => ({ epoch, seq });

/** What is known after a script of what was heard. */
const knownAfter = (...heard: ((known: Known) => Known)[]) => heard.reduce((known, next) => next(known), unheard).at;
const ring = (seq: number) => (known: Known) => rang(known, seq);
const answer = (position: ReturnType<typeof at> | null) => (known: Known) => answered(known, position);

describe('what is known of a meeting', () => {
  it('[L2] is what the table says, and then what the doorbell adds', () => {
    expect(knownAfter()).toBeNull();
    expect(knownAfter(asking, answer(at(4)))).toEqual(at(4));
    expect(knownAfter(asking, answer(at(4)), ring(5), ring(6))).toEqual(at(6));
    expect(knownAfter(asking, answer(at(4)), ring(3), ring(4))).toEqual(at(4));
  });

  it('[L2] keeps a ring that came while the table was asked', () => {
    expect(knownAfter(asking, ring(5), answer(at(4)))).toEqual(at(5));
    expect(knownAfter(asking, ring(6), ring(5), answer(at(4)))).toEqual(at(6));
    expect(knownAfter(asking, answer(at(4)), asking, ring(5), answer(at(4)))).toEqual(at(5));
    expect(knownAfter(asking, ring(5), answer(at(7)))).toEqual(at(7));
  });

  it('[L9] believes a false ring until the next question, and no longer', () => {
    expect(knownAfter(asking, answer(at(4)), ring(99))).toEqual(at(99));
    expect(knownAfter(asking, answer(at(4)), ring(99), asking, answer(at(4)))).toEqual(at(4));
    expect(knownAfter(asking, ring(99), answer(at(4)), asking, answer(at(5)))).toEqual(at(5));
  });

  it('[L8] follows the table down, into another epoch, out of the world and back', () => {
    const known = [asking, answer(at(9)), asking] as const;
    expect(knownAfter(...known, answer(at(3)))).toEqual(at(3));
    expect(knownAfter(...known, answer(at(3, SECOND)), ring(4))).toEqual(at(4, SECOND));
    expect(knownAfter(...known, answer(null))).toBeNull();
    expect(knownAfter(...known, answer(null), ring(10))).toBeNull();
    expect(knownAfter(...known, answer(null), asking, answer(at(10)))).toEqual(at(10));
  });
});

describe('where a follower goes on', () => {
  it('[L8] is its cursor, if the meeting has reached it in the same epoch', () => {
    expect(resume(at(9), {})).toEqual(at(9));
    expect(resume(at(9), { after: null, epoch: null })).toEqual(at(9));
    expect(resume(at(9), { after: 0 })).toEqual(at(0));
    expect(resume(at(9), { after: 9, epoch: FIRST.toUpperCase() })).toEqual(at(9));
  });

  it.each([
    ['of another epoch', { after: 3, epoch: SECOND }],
    ['of another epoch, whatever its seq', { epoch: SECOND }],
    ['of no epoch at all', { after: 3, epoch: 'garbage' }],
    ['not reached', { after: 10 }],
    ['not reached in this epoch', { after: 10, epoch: FIRST }],
  ])('[L8] is told to be the present state for a cursor %s', (_, cursor) => {
    expect(refused(() => resume(at(9), cursor))).toEqual({ code: 'RESYNC', epoch: FIRST, seq: 9 });
  });

  it('[L5] is nowhere below the first entry', () => {
    const told = { code: 'INVALID_INPUT', field: 'after', problem: 'tooSmall', limit: 0 };
    expect(refused(() => resume(at(9), { after: -1, epoch: SECOND }))).toEqual(told);
  });
});
