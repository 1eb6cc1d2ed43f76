import { describe, expect, it } from '@jest/globals';
import { type Course, withMeeting } from '../../src/meeting/course.js';
import { pauseMeeting, resumeMeeting } from '../../src/meeting/meeting.rules.js';
import { endStatement, pauseTurn, resumeTurn } from '../../src/statement/statement.rules.js';
import { elapsedMilliseconds } from '../../src/statement/turn.rules.js';
import { call } from '../support/calls.js';
import { aMeeting, at, type Call, decide, play, refused } from '../support/course.js';

describe('an intermission', () => {
  const speaking = (...calls: Call[]) => play(aMeeting(), call(2, 10), ...calls);
  const elapsed = ({ turns }: Course, seconds: number) =>
    elapsedMilliseconds(turns[0]!, at(seconds).at.getTime()) / 1000;

  it('[M8] pauses the meeting and the running turn with it', () => {
    const before = speaking();
    expect(decide(before, pauseMeeting, {}, 60)).toEqual({
      course: {
        ...withMeeting(before, { status: 'PAUSED', pausedAt: at(60).at, returnsAt: null }),
        turns: [{ ...before.turns[0], pausedAt: at(60).at }],
      },
      entry: { type: 'MeetingPaused' },
      id: 'meeting',
    });
  });

  it('[M8] leaves a turn that is paused already, and turns that are over', () => {
    const paused = speaking([pauseTurn, {}, 30]);
    expect(decide(paused, pauseMeeting, {}, 60).course!.turns).toBe(paused.turns);
    const over = speaking([endStatement, {}, 30]);
    expect(decide(over, pauseMeeting, {}, 60).course!.turns).toBe(over.turns);
  });

  it.each([10, 900, 86_400])('[M8] can announce the return in %d seconds', (returnInSeconds) => {
    const next = decide(aMeeting(), pauseMeeting, { returnInSeconds }, 60).course!;
    expect(next.meeting).toMatchObject({ pausedAt: at(60).at, returnsAt: at(60 + returnInSeconds).at });
  });

  it.each([
    [9, { problem: 'tooSmall', limit: 10 }],
    [86_401, { problem: 'tooLarge', limit: 86_400 }],
  ])('[M8] refuses to announce a return in %d seconds', (returnInSeconds, problem) => {
    expect(refused(() => decide(aMeeting(), pauseMeeting, { returnInSeconds }))).toEqual({
      code: 'INVALID_INPUT',
      field: 'returnInSeconds',
      ...problem,
    });
  });

  it('[M9] ends with the meeting LIVE and the turn going on where it stopped', () => {
    const before = speaking();
    const after = play(before, [pauseMeeting, { returnInSeconds: 600 }, 60], [resumeMeeting, {}, 700]);
    expect(after).toEqual({ ...before, turns: [{ ...before.turns[0], pausedMilliseconds: 640_000 }] });
    expect(elapsed(after, 720)).toBe(70);
  });

  it('[M9] leaves a turn paused that was paused before the intermission', () => {
    const before = speaking([pauseTurn, {}, 30]);
    const after = play(before, [pauseMeeting, {}, 60], [resumeMeeting, {}, 700]);
    expect(after).toEqual(before);
    expect(elapsed(after, 900)).toBe(20);
    expect(elapsed(play(after, [resumeTurn, {}, 1000]), 1005)).toBe(25);
  });

  it('[M9] adds up over two intermissions and a pause of the turn between them', () => {
    const after = speaking(
      [pauseMeeting, {}, 20],
      [resumeMeeting, {}, 100],
      [pauseTurn, {}, 110],
      [resumeTurn, {}, 200],
      [pauseMeeting, {}, 210],
      [resumeMeeting, {}, 86_400],
    );
    expect(elapsed(after, 86_405)).toBe(35);
  });

  it('[M9] without a turn just ends', () => {
    const before = aMeeting();
    expect(play(before, [pauseMeeting, {}, 60], [resumeMeeting, {}, 700])).toEqual(before);
  });
});
