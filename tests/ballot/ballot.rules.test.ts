import { describe, expect, it } from '@jest/globals';
import { dropItem, updateItem } from '../../src/agenda/agenda.rules.js';
import type { ItemKind } from '../../src/agenda/agenda.type.js';
import { callItem, endItem, skipItem } from '../../src/agenda/call.rules.js';
import { holdAgain, openBallot } from '../../src/ballot/open.rules.js';
import { recordTally, revealResult } from '../../src/ballot/tally.rules.js';
import { closeBallot, reportTurnout } from '../../src/ballot/turnout.rules.js';
import { type Course, withMeeting } from '../../src/meeting/course.js';
import { closeMeeting, pauseMeeting } from '../../src/meeting/meeting.rules.js';
import { dropWrittenStatement } from '../../src/statement/statement.rules.js';
import { aMeeting, at, type Call, decide, play, refused, touched } from '../support/course.js';

const AGENDA: ItemKind[] = ['WRITTEN_STATEMENTS', 'BALLOT', 'STATEMENT', 'BALLOT', 'REMARKS'];
const call = (item: number): Call => [callItem, { itemId: `item-${item}` }];
const skip = (item: number): Call => [skipItem, { itemId: `item-${item}`, reason: 'x' }];
const INPUT = { abstentionsAllowed: true, reveal: 'DEFERRED', issued: 10 } as const;
const open = (input: object = {}): Call => [openBallot, { ...INPUT, ...input }];
const report = (input: object): Call => [reportTurnout, input];
const close = (input: object = { cast: 9, void: 1 }): Call => [closeBallot, input];
const tally = (statement: number, counts: number[], abstentions = 0): Call => [
  recordTally,
  { statementId: `statement-${statement}`, counts, abstentions },
];
const REVEAL: Call = [revealResult, {}];
const AGAIN: Call = [holdAgain, {}];

/** Three candidates, two of them on paper; the ballot is current. */
const world = play(aMeeting({ agenda: AGENDA, written: 2 }), call(2));
const worldAfter = (...calls: Call[]) => play(world, ...calls);
const ALL = [tally(1, [8, 0, 0, 0]), tally(2, [0, 5, 3, 0]), tally(3, [1, 1, 1, 1], 4)];
const refusedBy = (course: Course, [rule, input]: Call) => refused(() => decide(course, rule, input));

