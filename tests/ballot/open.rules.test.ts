import { describe, expect, it } from '@jest/globals';
import { dropItem, updateItem } from '../../src/agenda/agenda.rules.js';
import { endItem } from '../../src/agenda/call.rules.js';
import { openBallot } from '../../src/ballot/open.rules.js';
import { withMeeting } from '../../src/meeting/course.js';
import { dropWrittenStatement } from '../../src/statement/statement.rules.js';
import { ALL, close, INPUT, open, refusedBy, world, worldAfter } from '../support/balloting.js';
import { call, skip } from '../support/calls.js';
import { aMeeting, at, type Call, decide, play } from '../support/course.js';

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
  ])('[V6] is refused where %s', (_, calls, told) => {
    expect(refusedBy(worldAfter(...calls), open())).toEqual(told);
  });

  it('[V1] [V5] opens the second ballot of a meeting while the first is counted', () => {
    const course = worldAfter(open(), close(), ...ALL.slice(1), call(4), open());
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
