import { describe, expect, it } from '@jest/globals';
import { createPages } from '../../src/live/pages.js';

/** Pages of two entries each, which remember when they were read. */
function counting(isVolatile = false, size = 1) {
  const reads: number[] = [];
  const pages = createPages(async (from) => {
    reads.push(from);
    const messages = [1, 2].map((n) => ({ seq: from + n, payload: `${reads.length}`.padEnd(size, ' ') }));
    return { messages, last: from + 2 };
  }, isVolatile);
  return { reads, pages };
}

describe('pages for those who are behind', () => {
  it('[L16] are made once for all who are equally far behind, also while they are being made', async () => {
    const { reads, pages } = counting();
    const all = await Promise.all([pages(0, 4, 4), pages(0, 4, 4), pages(2, 4, 4)]);
    expect(await pages(0, 4, 4)).toBe(all[0]);
    expect(reads).toEqual([0, 2]);
  });

  it('[L17] are made anew as soon as the meeting is known to have moved on, also while the old ones are being made', async () => {
    const { reads, pages } = counting();
    const old = pages(0, 4, 4);
    expect(await pages(0, 4, 5)).not.toBe(await old);
    expect(reads).toEqual([0, 0]);
  });

  it('[L17] are not kept where what they say can change by itself', async () => {
    const { reads, pages } = counting(true);
    const begun = performance.now();
    while (reads.length < 2 && performance.now() - begun < 10_000) {
      await pages(0, 4, 4);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(reads).toEqual([0, 0]);
  });

  it('[L3] are kept up to a size, however many cursors there are', async () => {
    const { reads, pages } = counting(false, 100_000);
    for (let from = 0; from < 100; from++) await pages(from, 200, 200);
    await pages(99, 200, 200);
    await pages(0, 200, 200);
    expect(reads.filter((from) => from === 99)).toHaveLength(1);
    expect(reads.filter((from) => from === 0)).toHaveLength(2);
  });

  it('are asked for again after they could not be made', async () => {
    let fails = true;
    const pages = createPages(async (from) => {
      if (fails) throw new Error('away');
      return { messages: [], last: from };
    }, false);
    await expect(pages(0, 1, 1)).rejects.toThrow('away');
    fails = false;
    expect(await pages(0, 1, 1)).toEqual({ messages: [], last: 0 });
  });
});