describe('opening a ballot', () => {
  it('[V1] [V2] opens its first round, with one sheet for all candidates in the order of the agenda', () => {
    const { course, entry, id } = decide(world, openBallot, { ...INPUT, minutes: 10 }, 60);
    const values = [100, 80, 60, 40];
    const levels = ['好', '较好', '一般', '差'].map((label, index) => ({ label, value: values[index] }));
    const ballot = {
      ...{ id, meetingId: 'meeting', itemId: 'item-2', round: 1, levels, ...INPUT, openedAt: at(60).at },
      ...{ closesAt: at(660).at, closedAt: null, revealedAt: null, cast: 0, void: null },
    };
    const line = (number: number) => ({
      ...{ id: expect.any(String), meetingId: 'meeting', ballotId: id, statementId: `statement-${number}`, number },
      ...{ counts: null, abstentions: null },
    });
    expect(course).toEqual({ ...world, ballots: [ballot], tallies: [line(1), line(2), line(3)] });
    expect(entry).toEqual({ type: 'BallotOpened', itemId: 'item-2', ballotId: id });
  });

  it('[V1] takes the usual scale from the meeting’s language, and any other of 3 to 5 levels whose values fall', () => {
    const english = withMeeting(world, { language: 'EN' });
    const labels = play(english, open()).ballots[0]!.levels.map(({ label }) => label);
    expect(labels).toEqual(['Excellent', 'Good', 'Fair', 'Poor']);
    const levels = [
      { label: ' 优秀 ', value: 95 },
      { label: '称职', value: 80 },
      { label: '不称职', value: 0 },
    ];
    expect(worldAfter(open({ levels })).ballots[0]!.levels).toEqual([{ label: '优秀', value: 95 }, ...levels.slice(1)]);
  });

  const level = (label: string, value: number) => ({ label, value });
  it.each<[string, object, object]>([
    ['two levels', { levels: [level('a', 2), level('b', 1)] }, { field: 'levels', problem: 'tooSmall', limit: 3 }],
    [
      'six levels',
      { levels: [6, 5, 4, 3, 2, 1].map((value) => level(`${value}`, value)) },
      { field: 'levels', problem: 'tooLarge', limit: 5 },
    ],
    [
      'equal values',
      { levels: [level('a', 2), level('b', 1), level('c', 1)] },
      { field: 'levels', problem: 'notFalling' },
    ],
    [
      'a level without a name',
      { levels: [level('a', 3), level(' ', 2), level('c', 1)] },
      { field: 'label', problem: 'empty' },
    ],
    [
      'a name of 21 characters',
      { levels: [level('a'.repeat(21), 3), level('b', 2), level('c', 1)] },
      { field: 'label', problem: 'tooLong', limit: 20 },
    ],
    [
      'a value over 100',
      { levels: [level('a', 101), level('b', 2), level('c', 1)] },
      { field: 'value', problem: 'tooLarge', limit: 100 },
    ],
    ['no sheets', { issued: 0 }, { field: 'issued', problem: 'tooSmall', limit: 1 }],
    ['241 minutes', { minutes: 241 }, { field: 'minutes', problem: 'tooLarge', limit: 240 }],
  ])('[V1] refuses %s', (_, input, problem) => {
    expect(refusedBy(world, open(input))).toEqual({ code: 'INVALID_INPUT', ...problem });
  });

  it('[V1] refuses two levels of one name', () => {
    const levels = [level('a', 3), level('a ', 2), level('c', 1)];
    expect(refusedBy(world, open({ levels }))).toEqual({ code: 'DUPLICATE', what: 'level' });
  });

  it('[V1] is refused unless a BALLOT item is current, and there are candidates', () => {
    expect(refusedBy(worldAfter([endItem, {}]), open())).toEqual({ code: 'NO_CURRENT_ITEM' });
    expect(refusedBy(worldAfter(call(5)), open())).toEqual({ code: 'WRONG_KIND', kind: 'REMARKS' });
    const empty = play(aMeeting({ agenda: ['BALLOT'] }), call(1));
    expect(refusedBy(empty, open())).toEqual({ code: 'NOT_READY', missing: 'statement' });
  });

  it.each<[string, Call[], object]>([
    ['one is open', [open()], { code: 'BALLOT_OPEN' }],
    ['it was held', [open(), close()], { code: 'BALLOT_HELD' }],
    [
      'the one before is being counted',
      [open(), close(), ...ALL.slice(1), call(4)],
      { code: 'TALLY_INCOMPLETE', count: 1 },
    ],
  ])('[V6] is refused where %s', (_, calls, told) => {
    expect(refusedBy(worldAfter(...calls), open())).toEqual(told);
  });

  it('[V1] opens the second ballot of a meeting once the first was counted', () => {
    const course = worldAfter(open(), close(), ...ALL, call(4), open());
    expect(course.ballots.map(({ itemId, round }) => [itemId, round])).toEqual([
      ['item-2', 1],
      ['item-4', 1],
    ]);
  });

  it('[V2] keeps whoever stands on a sheet: neither dropped nor given to another', () => {
    const course = worldAfter(open(), close({ cast: 11 }), skip(4), skip(3));
    const told = { code: 'IN_USE', what: 'statement' };
    expect(refusedBy(course, [dropItem, { itemId: 'item-3' }])).toEqual(told);
    expect(refusedBy(course, [updateItem, { itemId: 'item-3', speakerId: 'spare' }])).toEqual(told);
    expect(refusedBy(course, [dropWrittenStatement, { statementId: 'statement-1' }])).toEqual(told);
    const skipped = worldAfter(open(), close({ cast: 11 }), skip(2));
    expect(refusedBy(skipped, [dropItem, { itemId: 'item-2' }])).toEqual({ code: 'IN_USE', what: 'ballot' });
  });
});

