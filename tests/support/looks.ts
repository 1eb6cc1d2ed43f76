import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Board } from '../../src/web/shared/board.query.js';
import type { Size } from './browser.js';
import { HALL, PORTRAIT } from './browser.js';
import { installLooks, type Seen, type SeenText } from './looks.page.js';
import { installPaint } from './paint.page.js';
import { installSettle } from './settle.page.js';
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

export const LANGUAGES = ['ZH', 'EN'] as const;
export type View = Board['displays'][number]['view'];

/** What one glass is set to. */
export interface Glass {
  view: View;
  ratio: number;
}
export const USUAL: Glass = { view: 'HALL', ratio: 6 };

/** The one colour on which white is allowed although it is not seven times as bright, and how large it must be there. */
const BANNER = { ground: '200 16 46', contrast: 4.5, size: 4.5 };
const ENOUGH_CONTRAST = 7;
const SMALLEST = 3;
/** A text may be set in parts of a pixel. */
const ROUNDING = 0.05;

interface Rule {
  readonly of: RegExp;
  /** In % of the shorter side for the usual ratio; what was shrunk to fit may be smaller. */
  readonly from: number;
  readonly to?: number;
  readonly what: string;
  /** Whether it is a text to be read, and not only seen. */
  readonly isRead?: boolean;
}

/** Of the hall; the first that fits a text is the one for it. */
const RULES: readonly Rule[] = [
  { of: /timer-digits/, from: 28, to: 35, what: 'timer' },
  { of: /person-name.*\.statement\b/, from: 12, to: 14, what: 'name' },
  { of: /person-details.*\.statement\b/, from: 6, to: 6, what: 'unit and post' },
  { of: /^\.comment-text/, from: 4.5, to: 5, what: 'comment', isRead: true },
  { of: /^\.notes-text/, from: 4, what: 'notes', isRead: true },
  { of: /row-unit/, from: 3, what: 'unit', isRead: true },
  {
    of: /requirement-body|row-text|row-name|older-text|person-details|fact-value|fit\.message|step-text|ballot-hint/,
    from: 4,
    what: 'body',
    isRead: true,
  },
];
const LONG = /comment-text|requirement-body/;
/** Of what is read, on every screen, in ems. */
const LINE_HEIGHT = { from: 1.3, to: 1.5 };

interface Looked {
  glass: Glass;
  /** Texts as long as they may be have to fit, even if that makes them small. */
  isHostile: boolean;
  /** Whether axe runs too; colours are measured here, and better. */
  isAudited: boolean;
}

function judge(text: SeenText, { glass, isHostile }: Omit<Looked, 'isAudited'>): string[] {
  const { of, size, fit, contrast, ground, lines, ems, lineHeight } = text;
  const flaws: string[] = [];
  const scale = glass.ratio / USUAL.ratio;
  const isBanner = ground === BANNER.ground && (size >= BANNER.size * Math.min(1, scale) || isHostile);
  if (contrast < (isBanner ? BANNER.contrast : ENOUGH_CONTRAST)) {
    flaws.push(`contrast ${contrast.toFixed(2)} on ${ground}`);
  }
  if (size < SMALLEST - ROUNDING) flaws.push(`too small: ${size.toFixed(2)} %`);
  const known = RULES.find((one) => one.of.test(of));
  // `normal` is no number, and not within either.
  const isWithin = lineHeight >= LINE_HEIGHT.from - 0.005 && lineHeight <= LINE_HEIGHT.to + 0.005;
  if (known?.isRead && !isWithin) flaws.push(`lines ${lineHeight.toFixed(2)} em high`);
  const rule = glass.view === 'HALL' ? known : undefined;
  // What is read grows with the distance; the large things are measured at the usual one.
  if (rule && (rule.isRead || scale === 1)) {
    const isShrunk = fit < 1 || (rule.what === 'timer' && text.text.length > 5);
    const isSmall = size < Math.max(SMALLEST, rule.from * scale) - ROUNDING && !isShrunk;
    const isLarge = size > (rule.to ?? 100) * scale + ROUNDING;
    if (isSmall || isLarge) flaws.push(`${rule.what} of ${size.toFixed(2)} %`);
  }
  if (LONG.test(of) && lines > 7) flaws.push(`${lines} lines`);
  if (LONG.test(of) && ems > 20.6) flaws.push(`lines of ${ems.toFixed(1)} characters`);
  return flaws.map((flaw) => `${flaw}: “${text.text.slice(0, 60)}” ${of}`);
}

