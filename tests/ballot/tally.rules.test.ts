import { describe, expect, it } from '@jest/globals';
import type { BallotRow } from '../../src/ballot/ballot.entity.js';
import { revealResult } from '../../src/ballot/tally.rules.js';
import { withMeeting } from '../../src/meeting/course.js';
import { nextStep } from '../../src/meeting/next.rules.js';
import { ALL, close, open, REVEAL, refusedBy, report, tally, worldAfter } from '../support/balloting.js';
import { call } from '../support/calls.js';
import { at, type Call, decide, play, touched } from '../support/course.js';

describe('counting a ballot', () => {
  it('[V5] [V7] goes on while the meeting does, and after it', () => {
    const counting = worldAfter(open(), close(), call(5));
    const { course, entry } = decide(counting, ...ALL[1]!);
    const line = counting.tallies[1]!;
    expect(touched(counting, course!)).toEqual([`tallies ${line.id}`]);
    expect(course!.tallies[1]).toEqual({ ...line, counts: [0, 5, 3, 0], abstentions: 0 });
    expect(entry).toEqual({ type: 'TallyRecorded', ballotId: line.ballotId });
    const over = withMeeting(course!, { status: 'CLOSED' });
    expect(play(over, tally(2, [8, 0, 0, 0])).tallies[1]!.counts).toEqual([8, 0, 0, 0]);
  });

  it.each<[string, Call[], Call, object]>([
    ['before anything was held', [], ALL[0]!, { code: 'NOT_FOUND', what: 'ballot', id: 'none' }],
    ['while it is open', [open()], ALL[0]!, { code: 'BALLOT_OPEN' }],
    ['before the void sheets', [open(), close({ cast: 9 })], ALL[0]!, { code: 'SHEETS_NOT_COUNTED' }],
    [
      'of nobody',
      [open(), close()],
      tally(9, [8, 0, 0, 0]),
      { code: 'NOT_FOUND', what: 'statement', id: 'statement-9' },
    ],
    [
      'without a level',
      [open(), close()],
      tally(1, [8, 0, 0]),
      { code: 'INVALID_INPUT', field: 'counts', problem: 'wrongLength', limit: 4 },
    ],
    [
      'below zero',
      [open(), close()],
      tally(1, [9, -1, 0, 0]),
      { code: 'INVALID_INPUT', field: 'counts', problem: 'tooSmall', limit: 0 },
    ],
    [
      'with abstentions that are not allowed',
      [open({ abstentionsAllowed: false }), close()],
      tally(1, [7, 0, 0, 0], 1),
      { code: 'INVALID_INPUT', field: 'abstentions', problem: 'tooLarge', limit: 0 },
    ],
    ['once it is revealed', [open(), close(), ...ALL, REVEAL], ALL[0]!, { code: 'RESULT_REVEALED' }],
  ])('[V7] is refused %s', (_, calls, refusedCall, told) => {
    expect(refusedBy(worldAfter(...calls), refusedCall)).toEqual(told);
  });
});

describe('counting two ballots', () => {
  it('[V7] writes what is told of one into that one, and nothing into the other', () => {
    const both = worldAfter(open(), close(), ...ALL, call(4), open(), close(), ...ALL, call(2));
    const [{ id: ballotId }] = both.ballots as [BallotRow, BallotRow];
    const { course } = decide(both, ...tally(1, [0, 8, 0, 0], 0, { ballotId }));
    expect(touched(both, course!)).toEqual([`tallies ${both.tallies[0]!.id}`]);
    const sheets = decide(both, ...report({ ballotId, cast: 10, void: 2 }));
    expect(touched(both, sheets.course!)).toEqual([`ballots ${ballotId}`]);
  });

  it('[V7] puts an earlier one right while another is open, closed or counted, and reveals it', () => {
    const wrong = worldAfter(open(), close(), ...ALL, report({ void: 0 }), call(4), open());
    const [{ id: ballotId }] = wrong.ballots as [BallotRow, BallotRow];
    const right = play(wrong, report({ ballotId, void: 1 }), close(), call(2), REVEAL);
    expect(right.ballots.map(({ revealedAt }) => revealedAt !== null)).toEqual([true, false]);
    expect(nextStep(right)).toMatchObject({ step: 'CALL_ITEM', itemId: 'item-1' });
  });

  it('[V4] closes the one that is open, wherever it stands among them', () => {
    const { ballots, ...course } = worldAfter(open(), close({ cast: 11 }), open());
    const turned = { ...course, ballots: ballots.toReversed() };
    expect(play(turned, close(), call(5)).ballots.every(({ closedAt }) => closedAt !== null)).toBe(true);
  });
});

