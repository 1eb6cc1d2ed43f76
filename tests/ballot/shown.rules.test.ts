import { describe, expect, it } from '@jest/globals';
import { endItem } from '../../src/agenda/call.rules.js';
import { holdAgain, openBallot } from '../../src/ballot/open.rules.js';
import { revealResult } from '../../src/ballot/tally.rules.js';
import { closeBallot } from '../../src/ballot/turnout.rules.js';
import { board as project } from '../../src/board/board.js';
import type { Course } from '../../src/meeting/course.js';
import { pauseMeeting } from '../../src/meeting/meeting.rules.js';
import { nextStep } from '../../src/meeting/next.rules.js';
import { report, tally } from '../support/balloting.js';
import { call, skip } from '../support/calls.js';
import { aMeeting, at, type Call, NOON, play, refused } from '../support/course.js';
import { type Kept, keep, run, undo } from '../support/journal.js';

const open = (reveal: string): Call => [openBallot, { abstentionsAllowed: true, reveal, issued: 10 }];
const told = report({ cast: 4 });
const close: Call = [closeBallot, { cast: 9, void: 1 }, 120];
const tallies: Call[] = [tally(1, [8, 0, 0, 0]), tally(2, [0, 5, 0, 1], 2)];
const REVEAL: Call = [revealResult, {}, 300];
const VOID: Call = [closeBallot, { cast: 11 }];
const AGAIN: Call = [holdAgain, {}];

const fresh = aMeeting({ agenda: ['WRITTEN_STATEMENTS', 'BALLOT', 'REMARKS'], written: 2 });
const world = play(fresh, call(2));
const named = (id: string) => ({ name: id, post: '', organization: '' });
const board = (course: Course) =>
  project(course, {
    organization: '',
    people: new Map(course.participants.map(({ id }) => [id, named(id)])),
    displays: [],
  });

describe('the ballot on the board', () => {
  it.each<[string, Call[], string]>([
    ['before its first round', [], 'AGENDA'],
    ['while it is open', [open('DEFERRED')], 'BALLOT_OPEN'],
    ['in an intermission', [open('DEFERRED'), [pauseMeeting, {}]], 'INTERMISSION'],
    ['while it is counted', [open('DEFERRED'), close, tallies[0]!], 'BALLOT_CLOSED'],
    ['when it is void', [open('DEFERRED'), VOID], 'BALLOT_CLOSED'],
    ['when it is held again', [open('DEFERRED'), VOID, AGAIN], 'BALLOT_OPEN'],
    ['when it is sealed', [open('SEALED'), close, ...tallies], 'BALLOT_CLOSED'],
    ['when it is revealed', [open('DEFERRED'), close, ...tallies, REVEAL], 'BALLOT_RESULT'],
    ['when the meeting went on', [open('DEFERRED'), close, call(3)], 'AGENDA'],
    ['when it is called again', [open('DEFERRED'), close, call(3), call(2)], 'BALLOT_CLOSED'],
  ])('[V11] has its state %s', (_, calls, state) => {
    const shown = board(play(world, ...calls));
    expect(shown.state).toBe(state);
    expect(shown.ballot !== null).toBe(state.startsWith('BALLOT'));
  });

  it('[V10] [V11] shows turnout while it is open, the sheets while it is counted, and the result as a whole', () => {
    const opened = play(world, open('DEFERRED'), told);
    const { id, levels } = opened.ballots[0]!;
    const candidates = [1, 2].map((number) => ({
      statementId: `statement-${number}`,
      number,
      speaker: named(`speaker-${number}`),
    }));
    const shown = {
      ...{ id, itemId: 'item-2', round: 1, levels, abstentionsAllowed: true, candidates, reveal: 'DEFERRED' },
      ...{ openedAt: NOON, closesAt: null, closedAt: null, revealedAt: null, isVoid: false, issued: 10 },
    };
    expect(board(opened).ballot).toEqual({ ...shown, cast: 4, valid: null, void: null, result: null });
    const counted = { ...shown, closedAt: at(120).at, cast: 9, valid: 8, void: 1, result: null };
    for (const calls of [[], tallies.slice(0, 1), tallies])
      expect(board(play(opened, close, ...calls)).ballot).toEqual(counted);
    expect(board(play(opened, close, ...tallies, REVEAL)).ballot).toEqual({
      ...counted,
      revealedAt: at(300).at,
      result: [
        { statementId: 'statement-1', counts: [8, 0, 0, 0], abstentions: 0 },
        { statementId: 'statement-2', counts: [0, 5, 0, 1], abstentions: 2 },
      ],
    });
  });
});

