import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { inside, type Visit } from '../../src/access/viewer.js';
import { canonical, hashOf, type Link, said } from '../../src/audit/chain.js';
import { type Chained, createWalk, type Damage, type End, sentence } from '../../src/audit/walk.js';

const ID = '0190a000-0000-7000-8000-00000000abcd';
const link: Link = {
  seq: '2',
  at: '2022-02-10T01:00:00.000123Z',
  actorKind: 'ACCOUNT',
  actorId: ID,
  actorName: '李勇',
  sessionId: null,
  address: '10.0.0.7',
  action: 'callItem',
  outcome: 'DONE',
  meetingId: ID,
  meetingSeq: 7,
  subjectId: null,
  detail: '{}',
  times: 1,
};

describe('a link of the chain', () => {
  it('[H1] is hashed as an array of JSON: the hash before, and all columns in one order', () => {
    const text = `["","2","2022-02-10T01:00:00.000123Z","ACCOUNT","${ID}","李勇",null,"10.0.0.7","callItem","DONE","${ID}",7,null,"{}",1]`;
    expect(canonical('', link)).toBe(text);
    expect(hashOf('', link)).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it('[H1] has another hash when any column, or the hash before, is another', () => {
    const others = Object.keys(link).map((column) => hashOf('', { ...link, [column]: 'other' }));
    expect(new Set([hashOf('', link), hashOf('0', link), ...others]).size).toBe(2 + Object.keys(link).length);
  });

  it('[H1] takes what PostgreSQL can’t hold for what it can, and what is no id for none', () => {
    const visit: Visit = { ...inside, address: `a\0${'b'.repeat(400)}` };
    const viewer = { ...inside.viewer, name: 'half \ud800', id: ID.toUpperCase(), sessionId: 'no id' };
    const detail = { text: '\0', deep: [{ text: '\udc00' }], number: 1.5, nothing: null, left: undefined };
    const fact = { action: 'x', meetingId: '; DROP TABLE', subjectId: undefined, detail };
    expect(said({ ...visit, viewer }, fact, 3)).toEqual({
      actorKind: 'SYSTEM',
      actorId: ID,
      actorName: 'half \ufffd',
      sessionId: null,
      address: `a\ufffd${'b'.repeat(298)}`,
      action: 'x',
      outcome: 'DONE',
      meetingId: null,
      meetingSeq: null,
      subjectId: null,
      detail: '{"text":"\ufffd","deep":[{"text":"\ufffd"}],"number":1.5,"nothing":null}',
      times: 3,
    });
  });
});

describe('a walk through the chain', () => {
  const made = (count: number, { action = 'callItem', from = [] as Chained[] } = {}): Chained[] => {
    const rows = [...from];
    while (rows.length < count) {
      const row = { ...link, seq: String(rows.length + 1), meetingSeq: rows.length, action };
      rows.push({ ...row, hash: hashOf(rows.at(-1)?.hash ?? '', row) });
    }
    return rows;
  };
  const headOf = (rows: Chained[]) => {
    const { seq, hash, at } = rows.at(-1) ?? { seq: '0', hash: '', at: '' };
    return { seq, hash, at };
  };
  const walk = (rows: Chained[], head: (End & { at: string }) | null = headOf(rows), noted: End | null = null) => {
    const { take, end } = createWalk(noted);
    return [...rows.flatMap(take), ...end(head)].map(({ what, first, last }: Damage) =>
      [what, Number(first), Number(last)].join(' '),
    );
  };
  const rows = made(9);
  const changed = (index: number, change: Partial<Chained>) => rows.with(index, { ...rows[index]!, ...change });

  it('[H5] finds nothing wrong with what is as it was written', () => {
    expect(walk([])).toEqual([]);
    expect(walk(rows)).toEqual([]);
    expect(walk(rows, headOf(rows), headOf(rows.slice(0, 5)))).toEqual([]);
    expect(walk(rows, headOf(rows), headOf(rows))).toEqual([]);
  });

  it.each([...Object.keys(link), 'hash'].filter((column) => column !== 'seq'))(
    '[H5] finds the one row whose %s was changed, first, last or between',
    (column) => {
      for (const index of [0, 4]) {
        expect(walk(changed(index, { [column]: 'other' }), headOf(rows))).toEqual([
          `CHANGED ${index + 1} ${index + 1}`,
        ]);
      }
      expect(walk(changed(8, { [column]: 'other' }), headOf(rows))).toContain('CHANGED 9 9');
    },
  );

  it('[H5] finds which rows are missing, first, last or between', () => {
    expect(walk(rows.slice(2))).toEqual(['MISSING 1 2']);
    expect(walk([...rows.slice(0, 3), ...rows.slice(5)])).toEqual(['MISSING 4 5']);
    expect(walk(rows.slice(0, 7), headOf(rows))).toEqual(['MISSING 8 9']);
    expect(walk([], headOf(rows))).toEqual(['MISSING 1 9']);
    expect(walk([rows[1]!, rows[4]!, rows[8]!])).toEqual(['MISSING 1 1', 'MISSING 3 4', 'MISSING 6 8']);
  });

  it('[H5] finds rows that were swapped, put in or numbered anew', () => {
    const swapped = rows.with(3, { ...rows[5]!, seq: '4' }).with(5, { ...rows[3]!, seq: '6' });
    expect(walk(swapped)).toEqual(['CHANGED 4 4', 'CHANGED 5 5', 'CHANGED 6 6', 'CHANGED 7 7']);
    const closed = [...rows.slice(0, 3), ...rows.slice(4).map((row) => ({ ...row, seq: String(Number(row.seq) - 1) }))];
    expect(walk(closed)[0]).toBe('CHANGED 4 4');
    expect(walk([{ ...rows[0]!, seq: '0' }, ...rows])).toEqual(['CHANGED 0 0']);
    expect(walk(made(11), headOf(rows))).toEqual(['BEYOND_HEAD 10 11']);
  });

  it('[H5] finds a head that is gone or another', () => {
    expect(walk(rows, null)).toEqual(['HEAD 9 9']);
    expect(walk(rows, { ...headOf(rows), hash: rows[3]!.hash })).toEqual(['HEAD 9 9']);
    expect(walk(rows, { ...headOf(rows), at: '2099-01-01T00:00:00.000000Z' })).toEqual(['HEAD 9 9']);
    expect(walk([], { seq: '0', hash: 'x', at: '' })).toEqual(['HEAD 0 0']);
  });

  it('[H5] finds a chain that was written anew or cut, by the head that was written down', () => {
    const anew = made(12, { action: 'skipItem', from: rows.slice(0, 4) });
    expect(walk(anew)).toEqual([]);
    expect(walk(anew, headOf(anew), headOf(rows))).toEqual(['REWRITTEN 9 9']);
    expect(walk(anew, headOf(anew), headOf(rows.slice(0, 4)))).toEqual([]);
    expect(walk(rows.slice(0, 6), undefined, headOf(rows))).toEqual(['CUT 6 9']);
    expect(walk([...rows.slice(0, 4), ...rows.slice(5)], headOf(rows), headOf(rows.slice(0, 5)))).toEqual([
      'MISSING 5 5',
    ]);
  });

  it('[H5] says each in a sentence', () => {
    const sentences = (['CHANGED', 'MISSING', 'BEYOND_HEAD', 'HEAD', 'REWRITTEN', 'CUT'] as const).flatMap((what) =>
      [5n, 7n].map((last) => sentence({ what, first: 5n, last })),
    );
    for (const text of sentences) expect(text).toMatch(/ 5\b/);
    expect(sentences.slice(2, 4)).toEqual(['row 5 is missing', 'rows 5 to 7 are missing']);
  });
});