describe('revealing a result', () => {
  it('[V8] [V9] is done as a whole, by who runs the meeting', () => {
    const counted = worldAfter(open(), close(), ...ALL);
    const { course, entry } = decide(counted, revealResult, {}, 300);
    expect(course!.ballots).toEqual([{ ...counted.ballots[0], revealedAt: at(300).at }]);
    expect(entry).toEqual({ type: 'ResultRevealed', itemId: 'item-2', ballotId: counted.ballots[0]!.id });
  });

  it.each<[string, Call[], object]>([
    ['nothing was held', [], { code: 'NO_BALLOT' }],
    ['it is open', [open()], { code: 'BALLOT_OPEN' }],
    ['the void sheets are not counted', [open(), close({ cast: 9 })], { code: 'SHEETS_NOT_COUNTED' }],
    ['one is not counted', [open(), close(), ...ALL.slice(1)], { code: 'TALLY_INCOMPLETE', count: 1 }],
    [
      'one does not add up',
      [open(), close(), ...ALL, tally(3, [1, 1, 1, 1])],
      { code: 'TALLY_MISMATCH', number: 3, sum: 4, valid: 8 },
    ],
    [
      'the sheets were counted anew',
      [open(), close(), ...ALL, report({ void: 0 })],
      { code: 'TALLY_MISMATCH', number: 1, sum: 8, valid: 9 },
    ],
    ['it is sealed', [open({ reveal: 'SEALED' }), close(), ...ALL], { code: 'BALLOT_SEALED' }],
    ['it was revealed', [open(), close(), ...ALL, REVEAL], { code: 'RESULT_REVEALED' }],
    ['another item is current', [open(), close(), ...ALL, call(5)], { code: 'WRONG_KIND', kind: 'REMARKS' }],
  ])('[V8] [V9] is refused where %s', (_, calls, told) => {
    expect(refusedBy(worldAfter(...calls), REVEAL)).toEqual(told);
  });

  it.each<[string, Call[]]>([
    ['the last candidate', ALL],
    ['a candidate that is counted again', [ALL[0]!, ALL[1]!, tally(3, [1, 1, 1, 1]), ALL[2]!]],
    ['the void sheets', [report({ void: 0 }), ...ALL, report({ void: 1 })]],
  ])('[V9] is done at once for an IMMEDIATE one, by %s', (_, calls) => {
    const [last] = calls.slice(-1);
    const almost = worldAfter(open({ reveal: 'IMMEDIATE' }), close(), ...calls.slice(0, -1));
    expect(almost.ballots[0]!.revealedAt).toBeNull();
    const { course, entry } = decide(almost, last![0], last![1], 200);
    expect(course!.ballots[0]!.revealedAt).toEqual(at(200).at);
    expect(entry!.type).toBe('ResultRevealed');
  });

  it('[V5] waits until the ballot is called again, where the meeting went on', () => {
    const course = worldAfter(open(), close(), call(5), ...ALL, call(2));
    expect(course.items[1]!.status).toBe('CURRENT');
    expect(decide(course, revealResult, {}).entry!.type).toBe('ResultRevealed');
  });
});