describe('the sheets of a ballot', () => {
  it('[V3] are reported as they are cast; the item is not left before the ballot is closed', () => {
    const opened = worldAfter(open());
    const { course, entry } = decide(opened, reportTurnout, { issued: 12, cast: 7 });
    expect(touched(opened, course!)).toEqual([`ballots ${opened.ballots[0]!.id}`]);
    expect(course!.ballots[0]).toEqual({ ...opened.ballots[0], issued: 12, cast: 7 });
    expect(entry).toEqual({ type: 'TurnoutReported', ballotId: opened.ballots[0]!.id });
    for (const leaving of [call(5), [endItem, {}] as Call, skip(2), [closeMeeting, {}] as Call]) {
      const all = play(course!, skip(3), skip(4), skip(5));
      const told = leaving[0] === callItem ? course! : all;
      expect(refusedBy(told, leaving)).toEqual({ code: 'BALLOT_OPEN' });
    }
    expect(play(course!, [pauseMeeting, {}], report({ cast: 8 }), close({})).ballots[0]!.cast).toBe(8);
  });

  it.each<[string, Call[], Call, object]>([
    [
      'more cast than issued while it is open',
      [open()],
      report({ cast: 11 }),
      { code: 'INVALID_INPUT', field: 'cast', problem: 'tooLarge', limit: 10 },
    ],
    [
      'void sheets while it is open',
      [open()],
      report({ void: 0 }),
      { code: 'INVALID_INPUT', field: 'void', problem: 'notHere' },
    ],
    [
      'more void sheets than were collected',
      [open()],
      close({ cast: 3, void: 4 }),
      { code: 'INVALID_INPUT', field: 'void', problem: 'tooLarge', limit: 3 },
    ],
    ['turnout without a ballot', [], report({ cast: 1 }), { code: 'NO_BALLOT' }],
    ['turnout of a void round', [open(), close({ cast: 11 })], report({ cast: 1 }), { code: 'BALLOT_VOID' }],
    [
      'turnout of what was revealed',
      [open(), close(), ...ALL, REVEAL],
      report({ cast: 1 }),
      { code: 'RESULT_REVEALED' },
    ],
    ['closing without a ballot', [], close(), { code: 'NO_BALLOT' }],
    ['closing twice', [open(), close()], close(), { code: 'BALLOT_CLOSED' }],
  ])('[V3] [V4] refuse %s', (_, calls, refusedCall, told) => {
    expect(refusedBy(worldAfter(...calls), refusedCall)).toEqual(told);
  });

  it('[V4] are counted when it is closed, and as often as the tellers count them', () => {
    const opened = worldAfter(open(), report({ cast: 7 }));
    const { id } = opened.ballots[0]!;
    const { course, entry } = decide(opened, closeBallot, { cast: 9 }, 120);
    expect(course!.ballots[0]).toEqual({ ...opened.ballots[0], cast: 9, closedAt: at(120).at });
    expect(entry).toEqual({ type: 'BallotClosed', itemId: 'item-2', ballotId: id });
    const [counted] = play(course!, report({ void: 2 }), report({ cast: 8 })).ballots;
    expect([counted!.cast, counted!.void]).toEqual([8, 2]);
  });

  it.each<[string, Call[]]>([
    ['when it is closed', [open(), close({ cast: 11 })]],
    ['when the tellers count again', [open(), close({ cast: 9 }), report({ cast: 11 })]],
  ])('[V6] make the round void where more were collected than issued, %s; it is held again as it was', (_, calls) => {
    const [last] = calls.splice(-1);
    const { course, entry } = decide(worldAfter(...calls), last![0], last![1]);
    const [voided] = course!.ballots;
    expect(entry).toEqual({ type: 'BallotVoided', itemId: 'item-2', ballotId: voided!.id });
    expect(refusedBy(course!, ALL[0]!)).toEqual({ code: 'BALLOT_VOID' });
    expect(refusedBy(course!, REVEAL)).toEqual({ code: 'BALLOT_VOID' });
    const again = play(course!, AGAIN);
    expect(again.ballots).toEqual([
      voided,
      { ...voided, id: expect.any(String), round: 2, openedAt: at(0).at, closedAt: null, cast: 0, void: null },
    ]);
    expect(again.tallies).toHaveLength(6);
    expect(play(again, close(), ...ALL, REVEAL).ballots[1]!.revealedAt).not.toBeNull();
  });

  it('[V6] leave a new round its time, and another scale if it is opened anew', () => {
    const [, second] = worldAfter(open({ minutes: 5 }), close({ cast: 11 }), [holdAgain, {}, 600]).ballots;
    expect(second!.closesAt).toEqual(at(900).at);
    expect(worldAfter(open(), close({ cast: 11 }), open({ issued: 20 })).ballots[1]!.issued).toBe(20);
  });

  it.each<[string, Call[], string]>([
    ['nothing was held', [], 'NO_BALLOT'],
    ['it is open', [open()], 'BALLOT_OPEN'],
    ['it was held', [open(), close()], 'BALLOT_HELD'],
  ])('[V6] refuse another round where %s', (_, calls, code) => {
    expect(refusedBy(worldAfter(...calls), AGAIN)).toEqual({ code });
  });
});

describe('counting a ballot', () => {
  it('[V5] [V7] goes on while the meeting does, and after it', () => {
    const counting = worldAfter(open(), close(), call(5));
    const { course, entry } = decide(counting, ...(ALL[1]!.slice(0, 2) as [Call[0], object]));
    const line = counting.tallies[1]!;
    expect(touched(counting, course!)).toEqual([`tallies ${line.id}`]);
    expect(course!.tallies[1]).toEqual({ ...line, counts: [0, 5, 3, 0], abstentions: 0 });
    expect(entry).toEqual({ type: 'TallyRecorded', ballotId: line.ballotId });
    const over = withMeeting(course!, { status: 'CLOSED' });
    expect(play(over, tally(2, [8, 0, 0, 0])).tallies[1]!.counts).toEqual([8, 0, 0, 0]);
  });

  it.each<[string, Call[], Call, object]>([
    ['before anything was held', [], ALL[0]!, { code: 'NO_BALLOT' }],
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
