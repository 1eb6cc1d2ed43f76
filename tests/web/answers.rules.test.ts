import { describe, expect, it } from '@jest/globals';
import { backToStep, lastStep } from '../../src/web/console/last.rules.js';
import { foundOf, outcomeOf } from '../../src/web/console/outcome.rules.js';

describe('what undo takes back', () => {
  const entry = (
    seq: number,
    type: Parameters<typeof lastStep>[0][number]['type'],
    undoneSeq: number | null = null,
  ) => ({
    seq,
    type,
    undoneSeq,
  });

  it('[J3] is the last step that stands, whatever came and went since', () => {
    const opened = [entry(4, 'MeetingOpened'), entry(5, 'ParticipantSignedIn')];
    const called = [...opened, entry(6, 'ItemCalled'), entry(7, 'BoardBlackedOut'), entry(8, 'CommentPosted')];
    expect(lastStep(called)?.seq).toBe(6);
    expect(lastStep([...called, entry(9, 'StepUndone', 6)])?.seq).toBe(4);
    expect(lastStep([...called, entry(9, 'StepUndone', 6), entry(10, 'StepUndone', 4)])).toBeNull();
  });

  it('[J3] is found however many have come and gone since, page by page, and no farther back than it must be', async () => {
    const journal = Array.from({ length: 5_000 }, (_, index) => entry(index + 1, 'ParticipantSignedIn'));
    journal[129] = entry(130, 'MeetingOpened');
    journal[249] = entry(250, 'ItemCalled');
    journal[899] = entry(900, 'StepUndone', 250);
    const found = async (seq: number) => {
      const asked: number[] = [];
      const entries = await backToStep(seq, async (after, first) => {
        asked.push(first);
        return journal.slice(after, after + first);
      });
      return { step: lastStep(entries)?.seq, last: entries.at(-1)?.seq, pages: asked.length, most: Math.max(...asked) };
    };
    expect(await found(251)).toEqual({ step: 250, last: 251, pages: 1, most: 100 });
    expect(await found(899)).toEqual({ step: 250, last: 899, pages: 7, most: 100 });
    // What was undone does not stand: the step before it does.
    expect(await found(930)).toEqual({ step: 130, last: 930, pages: 9, most: 100 });
    expect(await found(50)).toEqual({ step: undefined, last: 50, pages: 1, most: 50 });
    // In a rush of people a search is given up for the next, which asks only for what is new, and goes on where it ended.
    const trail = { entries: [] as typeof journal };
    const asked: number[][] = [];
    const search = (seq: number, pages: number) =>
      backToStep(
        seq,
        async (after, first) => {
          if (pages-- === 0) throw new Error('given up');
          asked.push([after, first]);
          return journal.slice(after, after + first);
        },
        trail,
      );
    await expect(search(880, 3)).rejects.toThrow('given up');
    await expect(search(890, 3)).rejects.toThrow('given up');
    const whole = await search(899, 3);
    expect(asked.slice(3)).toEqual([
      [880, 10],
      [480, 100],
      [380, 100],
      [890, 9],
      [280, 100],
      [180, 100],
    ]);
    expect(whole).toEqual(journal.slice(180, 899));
    expect(lastStep(await search(901, 2))?.seq).toBe(130);
    // Nobody searches for ever.
    expect(await found(5_000)).toEqual({ step: undefined, last: 5_000, pages: 30, most: 100 });
  });
});

describe('what is known by an answer', () => {
  it('[J6] one that did not come, or came from a server in trouble, leaves open what was done', () => {
    expect(outcomeOf(null)).toBe('DONE');
    expect(outcomeOf({ code: 'CONFLICT' })).toBe('ELSEWHERE');
    expect(outcomeOf({ code: 'COMMENT_MISSING' })).toBe('REFUSED');
    for (const code of ['UNREACHABLE', 'UNAVAILABLE', 'INTERNAL', 'TOO_MANY_ATTEMPTS'])
      expect([outcomeOf({ code }), foundOf({ code })]).toEqual(['UNCERTAIN', 'UNCERTAIN']);
  });

  it('[J6] whoever was signed out before it was found out is not told that it was not done', () => {
    for (const code of ['UNAUTHENTICATED', 'FORBIDDEN']) {
      expect(outcomeOf({ code })).toBe('REFUSED');
      expect(foundOf({ code })).toBe('SHUT_OUT');
    }
    expect(foundOf(null)).toBe('DONE');
    expect(foundOf({ code: 'CONFLICT' })).toBe('ELSEWHERE');
    expect(foundOf({ code: 'COMMENT_MISSING' })).toBe('REFUSED');
  });
});
