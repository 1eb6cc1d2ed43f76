import type { Browser } from 'playwright-core';
import { type BoardName, boardNames, madeBoards } from './boards.js';
import { HALL } from './browser.js';
import { installSettle } from './settle.page.js';
import type { Showing } from './showing.js';
import { installTime } from './time.page.js';

/** What a page holds once its garbage is collected. */
export interface Held {
  hours: number;
  pushes: number;
  cuts: number;
  /** In bytes. */
  heap: number;
  nodes: number;
  listeners: number;
}

interface Endured {
  /** Shows every state in both languages, over and over, for so long. */
  endure(hours: number): Promise<Held>;
  complaints: string[];
}

const ROOM = 'endurance';
/** Shorter than the page waits for an answer of the server: to that, time goes by as ever. */
const STEP = 4_000;
const HOUR = 3_600_000;
const START = Date.UTC(2026, 0, 5, 1);
/** So often a board comes, and so often all sockets are cut. */
const PUSH_EVERY = 3 * STEP;
const CUT_EVERY = HOUR / 4;

/** A board on the wall whose hours go by in seconds. */
export async function openEndurance(browser: Browser, showing: Showing): Promise<Endured> {
  let passed = 0;
  let pushes = 0;
  let cuts = 0;
  showing.answers.serverTime = () => new Date(START + passed).toISOString();
  showing.answers.viewer = { displayId: null, meetingId: null };
  const page = await browser.newPage({ viewport: HALL });
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => void complaints.push(message));
  await page.addInitScript(installSettle);
  await page.addInitScript(installTime, START);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.enable');

  const push = (name: BoardName): number => {
    pushes++;
    const language = Math.floor(pushes / boardNames.length) % 2 === 0 ? 'ZH' : 'EN';
    return showing.show(ROOM, madeBoards({ language, now: START + passed })[name]);
  };
  const pass = async (milliseconds: number): Promise<void> => {
    await page.evaluate((time) => window.passTime(time), milliseconds);
    passed += milliseconds;
  };
  /** Shows a board, and answers when it stands still. */
  async function see(name: BoardName): Promise<void> {
    const seq = push(name);
    for (let tries = 0; (await page.getAttribute('html', 'data-seq')) !== String(seq); tries++) {
      if (tries > 200) throw new Error(`board ${seq} is not shown`);
      await pass(1_000);
    }
    await pass(STEP);
    await page.evaluate((shown) => window.settle(shown), seq);
  }
  /** Always of the same boards, so that hours can be compared: beside the one that is shown a page may hold the one before. */
  async function hold(): Promise<Held> {
    for (const name of ['AGENDA', 'COMMENT', 'STATEMENT'] as const) await see(name);
    for (let time = 0; time < 3; time++) await devtools.send('HeapProfiler.collectGarbage');
    const { usedSize } = await devtools.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters');
    return { hours: passed / HOUR, pushes, cuts, heap: usedSize, nodes, listeners: jsEventListeners };
  }

  push('STANDBY');
  await page.goto(`${showing.url}/board/${ROOM}`);
  return {
    complaints,
    async endure(hours) {
      const end = passed + hours * HOUR;
      while (passed < end) {
        if (passed % PUSH_EVERY < STEP) push(boardNames[pushes % boardNames.length]!);
        if (passed % CUT_EVERY < STEP) {
          showing.cut();
          cuts++;
        }
        await pass(STEP);
      }
      return hold();
    },
  };
}
