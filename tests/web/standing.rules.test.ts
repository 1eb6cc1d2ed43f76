import { describe, expect, it } from '@jest/globals';
import { type Standing, standingsOf } from '../../src/web/screens/standing.rules.js';

const NOON = Date.parse('2022-02-10T04:00:00Z');
const seen = (seconds: number, seq: number, shown: [epoch: string | null, seq: number | null]) => ({
  serverTime: new Date(NOON + seconds * 1000).toISOString(),
  meeting: { epoch: 'now', seq, displays: [{ id: 'hall', shownEpoch: shown[0], shownSeq: shown[1] }] },
});

describe('how far a display is behind', () => {
  /** One answer after another. */
  const answered = (...answers: ReturnType<typeof seen>[]): Standing | undefined =>
    answers
      .reduce(
        (standings, one) => standingsOf(standings, one),
        new Map<string, Standing>() as ReadonlyMap<string, Standing>,
      )
      .get('hall');

  it('[Q9] is nothing while it shows the newest step, and unknown before it has said what it shows', () => {
    expect(answered(seen(0, 7, ['now', 7]))).toEqual({ behind: 0, since: null, isLate: false });
    expect(answered(seen(0, 7, [null, null]))).toBeUndefined();
    // It was told by its socket before the list was asked for.
    expect(answered(seen(0, 7, ['now', 8]))).toEqual({ behind: 0, since: null, isLate: false });
  });

  it('[Q9] is counted from when it was first seen to be, and said once a display has had the time to speak', () => {
    const [first, second, third] = [seen(0, 7, ['now', 6]), seen(3, 9, ['now', 6]), seen(6, 9, ['now', 6])];
    expect(answered(first)).toEqual({ behind: 1, since: NOON, isLate: false });
    expect(answered(first, second)).toEqual({ behind: 3, since: NOON, isLate: false });
    expect(answered(first, second, third)).toEqual({ behind: 3, since: NOON, isLate: true });
    expect(answered(first, second, third, seen(9, 9, ['now', 9]))).toEqual({ behind: 0, since: null, isLate: false });
  });

  it('[Q9] can’t be counted in another journal', () => {
    expect(answered(seen(0, 7, ['before', 90]), seen(5, 7, ['before', 90]))).toEqual({
      behind: null,
      since: NOON,
      isLate: true,
    });
  });

  it('[Q9] is nothing of a meeting that is gone', () => {
    expect(standingsOf(new Map(), { serverTime: new Date(NOON).toISOString(), meeting: null }).size).toBe(0);
  });
});
