import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { boardNames, madeBoards } from '../support/boards.js';
import { HALL, openBrowser, openScreen } from '../support/browser.js';
import { openEndurance } from '../support/endurance.js';
import { openLooking } from '../support/looks.js';
import { eventually } from '../support/process.js';
import { openShowing, type Showing } from '../support/showing.js';
import { installTime } from '../support/time.page.js';

/** Runs in the page, whose timers stand still: only its frames go on. */
async function readDigits(): Promise<string> {
  for (;;) {
    const digits = document.querySelector('[data-testid="digits"]');
    if (digits) return digits.textContent ?? '';
    await new Promise(requestAnimationFrame);
  }
}

describe('a board on the wall', () => {
  let showing: Showing;
  let browser: Browser;
  beforeAll(async () => {
    [showing, browser] = await Promise.all([openShowing(), openBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await showing.close();
  });

  it('[Z17] needs 60 kB of script at most, of the fonts what it shows, and nothing again when it is loaded again', async () => {
    const askedFor = (kind: string) => showing.asked.filter((path) => path.endsWith(kind));
    const { page, show } = await openLooking(browser, showing);
    const [first, ...others] = Object.values(madeBoards({ language: 'ZH' }));
    await show(first!);
    const all = readdirSync('dist/web/assets').filter((name) => name.endsWith('.woff2')).length;
    const atFirst = askedFor('.woff2').length;
    for (const board of others) await show(board);
    const inTheEnd = askedFor('.woff2').length;
    expect([all > 150, atFirst > 0, atFirst < all / 4, inTheEnd > atFirst, inTheEnd < all / 2]).toEqual(
      Array(5).fill(true),
    );
    expect(new Set(askedFor('.woff2')).size).toBe(inTheEnd);
    const scripts = new Set(askedFor('.js'));
    const size = [...scripts].reduce((sum, path) => sum + gzipSync(readFileSync(`dist/web${path}`)).length, 0);
    expect([scripts.size > 0, size < 60_000, size]).toEqual([true, true, size]);

    const before = showing.asked.filter((path) => path.startsWith('/assets/'));
    await page.reload();
    await show(first!);
    expect(showing.asked.filter((path) => path.startsWith('/assets/'))).toEqual(before);
    await page.context().close();
  });

  it('[Z2] shows the one page that is left when a text gets more room while its second was up', async () => {
    const { page, show, complaints } = await openLooking(browser, showing, { viewport: { width: 1280, height: 720 } });
    const { STATEMENT } = madeBoards({ language: 'ZH' });
    const on = (count: number, message: string | null) =>
      show({ ...STATEMENT, notes: '请下一位述职人做好准备。'.repeat(count), message }, { view: 'ROSTRUM', ratio: 8 });
    const paged = page.getByTestId('notes').getByTestId('paged').last();
    const pages = async (count: number, message: string | null) => {
      await on(count, message);
      return Number(await paged.getAttribute('data-pages'));
    };
    let count = 1;
    while ((await pages(count, '请将手机调至静音')) < 2) count++;
    expect(await pages(count, null)).toBe(1);
    await on(count, '请将手机调至静音');
    await paged.and(page.locator('[data-page="2"]')).waitFor();
    await on(count, null);
    expect(await paged.getAttribute('data-page')).toBe('1');
    expect((await paged.getByTestId('text').last().innerText()).length).toBe(12 * count);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  const commented = (count: number) => {
    const { COMMENT } = madeBoards({ language: 'EN' });
    const body = 'Seen in the work of its members. '.repeat(count);
    return { ...COMMENT, comments: [{ ...COMMENT.comments[0]!, body, aspect: null }] };
  };

  it('[Z2] makes the pages of a text as a board does that was just opened, whatever room was left for it before', async () => {
    const { page, show, complaints } = await openLooking(browser, showing);
    const pages = async (count: number, message: string | null) => {
      await show({ ...commented(count), message }, { view: 'HALL', ratio: 8 });
      return page.getByTestId('paged').last().getAttribute('data-pages');
    };
    const seen: (string | null)[][] = [];
    for (let count = 1; count <= 8; count++) {
      seen.push([await pages(count, null), await pages(count, 'Phones off, please'), await pages(count, null)]);
    }
    expect(seen.map(([, , after]) => after)).toEqual(seen.map(([before]) => before));
    expect(seen.filter(([before, less]) => before !== less)).not.toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('[Z2] makes them anew when something else takes their room, although the board has not changed', async () => {
    const { page, complaints } = await openScreen(browser, `${showing.url}/board/covered?ratio=8`, HALL, {
      isHurried: true,
    });
    showing.show('covered', { ...commented(8), message: 'Phones off, please' });
    const paged = page.getByTestId('paged');
    await paged.and(page.locator('[data-pages="2"]')).waitFor();
    // Without a server the message moves up, and what is said of that stands below it.
    showing.cut(600_000);
    await page.waitForSelector('[data-connection="lost"], [data-connection="reconnecting"]', { state: 'attached' });
    await page.clock.fastForward(11_100);
    await page.waitForSelector('[data-connection="stale"]');
    await paged.and(page.locator('[data-pages="3"]')).waitFor();
    const bottom = await page.locator('.paged-box').evaluate((box) => box.getBoundingClientRect().bottom);
    const top = await page.locator('.foot-message').evaluate((message) => message.getBoundingClientRect().top);
    expect(bottom).toBeLessThanOrEqual(top);
    showing.cut();
    await page.clock.fastForward(10_000);
    await paged.and(page.locator('[data-pages="2"]')).waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('[X7] shows the same digits as the one beside it, whatever their computers’ clocks say, set or throttled', async () => {
    const start = Date.UTC(2026, 0, 5, 1);
    let passed = 0;
    let tellings = 0;
    let still = Promise.resolve();
    // The server's time is told while none of the pages is on its way to the next moment.
    showing.answers.serverTime = async () => {
      await still;
      tellings++;
      return new Date(start + passed).toISOString();
    };
    showing.show('clocks', madeBoards({ language: 'ZH', now: start }).STATEMENT);
    const open = async (ahead: number): Promise<Page> => {
      const page = await browser.newPage();
      await page.addInitScript(installTime, start);
      await page.addInitScript((by) => {
        const present = Date.now;
        Object.assign(window, { ahead: by });
        Date.now = () => present() + (window as unknown as { ahead: number }).ahead;
      }, ahead);
      await page.goto(`${showing.url}/board/clocks`);
      return page;
    };
    const pages = [await open(0), await open(90_000)];
    /** The second is throttled: its timers wait for whole seconds. */
    const pass = (milliseconds: number): Promise<void> => {
      const inParts = async (page: Page, parts: number) => {
        for (let part = 0; part < parts; part++)
          await page.evaluate((time) => window.passTime(time), milliseconds / parts);
      };
      const arrive = async () => {
        await Promise.all([inParts(pages[0]!, 4), inParts(pages[1]!, 1)]);
        passed += milliseconds;
      };
      still = arrive();
      return still;
    };
    await eventually(
      () => pass(4),
      () => tellings >= pages.length,
    );
    // Half a second off: no digit changes just then.
    await pass(500);
    const digits = () => Promise.all(pages.map((page) => page.evaluate(readDigits)));
    await digits();
    const seen: string[] = [];
    for (let step = 1; step <= 20; step++) {
      await pass(1_000);
      if (step === 10) await pages[1]!.evaluate(() => Object.assign(window, { ahead: -3_600_000 }));
      const [one, other] = await digits();
      expect([step, other]).toEqual([step, one]);
      seen.push(one!);
    }
    expect(seen.at(0)).toBe('05:47');
    expect(seen.at(-1)).toBe('05:28');
    for (const page of pages) await page.close();
  });

  it('[Z18] holds no more after some hours than after some minutes, whatever it has shown', async () => {
    const { endure, complaints } = await openEndurance(browser, showing);
    const round = (boardNames.length * 12) / 3600;
    const before = await endure(4 * round);
    const after = await endure(6 * round);
    expect(complaints).toEqual([]);
    expect(after.pushes - before.pushes).toBeGreaterThan(6 * boardNames.length);
    expect(after.listeners).toBe(before.listeners);
    // One board that is kept is several hundred nodes, and some 50 kB.
    expect(after.nodes - before.nodes).toBeLessThan(200);
    expect((after.heap - before.heap) / (after.pushes - before.pushes)).toBeLessThan(4_000);
  }, 180_000);
});
