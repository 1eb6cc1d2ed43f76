import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { madeBoards } from '../support/boards.js';
import { openBrowser } from '../support/browser.js';
import { FORMATS, type Format, type Glass, LANGUAGES, type Looking, openLooking, USUAL } from '../support/looks.js';
import { openShowing, type Showing } from '../support/showing.js';

const formats = Object.keys(FORMATS) as Format[];

/** Where axe has its say too: once for each view, in its smallest format. */
const AUDITED: readonly string[] = ['HALL 1280×720', 'ROSTRUM 1920×1080', 'PORTRAIT 1080×1920', 'STRIP 1920×1080'];

describe('the board’s looks', () => {
  let showing: Showing;
  let browser: Browser;
  let looking: Looking;
  beforeAll(async () => {
    [showing, browser] = await Promise.all([openShowing(), openBrowser()]);
    looking = await openLooking(browser, showing);
  });
  afterAll(async () => {
    await browser.close();
    await showing.close();
  });

  /** What is wrong with any of the made boards, as a rule in both languages. */
  async function flawsIn(
    format: Format,
    glass: Glass = USUAL,
    isHostile = false,
    languages: readonly ('ZH' | 'EN')[] = LANGUAGES,
  ): Promise<string[]> {
    await looking.page.setViewportSize(FORMATS[format]);
    const found: string[] = [];
    for (const language of languages) {
      for (const [name, board] of Object.entries(madeBoards({ language, kind: isHostile ? 'HOSTILE' : 'PLAIN' }))) {
        const seen = await looking.look(board, {
          glass,
          isHostile,
          isAudited: !isHostile && glass.ratio === USUAL.ratio && AUDITED.includes(`${glass.view} ${format}`),
          ...(isHostile && { themes: ['dark'] }),
        });
        for (const [theme, flaws] of Object.entries(seen)) {
          found.push(...flaws.map((flaw) => `${name} ${format} ${theme} ${language}: ${flaw}`));
        }
      }
    }
    return [...found, ...looking.complaints];
  }

  it.each(formats)(
    '[Z14] every state keeps the measures of a large room, in both themes and languages: %s',
    async (format) => expect(await flawsIn(format)).toEqual([]),
  );

  it.each([
    ['ROSTRUM', 6, '1920×1080'],
    ['PORTRAIT', 6, '1080×1920'],
    ['STRIP', 6, '3840×1080'],
    ['STRIP', 6, '1920×1080'],
    ['HALL', 4, '1920×1080'],
    ['HALL', 10, '1920×1080'],
    ['HALL', 10, '1080×1920'],
  ] as const)(
    '[Z15] so does every view, and the hall for nearer and farther viewers: %s %i %s',
    async (view, ratio, format) => expect(await flawsIn(format, { view, ratio })).toEqual([]),
  );

  it.each([
    ['1280×720', 'EN'],
    ['1080×1920', 'ZH'],
  ] as const)(
    '[Z16] texts as long as they may be, and of rare characters, break nothing: %s %s',
    async (format, language) => expect(await flawsIn(format, USUAL, true, [language])).toEqual([]),
    180_000,
  );
});
