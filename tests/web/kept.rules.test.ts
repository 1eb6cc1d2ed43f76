import { describe, expect, it } from '@jest/globals';
import { formOf, namesOf, rowOf, stepperOf } from '../../src/web/ballot/kept.rules.js';
import { factsKeptOf, namesOf as namesOfPrepared, planKeptOf } from '../../src/web/prepare/kept.rules.js';

const round = (id: string, itemId: string, closedAt: string | null = null, revealedAt: string | null = null) => ({
  ...{ id, closedAt, revealedAt, item: { id: itemId } },
  tallies: ['a', 'b'].map((one) => ({ statement: { id: one } })),
});
const item = (id: string, status: string) => ({ id, status });
const sheets = (id: string, closedAt: string | null) =>
  (['issued', 'cast', 'void'] as const).map((of) => stepperOf(of, { id, closedAt }));
const rows = (id: string) => ['a', 'b'].map((one) => rowOf(id, one));

describe('what is typed and not told yet', () => {
  it.each<[string, Parameters<typeof namesOf>, string[]]>([
    [
      'of a ballot that is to be opened',
      [[item('1', 'CURRENT'), item('2', 'PENDING')], []],
      [formOf('1'), formOf('2')],
    ],
    ['of one that was skipped, or was dropped', [[item('1', 'SKIPPED')], []], []],
    ['of one that was opened', [[item('1', 'CURRENT')], [round('x', '1')]], sheets('x', null)],
    [
      'of one that is counted',
      [[item('1', 'DONE')], [round('x', '1', 'then')]],
      [...sheets('x', 'then'), ...rows('x')],
    ],
    [
      'of one that is held again',
      [[item('1', 'CURRENT')], [round('x', '1', 'then'), round('y', '1')]],
      sheets('y', null),
    ],
    [
      'of one that was revealed while another is current',
      [
        [item('1', 'DONE'), item('2', 'CURRENT')],
        [round('x', '1', 'then', 'now'), round('y', '2')],
      ],
      sheets('y', null),
    ],
  ])('[V14] stays as long as it can be told: %s', (_, [items, rounds], names) => {
    expect(namesOf(items, rounds)).toEqual(names);
  });

  it.each([
    ['DRAFT', [factsKeptOf('m'), planKeptOf('m')]],
    ['SCHEDULED', [planKeptOf('m')]],
    ['LIVE', []],
    ['ARCHIVED', []],
  ])('[M16] [A15] stays as long as the meeting can still be prepared: %s', (status, names) => {
    expect(namesOfPrepared({ id: 'm', status })).toEqual(names);
  });
});
