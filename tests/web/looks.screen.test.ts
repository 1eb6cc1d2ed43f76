import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { madeBoards } from '../support/boards.js';
import { openBrowser } from '../support/browser.js';
import { FORMATS, type Format, openLooking, THEMES, type Theme } from '../support/looks.js';
import { openShowing, type Showing } from '../support/showing.js';

const LANGUAGES = ['ZH', 'EN'] as const;
const formats = Object.keys(FORMATS) as Format[];

describe('the board’s looks', () => {
  let showing: Showing;
  let browser: Browser;
  beforeAll(async () => {
    [showing, browser] = await Promise.all([openShowing(), openBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await showing.close();
  });

  /** Every made board of one kind in one format, with what is wrong with it. */
  async function lookAtAll(format: Format, kind: 'PLAIN' | 'HOSTILE', themes: readonly Theme[]): Promise<string[]> {
    const { page, look, complaints } = await openLooking(browser, showing, `${format} ${kind}`);
    await page.setViewportSize(FORMATS[format]);
    const found: string[] = [];
    for (const language of LANGUAGES) {
      for (const [name, board] of Object.entries(madeBoards({ language, kind }))) {
        if (/BALLOT/.test(name)) continue;
        for (const [theme, flaws] of Object.entries(await look(board, themes))) {
          found.push(...flaws.map((flaw) => `${name} ${format} ${theme} ${language}: ${flaw}`));
        }
      }
    }
    await page.context().close();
    return [...found, ...complaints];
  }

  it.each(formats)('[Z20] every state keeps the measures of a large room, in both themes and languages: %s', async (format) => {
    expect(await lookAtAll(format, 'PLAIN', THEMES)).toEqual([]);
  });

  it.each(formats)('[Z21] texts as long as they may be and of rare characters break nothing: %s', async (format) => {
    expect(await lookAtAll(format, 'HOSTILE', ['dark'])).toEqual([]);
  }, 180_000);
});
