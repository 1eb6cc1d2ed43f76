import { describe, expect, it } from '@jest/globals';
import type { EntryRow } from '../../src/journal/journal.load.js';
import { createTail } from '../../src/journal/tail.js';

const FIRST = 'epoch-1';
const SECOND = 'epoch-2';

/** A table with so many entries, which counts its reads and answers when it is told to. */
function aTable(count: number) {
  const state = { epoch: FIRST, count, reads: [] as number[], hold: Promise.resolve() };
  const load = async (meetingId: string, after: number, first: number): Promise<EntryRow[]> => {
    state.reads.push(after);
    // As a database does: what is seen is what stood when the statement began.
    const { epoch, count: seen } = state;
    await state.hold;
    const length = Math.max(0, Math.min(first, seen - after));
    return Array.from({ length }, (_, index) => ({
      meetingId,
      seq: after + 1 + index,
      type: 'TurnPaused',
      at: new Date(0),
      refs: {},
      epoch,
    }));
  };
  return { state, load };
}

const seqs = (entries: EntryRow[]) => entries.map(({ seq }) => seq);
const upTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
const small = (ofOne: number, ofAll = 1000) => ({ ofOne, ofAll, for: 60_000 });

describe('the tail of a journal', () => {
  it('[L5] is read once, and answered from memory after that', async () => {
    const { state, load } = aTable(10);
    const tail = createTail({ load });
    expect(seqs(await tail.after('m', FIRST, 4, 100))).toEqual(upTo(5, 10));
    expect(seqs(await tail.after('m', FIRST, 4, 100))).toEqual(upTo(5, 10));
    expect(seqs(await tail.after('m', FIRST, 7, 2))).toEqual([8, 9]);
    expect(state.reads).toEqual([4]);
    state.count = 12;
    expect(seqs(await tail.after('m', FIRST, 10, 100))).toEqual([11, 12]);
    expect(seqs(await tail.after('m', FIRST, 4, 100))).toEqual(upTo(5, 12));
    expect(state.reads).toEqual([4, 10]);
  });

  it('[L5] gives older pages from the table, and keeps the newest', async () => {
    const { state, load } = aTable(100);
    const tail = createTail({ load, keep: small(10) });
    expect(seqs(await tail.after('m', FIRST, 98, 10))).toEqual([99, 100]);
    expect(seqs(await tail.after('m', FIRST, 0, 10))).toEqual(upTo(1, 10));
    expect(seqs(await tail.after('m', FIRST, 97, 10))).toEqual([98, 99, 100]);
    expect(seqs(await tail.after('m', FIRST, 98, 10))).toEqual([99, 100]);
    expect(state.reads).toEqual([98, 0, 97]);
  });

  it('[L5] has no hole, wherever readers begin, however pages overlap, and however little is kept', async () => {
    for (const ofOne of [1, 3, 500]) {
      const { state, load } = aTable(0);
      const tail = createTail({ load, keep: small(ofOne) });
      const cursors = [0, 0, 0, 0, 0];
      for (let round = 1; round <= 200; round++) {
        state.count = round;
        const asked = cursors.map(async (cursor, reader) => {
          if ((round + reader) % (reader + 1) !== 0) return;
          const entries = await tail.after('m', FIRST, cursor, [1, 2, 7, 50, 100][reader]!);
          expect(seqs(entries)).toEqual(upTo(cursor + 1, cursor + entries.length));
          cursors[reader] = cursor + entries.length;
        });
        await Promise.all(asked);
      }
      for (const [reader, cursor] of cursors.entries()) {
        const rest = seqs(await tail.after('m', FIRST, cursor, 500));
        expect([reader, cursor + rest.length]).toEqual([reader, 200]);
      }
    }
  });

  it('[L3] shares one read among a thousand, and nobody misses what came while it was made', async () => {
    const { state, load } = aTable(10);
    const tail = createTail({ load });
    let release = () => {};
    state.hold = new Promise<void>((resolve) => (release = resolve));
    const early = tail.after('m', FIRST, 10, 100);
    state.count = 11;
    const late = Array.from({ length: 1000 }, () => tail.after('m', FIRST, 10, 100));
    release();
    expect(await early).toEqual([]);
    expect(new Set((await Promise.all(late)).map((entries) => seqs(entries).join()))).toEqual(new Set(['11']));
    expect(state.reads).toEqual([10, 10]);
  });

  it('[L2] asks again after a read that failed', async () => {
    const { load } = aTable(3);
    let isAway = true;
    const tail = createTail({ load: (...asked) => (isAway ? Promise.reject(new Error('away')) : load(...asked)) });
    await expect(tail.after('m', FIRST, 0, 10)).rejects.toThrow('away');
    isAway = false;
    expect(seqs(await tail.after('m', FIRST, 0, 10))).toEqual([1, 2, 3]);
  });

  it('[L8] drops what is of another epoch than the table', async () => {
    const { state, load } = aTable(10);
    const tail = createTail({ load });
    await tail.after('m', FIRST, 0, 100);
    state.epoch = SECOND;
    state.count = 4;
    expect((await tail.after('m', SECOND, 0, 100)).map(({ epoch }) => epoch)).toEqual(Array(4).fill(SECOND));
    // Who still has the old cursor gets entries that say so.
    expect((await tail.after('m', FIRST, 2, 100)).map(({ epoch }) => epoch)).toEqual([SECOND, SECOND]);
    expect(await tail.after('m', FIRST, 10, 100)).toEqual([]);
  });

  it('[L3] keeps no more than it may', async () => {
    const { state, load } = aTable(10);
    const tail = createTail({ load, keep: small(10, 25) });
    for (const meeting of ['a', 'b', 'c']) await tail.after(meeting, FIRST, 0, 10);
    state.reads = [];
    for (const meeting of ['c', 'b', 'a']) await tail.after(meeting, FIRST, 0, 10);
    expect(state.reads).toEqual([0]);
  });
});
