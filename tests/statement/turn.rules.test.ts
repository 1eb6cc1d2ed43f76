import { describe, expect, it } from '@jest/globals';
import type { TurnRow } from '../../src/statement/turn.entity.js';
import { elapsedMilliseconds, end, pause, remainingMilliseconds, resume } from '../../src/statement/turn.rules.js';
import { refused } from '../support/course.js';

const START = '2022-02-10T04:00:00.000Z';
const instant = (seconds: number, from = START) => new Date(Date.parse(from) + seconds * 1000);

const aTurn = (change: Partial<TurnRow> = {}): TurnRow =>
  Object.freeze({
    id: 'turn',
    meetingId: 'meeting',
    statementId: 'statement',
    number: 1,
    plannedSeconds: 480,
    extendedSeconds: 0,
    startedAt: instant(0),
    endedAt: null,
    pausedAt: null,
    pausedMilliseconds: 0,
    ...change,
  });

describe('elapsed time', () => {
  it.each<[string, Partial<TurnRow>, number, number]>([
    ['from the start while it runs', {}, 100, 100],
    ['at the start it is nothing', {}, 0, 0],
    ['less the pauses that are over', { pausedMilliseconds: 30_000 }, 100, 70],
    ['up to the pause while it is paused', { pausedAt: instant(40) }, 100, 40],
    ['up to the second pause, less the first', { pausedAt: instant(80), pausedMilliseconds: 30_000 }, 1000, 50],
    ['up to the end when it is over', { endedAt: instant(60) }, 5000, 60],
    ['up to the end, less the pauses', { endedAt: instant(60), pausedMilliseconds: 25_000 }, 5000, 35],
    ['overtime counts on', { plannedSeconds: 10 }, 3600, 3600],
    ['a month later it still counts', {}, 30 * 86_400, 30 * 86_400],
  ])('[T1] counts %s', (_, change, now, seconds) => {
    expect(elapsedMilliseconds(aTurn(change), instant(now).getTime())).toBe(seconds * 1000);
  });

  it.each<[string, string, string, number]>([
    ['midnight in Shanghai', '2022-02-10T15:58:00.000Z', '2022-02-10T16:06:00.000Z', 480],
    ['midnight UTC at the end of a year', '2022-12-31T23:59:00.000Z', '2023-01-01T00:01:00.000Z', 120],
    ['the hour that Berlin skips in spring', '2022-03-27T01:59:00.000+01:00', '2022-03-27T03:01:00.000+02:00', 120],
    ['the hour that Berlin has twice in autumn', '2022-10-30T02:59:00.000+02:00', '2022-10-30T02:01:00.000+01:00', 120],
    [
      'a whole hour that reads the same in Berlin',
      '2022-10-30T02:30:00.000+02:00',
      '2022-10-30T02:30:00.000+01:00',
      3600,
    ],
  ])('[T1] is a difference of instants across %s', (_, from, to, seconds) => {
    const turn = aTurn({ startedAt: new Date(from) });
    expect(elapsedMilliseconds(turn, Date.parse(to))).toBe(seconds * 1000);
    expect(elapsedMilliseconds(end(turn, new Date(to)), Date.parse(to) + 86_400_000)).toBe(seconds * 1000);
  });

  it.each<[string, Partial<TurnRow>]>([
    ['running', {}],
    ['paused', { pausedAt: instant(50), pausedMilliseconds: 7000 }],
    ['ended', { endedAt: instant(70), pausedMilliseconds: 7000 }],
  ])('[T1] is the same from rows and from the texts of the API, as after a restart or on a screen: %s', (_, change) => {
    const turn = aTurn(change);
    const read = JSON.parse(JSON.stringify(turn));
    expect(read.startedAt).toBe(START);
    expect(elapsedMilliseconds(read, instant(100).getTime())).toBe(elapsedMilliseconds(turn, instant(100).getTime()));
  });

  it.each<[string, Partial<TurnRow>, number]>([
    ['a clock before the start', {}, -5],
    ['an end before the start', { endedAt: instant(-5) }, 100],
    ['a pause before the start', { pausedAt: instant(-5) }, 100],
    ['more pause than time', { pausedMilliseconds: 200_000 }, 100],
  ])('[T1] is never negative: %s', (_, change, now) => {
    expect(elapsedMilliseconds(aTurn(change), instant(now).getTime())).toBe(0);
  });
});

describe('remaining time', () => {
  it.each([
    [0, 480],
    [479, 1],
    [480, 0],
    [481, -1],
    [600, -120],
  ])('[T2] after %d seconds is what is left of the planned time, negative in overtime: %d', (now, left) => {
    expect(remainingMilliseconds(aTurn(), instant(now).getTime())).toBe(left * 1000);
  });

  it('[T2] stands still while the turn is paused', () => {
    const paused = aTurn({ pausedAt: instant(100) });
    expect([200, 900].map((now) => remainingMilliseconds(paused, instant(now).getTime()))).toEqual([380_000, 380_000]);
  });
});

describe('pausing, resuming and ending', () => {
  it('[T3] a pause stops the clock where it is and changes nothing else', () => {
    expect(pause(aTurn(), instant(40))).toEqual({ ...aTurn(), pausedAt: instant(40) });
  });

  it('[T3] refuses to pause a paused or an ended turn', () => {
    expect(refused(() => pause(aTurn({ pausedAt: instant(1) }), instant(2)))).toEqual({ code: 'TURN_PAUSED' });
    expect(refused(() => pause(aTurn({ endedAt: instant(1) }), instant(2)))).toEqual({ code: 'NO_TURN_RUNNING' });
  });

  it('[T4] resuming lets the clock go on from where it stopped, each pause added up', () => {
    const once = resume(pause(aTurn(), instant(40)), instant(100));
    expect(once).toEqual({ ...aTurn(), pausedMilliseconds: 60_000 });
    const twice = resume(pause(once, instant(110)), instant(140));
    expect(twice).toEqual({ ...aTurn(), pausedMilliseconds: 90_000 });
    expect(elapsedMilliseconds(twice, instant(150).getTime())).toBe(60_000);
  });

  it('[T4] refuses to resume a turn that is not paused', () => {
    expect(refused(() => resume(aTurn(), instant(2)))).toEqual({ code: 'TURN_NOT_PAUSED' });
  });

  it('[T4] a clock that was stepped back during the pause takes no time away', () => {
    const resumed = resume(pause(aTurn(), instant(40)), instant(35));
    expect(resumed.pausedMilliseconds).toBe(0);
    expect(elapsedMilliseconds(resumed, instant(50).getTime())).toBe(50_000);
  });

  it('[T5] ending freezes the time', () => {
    const ended = end(aTurn({ pausedMilliseconds: 5000 }), instant(65));
    expect(ended).toEqual({ ...aTurn(), pausedMilliseconds: 5000, endedAt: instant(65) });
    expect(elapsedMilliseconds(ended, instant(9999).getTime())).toBe(60_000);
  });

  it('[T5] a turn that ends while paused ends where it was paused', () => {
    const ended = end(pause(aTurn({ pausedMilliseconds: 5000 }), instant(45)), instant(100));
    expect(ended).toEqual({ ...aTurn(), pausedMilliseconds: 60_000, endedAt: instant(100) });
    expect(elapsedMilliseconds(ended, instant(9999).getTime())).toBe(40_000);
  });

  it('[T5] refuses to end a turn twice', () => {
    expect(refused(() => end(aTurn({ endedAt: instant(1) }), instant(2)))).toEqual({ code: 'NO_TURN_RUNNING' });
  });
});
