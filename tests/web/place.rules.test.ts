import { describe, expect, it } from '@jest/globals';
import { placeOf } from '../../src/web/me/place.rules.js';

type Item = Parameters<typeof placeOf>[0][number];
type Said = Item['statements'][number];

const statement = (n: number, phase: Said['phase'] = 'WAITING', mode: Said['mode'] = 'ON_SITE'): Said => ({
  id: `statement-${n}`,
  mode,
  phase,
  speaker: { id: `speaker-${n}` },
});
const item = (position: number, status: Item['status'], ...statements: Said[]): Item => ({
  position,
  kind: statements[0]?.mode === 'WRITTEN' ? 'WRITTEN_STATEMENTS' : statements.length ? 'STATEMENT' : 'REMARKS',
  status,
  statements,
});

describe('when somebody is next', () => {
  const agenda = [
    item(1, 'DONE'),
    item(2, 'DONE', statement(1, 'DONE')),
    item(3, 'CURRENT', statement(2, 'STATEMENT')),
    item(4, 'SKIPPED', statement(3)),
    item(5, 'PENDING', statement(4)),
    item(6, 'PENDING'),
    item(7, 'PENDING', statement(6, 'WAITING', 'WRITTEN'), statement(7, 'WAITING', 'WRITTEN')),
    item(8, 'PENDING', statement(5)),
  ];
  const cases: [string, number, object | null][] = [
    ['who has spoken', 1, { kind: 'DONE' }],
    ['who has the floor', 2, { kind: 'SPEAKING' }],
    ['who was passed over', 3, { kind: 'SKIPPED' }],
    ['who is next, while another has the floor', 4, { kind: 'TO_COME', before: 0 }],
    ['one later, past what is no speaker’s and what was skipped', 5, { kind: 'TO_COME', before: 1 }],
    ['who has written', 7, { kind: 'WRITTEN' }],
    ['who makes no statement', 8, null],
  ];
  it.each(cases)('[Q14] says it of %s', (_, n, place) => {
    const expected = place && { ...place, statementId: `statement-${n}` };
    expect(placeOf(agenda, `speaker-${n}`, false)).toEqual(expected);
    expect(placeOf(agenda.toReversed(), `speaker-${n}`, false)).toEqual(expected);
  });

  it.each(['HEARD', 'COMMENT'] as const)('[Q14] says that one is %s, whatever the item is', (phase) => {
    const place = placeOf([item(1, 'DONE', statement(1, phase)), item(2, 'PENDING', statement(2))], 'speaker-1', false);
    expect(place).toEqual({ kind: phase, statementId: 'statement-1' });
  });

  it('[Q14] promises nothing to whoever was passed over once the meeting is over', () => {
    const kinds = [1, 3, 7, 8].map((n) => placeOf(agenda, `speaker-${n}`, true)?.kind);
    expect(kinds).toEqual(['DONE', 'NOT_CALLED', 'WRITTEN', undefined]);
  });
});
