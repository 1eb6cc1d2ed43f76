import { describe, expect, it } from '@jest/globals';
import { become, type Draft, type Happening, isSame, stateOf } from '../../src/web/desk/autosave.js';
import { ANSWERED, BLANK, refused, sent, text, typed, UNANSWERED } from '../support/autosaving.js';

describe('two pages on one draft, whatever happens in whatever order', () => {
  /** A sequence of numbers below `limit` that is always the same for a seed. */
  const dice = (seed: number) => {
    let state = seed;
    return (limit: number): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((state / 2_147_483_648) * limit);
    };
  };

  it('[C8] [C7] loses no text unseen, and ends with the same text on both pages', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const roll = dice(seed);
      /** As comment.rules.ts has it: a text is replaced only by whoever has read it, and a key works once. */
      const server = { text: text('begun'), keys: new Set<string>(), former: [text('begun')] };
      const begun: Draft = { ...BLANK, commentId: 'comment', text: text('begun'), saved: text('begun') };
      const pages: Draft[] = [begun, begun];
      let count = 0;
      const tell = (page: number, happening: Happening): void => {
        pages[page] = become(pages[page]!, happening)!;
      };
      const look = (page: number): void => tell(page, { kind: 'SEEN', text: server.text, turn: pages[page]!.turn });
      const arrive = (page: number, isAnswered: boolean): void => {
        const { sending } = pages[page]!;
        if (!sending) return;
        const isRepeated = server.keys.has(sending.key);
        const isRefused = !isRepeated && !isSame(server.text, sending.expected);
        if (!isRepeated && !isRefused) {
          server.keys.add(sending.key);
          server.text = sending.text;
          server.former.push(sending.text);
        }
        tell(page, !isAnswered ? UNANSWERED : isRefused ? refused('COMMENT_CHANGED') : ANSWERED);
      };
      const steps: ((page: number) => void)[] = [
        (page) => tell(page, typed(`${page}-${++count}`)),
        (page) => tell(page, sent(`${seed}-${++count}`)),
        (page) => arrive(page, true),
        (page) => arrive(page, false),
        (page) => tell(page, UNANSWERED),
        look,
        (page) => tell(page, { kind: 'CHOSEN', choice: 'MINE' }),
      ];
      for (let step = 0; step < 60; step++) {
        const page = roll(2);
        const before = pages[page]!.text;
        steps[roll(steps.length)]!(page);
        // What was typed leaves a page only if the server has had it.
        const isKept = isSame(pages[page]!.text, before) || server.former.some((one) => isSame(one, before));
        const isTyped = pages[page]!.text.body.startsWith(`${page}-`);
        expect(isKept || isTyped).toBe(true);
      }
      // In the end everything arrives, and whoever finds another text takes their own.
      for (let round = 0; round < 8; round++) {
        for (const page of [0, 1]) {
          arrive(page, true);
          look(page);
          tell(page, { kind: 'CHOSEN', choice: 'MINE' });
          tell(page, sent(`${seed}-${++count}`));
          arrive(page, true);
        }
      }
      for (const draft of pages) expect([draft.text, stateOf(draft)]).toEqual([server.text, 'SAVED']);
    }
  });
});
