import type { Browser, Page } from 'playwright-core';
import type { Board } from '../../src/web/shared/board.query.js';
import type { Size } from './browser.js';
import { HALL, PORTRAIT } from './browser.js';
import { installLooks, type Seen, type SeenText } from './looks.page.js';
import { installPaint } from './paint.page.js';
import type { Showing } from './showing.js';

/** The five formats that a board is made for. */
export const FORMATS = {
  '1280×720': { width: 1280, height: 720 },
  '1920×1080': HALL,
  '3840×2160': { width: 3840, height: 2160 },
  '1080×1920': PORTRAIT,
  '3840×1080': { width: 3840, height: 1080 },
} as const satisfies Record<string, Size>;
export type Format = keyof typeof FORMATS;

export const THEMES = ['dark', 'light'] as const;
export type Theme = (typeof THEMES)[number];

/** The one colour on which white is allowed although it is not seven times as bright, and how large it must be there. */
const BANNER = { ground: '200 16 46', contrast: 4.5, size: 4.5 };
const ENOUGH_CONTRAST = 7;
const SMALLEST = 3;

interface Rule {
  readonly of: RegExp;
  /** Sizes in % of the shorter side; what was shrunk to fit may be smaller. */
  readonly from: number;
  readonly to?: number;
  readonly what: string;
}

/** The first that fits a text is the one for it. */
const RULES: readonly Rule[] = [
  { of: /^\.timer-digits|^\.digit.* < \.digits\.timer-digits|^\.colon.*timer-digits/, from: 28, to: 35, what: 'timer' },
  { of: /person-name.*\.statement\b/, from: 12, to: 14, what: 'name' },
  { of: /person-details.*\.statement\b/, from: 6, to: 6, what: 'unit and post' },
  { of: /^\.comment-text/, from: 4.5, to: 5, what: 'comment' },
  { of: /requirement-body|row-text|row-name|older-text|person-details|fact-value|message/, from: 4, what: 'body' },
];
const LONG = /comment-text|requirement-body/;

/** What BOARD’s measures forbid, in words; empty for a page that looks right. */
function judge({ texts, flaws }: Seen): string[] {
  return [...flaws, ...texts.flatMap((text) => judgeText(text).map((flaw) => `${flaw}: “${text.text}” ${text.of}`))];
}

function judgeText({ of, size, fit, contrast, ground, lines, ems, text }: SeenText): string[] {
  const flaws: string[] = [];
  const isBanner = ground === BANNER.ground && size >= BANNER.size;
  if (contrast < (isBanner ? BANNER.contrast : ENOUGH_CONTRAST)) flaws.push(`contrast ${contrast.toFixed(2)} on ${ground}`);
  if (size < SMALLEST - 0.005) flaws.push(`too small: ${size.toFixed(2)} %`);
  const rule = RULES.find((one) => one.of.test(of));
  if (rule) {
    const isShrunk = fit < 1 || (rule.what === 'timer' && text.length > 5);
    const isSmall = size < rule.from - 0.05 && !isShrunk;
    if (isSmall || size > (rule.to ?? 100) + 0.05) flaws.push(`${rule.what} of ${size.toFixed(2)} %`);
  }
  if (LONG.test(of) && lines > 7) flaws.push(`${lines} lines`);
  if (LONG.test(of) && ems > 20.6) flaws.push(`lines of ${ems.toFixed(1)} characters`);
  return flaws;
}

export interface Looking {
  page: Page;
  /** Shows a board and says what is wrong with its looks in each of these themes. */
  look(board: Board, themes: readonly Theme[]): Promise<Record<string, string[]>>;
  complaints: string[];
}

/** A screen that shows whatever board it is given, one after the other, without being loaded again. */
export async function openLooking(browser: Browser, showing: Showing, meetingId: string): Promise<Looking> {
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: HALL });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => void complaints.push(message));
  await page.addInitScript(installPaint);
  await page.addInitScript(installLooks);
  await page.goto(`${showing.url}/board/${meetingId}`);
  return {
    page,
    complaints,
    async look(board, themes) {
      const seq = showing.show(meetingId, board);
      const seen = await page.evaluate(
        async ({ seq, themes }) => {
          const { dataset } = document.documentElement;
          await window.looks.settle(seq);
          return themes.map((theme) => {
            dataset.theme = theme;
            return window.looks.see();
          });
        },
        { seq, themes },
      );
      return Object.fromEntries(themes.map((theme, place) => [theme, judge(seen[place]!)]));
    },
  };
}