export interface Looking {
  page: Page;
  /** Shows a board and says what is wrong with its looks in each of these themes. */
  look(board: Board, how?: Partial<Looked & { themes: readonly Theme[] }>): Promise<Record<string, string[]>>;
  /** Shows a board, and resolves when it stands still. */
  show(board: Board, glass?: Glass, theme?: Theme): Promise<void>;
  complaints: string[];
}

const ROOM = 'room';
const GLASS = 'glass';

/** A display that shows whatever board it is given and is set from afar: it is never loaded again. */
export async function openLooking(
  browser: Browser,
  showing: Showing,
  options: Pick<BrowserContextOptions, 'viewport' | 'deviceScaleFactor'> = {},
): Promise<Looking> {
  showing.answers.viewer = { displayId: GLASS, meetingId: ROOM };
  showing.answers.reportDisplay = true;
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: HALL, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => void complaints.push(message));
  await page.addInitScript(installPaint);
  await page.addInitScript(installLooks);
  await page.addInitScript(installSettle);
  await page.goto(`${showing.url}/board/${ROOM}`);
  await page.evaluate(axe.source);

  const put = (board: Board, { view, ratio }: Glass, theme: Theme): number => {
    const own = { id: GLASS, view, ratio, theme: theme === 'dark' ? 'DARK' : 'LIGHT', language: null } as const;
    return showing.show(ROOM, { ...board, displays: [own] });
  };
  return {
    page,
    complaints,
    async look(board, { themes = THEMES, glass = USUAL, isHostile = false, isAudited = false } = {}) {
      const seq = put(board, glass, 'dark');
      const seen = await page.evaluate(seeIn, { seq, themes, view: glass.view, audit: isAudited ? AUDIT : null });
      return Object.fromEntries(
        themes.map((theme, place) => {
          const { texts, flaws } = seen[place]!;
          // What is as long as it may be, shown to the nearest or in one line loses its end at last: but never a name.
          const mayEnd = isHostile || glass.ratio < 6 || glass.view === 'STRIP';
          const told = flaws.filter((flaw) => !mayEnd || !flaw.startsWith('shortened') || /-name\b/.test(flaw));
          return [theme, [...told, ...texts.flatMap((text) => judge(text, { glass, isHostile }))]];
        }),
      );
    },
    async show(board, glass = USUAL, theme = 'dark') {
      await page.evaluate((seq) => window.settle(seq), put(board, glass, theme));
    },
  };
}

const AUDIT: axe.RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  rules: { 'color-contrast': { enabled: false } },
  resultTypes: ['violations'],
};

interface Asked {
  seq: number;
  themes: readonly string[];
  view: string;
  /** What axe is asked to look for; null: nothing. */
  audit: axe.RunOptions | null;
}

/** Runs in the page. A theme changes colours only: the layout is made once, and axe, which is not asked about colours, asked once. */
async function seeIn({ seq, themes, view, audit }: Asked): Promise<Seen[]> {
  const { dataset } = document.documentElement;
  await window.settle(seq);
  const isUnset = dataset.view !== view ? [`the view is ${dataset.view}, not ${view}`] : [];
  const seen: Seen[] = [];
  for (const theme of themes) {
    dataset.theme = theme;
    const { texts, flaws } = window.looks.see();
    const audited =
      audit && seen.length === 0
        ? await (window as unknown as { axe: typeof axe }).axe.run(document, audit)
        : undefined;
    const told = (audited?.violations ?? []).map(
      ({ id, help, nodes }) => `axe ${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' and ')}`,
    );
    seen.push({ texts, flaws: [...isUnset, ...flaws, ...told] });
  }
  return seen;
}