describe('the next step of a ballot', () => {
  it.each<[string, Call[], string, string | null]>([
    ['is called', [], 'OPEN_BALLOT', null],
    ['is open', [open('DEFERRED')], 'CLOSE_BALLOT', null],
    ['is void', [open('DEFERRED'), VOID], 'HOLD_AGAIN', null],
    ['is being counted', [open('DEFERRED'), close, tallies[0]!], 'REVEAL_RESULT', 'TALLY_INCOMPLETE'],
    ['is counted', [open('DEFERRED'), close, ...tallies], 'REVEAL_RESULT', null],
    ['is sealed', [open('SEALED'), close], 'CALL_ITEM item-3', null],
    ['is revealed', [open('DEFERRED'), close, ...tallies, REVEAL], 'CALL_ITEM item-3', null],
    ['was not waited for', [open('DEFERRED'), close, call(3)], 'CALL_ITEM item-2', null],
    ['was not waited for, but is sealed', [open('SEALED'), close, call(3)], 'CLOSE', null],
    ['has turned out void', [open('SEALED'), close, call(3), report({ cast: 11 })], 'CALL_ITEM item-2', null],
    ['is void and was skipped', [open('DEFERRED'), VOID, skip(2), call(3)], 'CLOSE', null],
    [
      'was held again after it was void',
      [open('SEALED'), VOID, AGAIN, [closeBallot, { cast: 9, void: 1 }], call(3)],
      'CLOSE',
      null,
    ],
  ])('[V13] where it %s', (_, calls, step, obstacle) => {
    const course = play(fresh, call(1), call(2), ...calls);
    const next = nextStep(course)!;
    expect(step === 'CLOSE' || step.startsWith('CALL') ? `${next.step} ${next.itemId ?? ''}`.trim() : next.step).toBe(
      step,
    );
    expect(next.obstacle).toBe(obstacle);
  });
});

describe('undoing the steps of a ballot', () => {
  const done = (...calls: Call[]): Kept =>
    calls.reduce((kept, [rule, input, seconds]) => run(kept, rule, input, seconds), keep(world));
  const rows = ({ course: { ballots, tallies: lines, items } }: Kept) => ({ ballots, lines, items });

  it.each<[string, Call[]]>([
    ['opening', [open('DEFERRED')]],
    ['closing', [open('DEFERRED'), told, close]],
    ['a void round', [open('DEFERRED'), VOID]],
    ['holding it again', [open('DEFERRED'), VOID, AGAIN]],
    ['revealing', [open('DEFERRED'), close, ...tallies, REVEAL]],
    ['the tally that revealed an IMMEDIATE one', [open('IMMEDIATE'), close, ...tallies]],
  ])('[V12] takes back %s', (_, calls) => {
    const before = done(...calls.slice(0, -1));
    expect(rows(undo(run(before, ...(calls.at(-1) as [Call[0], object]))))).toEqual(rows(before));
  });

  it.each<[string, Call[], string]>([
    ['the turnout of what was opened', [open('DEFERRED'), told], 'TurnoutReported'],
    ['the void sheets of what was closed', [open('DEFERRED'), close, report({ void: 2 })], 'TurnoutReported'],
    ['the sheets of a void round, put right', [open('DEFERRED'), VOID, report({ cast: 9 })], 'TurnoutReported'],
    ['a void round, by a teller', [open('DEFERRED'), close, report({ cast: 11 })], 'TurnoutReported'],
    ['a tally of what was closed', [open('DEFERRED'), close, tallies[0]!], 'TallyRecorded'],
  ])('[V12] is refused over %s', (_, calls, type) => {
    expect(refused(() => undo(done(...calls)))).toEqual({ code: 'STEP_DEPENDED_ON', type });
  });

  it('[V12] of any other step is not hindered by what tellers report', () => {
    const kept = done(open('DEFERRED'), close, [endItem, {}], tallies[0]!, report({ void: 2 }));
    expect(undo(kept).course.meeting.currentItemId).toBe('item-2');
    const typedWrong = [report({ cast: 90 }), report({ cast: 9 })];
    const called = done(open('DEFERRED'), close, call(1), ...typedWrong, ...tallies);
    expect(undo(called).course.tallies.map(({ counts }) => counts)).toEqual([
      [8, 0, 0, 0],
      [0, 5, 0, 1],
    ]);
  });
});
