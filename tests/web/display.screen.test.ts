import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { HALL, keepPicture, openBrowser, openScreen, PORTRAIT, showsState } from '../support/browser.js';
import { aDraft, aFoundingMeeting, command, perform } from '../support/builders.js';
import { confirm, displaysOf } from '../support/pairing.js';
import { CODE, codeOn } from '../support/pairing.screen.js';
import { eventually } from '../support/process.js';
import { startServer, type TestServer } from '../support/server.js';

const BOARD = '.screen, .standby';
const SIZES = {
  small: { width: 1280, height: 720 },
  hall: HALL,
  fine: { width: 3840, height: 2160 },
  portrait: PORTRAIT,
  strip: { width: 3840, height: 1080 },
};

/** Whatever stands on the page is within it, and its digits are at least so high, as a part of the shorter side. */
const layoutOf = (page: Page) =>
  page.evaluate((place) => {
    const { innerWidth, innerHeight } = window;
    const parts = [...document.querySelectorAll('.pairing *')].map((part) => part.getBoundingClientRect());
    const code = document.querySelector<HTMLElement>(place);
    return {
      isWhole: parts.every(
        ({ left, top, right, bottom }) => left >= 0 && top >= 0 && right <= innerWidth + 1 && bottom <= innerHeight + 1,
      ),
      isInOneLine: new Set([...(code?.children ?? [])].map((group) => group.getBoundingClientRect().top)).size <= 1,
      // The digits of the font are 0.73 em high.
      share: code ? (Number.parseFloat(getComputedStyle(code).fontSize) * 0.73) / Math.min(innerWidth, innerHeight) : 0,
    };
  }, CODE);

const cookiesOf = async (page: Page) =>
  (await page.context().cookies()).map(({ name, httpOnly }) => ({ name, httpOnly }));

describe('a screen that is paired', () => {
  let server: TestServer;
  let browser: Browser;
  let meetingId: string;
  beforeAll(async () => {
    server = await startServer();
    browser = await openBrowser();
    meetingId = await aFoundingMeeting(server);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  /** A screen of its own, with its own cookies. */
  const aScreenAt = async (path: string, size = HALL) => {
    const screen = await openScreen(browser, `${server.url}${path}`, size, { isHurried: true });
    await showsState(screen.page, 'PAIRING');
    return screen;
  };
  /** A screen that has nothing to show looks again every five to ten seconds. */
  const showsSoon = async (page: Page, state: string) => {
    await page.clock.fastForward(10_000);
    await showsState(page, state);
  };

  it('[Y6] shows its code in large digits, whatever its size, in both languages or in one', async () => {
    const { page, strangers, complaints } = await aScreenAt('/display');
    const code = await codeOn(page);
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      expect((await page.innerText(CODE)).replace(/\s/g, '')).toBe(code);
      expect(await page.innerText('body')).toMatch(/请操作员在签到台输入此码/);
      expect(await page.innerText('body')).toMatch(/Ask the operator to enter this code/);
      const { share, ...layout } = await layoutOf(page);
      expect({ size, ...layout }).toEqual({ size, isWhole: true, isInOneLine: true });
      expect(share).toBeGreaterThan(0.12);
      await keepPicture(page, `pairing-${size}`);
    }
    await page.setViewportSize(HALL);
    for (const language of ['zh', 'en']) {
      await page.goto(`${server.url}/display?lang=${language}&theme=light`);
      await codeOn(page);
      expect(await page.innerText('body')).toMatch(language === 'zh' ? /请操作员/ : /Ask the operator/);
      expect(await page.innerText('body')).not.toMatch(language === 'zh' ? /Ask the operator/ : /请操作员/);
      expect(await layoutOf(page)).toMatchObject({ isWhole: true, isInOneLine: true });
      await keepPicture(page, `pairing-light-${language}`);
    }
    expect({ strangers, complaints }).toEqual({ strangers: [], complaints: [] });
    await page.close();
  });

  it('[Y6] [Y7] has a new code before the old one runs out, and another when it is gone; a former one is good as long as it is', async () => {
    const { page } = await aScreenAt('/display');
    const runOut = (code: string) =>
      server.sql("UPDATE pairing SET expires_at = clock_timestamp() + interval '50 seconds' WHERE code = $1", code);
    const first = await codeOn(page);
    await runOut(first);
    const second = await codeOn(page, first);
    expect(await server.sql('SELECT code FROM pairing WHERE code = ANY($1)', [first, second])).toHaveLength(2);
    await server.sql('DELETE FROM pairing WHERE code = $1', second);
    const third = await codeOn(page, second);
    await runOut(third);
    await codeOn(page, third);
    await confirm(server, meetingId, third);
    await showsSoon(page, 'STANDBY');
    await page.close();
  });

  it('[Y7] [Y8] becomes the board of its meeting by itself, also when it is started again; revoked, it is covered at once', async () => {
    const [own, next] = [await aFoundingMeeting(server, 'en'), await aFoundingMeeting(server, 'en')];
    const { page, complaints } = await aScreenAt('/display?lang=en&theme=light');
    const code = await codeOn(page);
    await page.evaluate(() => Object.assign(window, { isFirstLoad: true }));
    const { id } = await confirm(server, own, code, 'Hall');
    await showsSoon(page, 'STANDBY');
    expect(page.url()).toBe(`${server.url}/board/${own}?lang=en&theme=light`);
    expect(await page.evaluate(() => 'isFirstLoad' in window)).toBe(true);
    expect(await cookiesOf(page)).toEqual([{ name: expect.any(String), httpOnly: true }]);
    expect(await page.evaluate(() => document.cookie)).toBe('');
    expect((await displaysOf(server, own)).map((display) => display.id)).toContain(id);

    await page.goto(`${server.url}/display`);
    await showsSoon(page, 'STANDBY');
    expect(page.url()).toBe(`${server.url}/board/${own}`);

    await eventually(
      async () => (await displaysOf(server, own))[0],
      (display) => display.isConnected,
    );
    await perform(server, 'revokeDisplay', { meetingId: own, displayId: id });
    await showsState(page, 'PAIRING');
    expect(await page.locator(BOARD).count()).toBe(0);
    await confirm(server, next, await codeOn(page));
    await showsSoon(page, 'STANDBY');
    expect(page.url()).toBe(`${server.url}/board/${next}`);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('[Y7] needs no other code when it was confirmed before its meeting may be seen', async () => {
    const { meetingId: draft } = await aDraft(server);
    const { page } = await aScreenAt('/display');
    await confirm(server, draft, await codeOn(page));
    await page.waitForSelector('[data-step="PAIRED"]');
    expect(page.url()).toBe(`${server.url}/board/${draft}`);
    expect(await page.locator(CODE).count()).toBe(0);
    expect(await layoutOf(page)).toMatchObject({ isWhole: true });
    await keepPicture(page, 'pairing-paired');
    await perform(server, 'addItem', { meetingId: draft, input: { kind: 'OPENING', title: 'Opening' } });
    await server.sql("UPDATE meeting SET status = 'SCHEDULED' WHERE id = $1", draft);
    await showsSoon(page, 'STANDBY');
    await page.close();
  });

  it('[Y8] gives way to a code when the meeting is no longer for everybody, and is back once it is again, or confirmed', async () => {
    const own = await aFoundingMeeting(server, 'en');
    const open = (visibility: string) =>
      server.sql('UPDATE meeting SET visibility = $2 WHERE id = $1', own, visibility);
    await open('ROOM');
    const { page, complaints } = await aScreenAt(`/board/${own}`);
    await codeOn(page);
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      const { share, ...layout } = await layoutOf(page);
      expect({ size, ...layout }).toEqual({ size, isWhole: true, isInOneLine: true });
      expect(share).toBeGreaterThan(0.12);
      await keepPicture(page, `pairing-board-${size}`);
    }
    await open('PUBLIC');
    await showsSoon(page, 'STANDBY');

    await open('ROOM');
    await showsState(page, 'PAIRING');
    expect(await page.locator(BOARD).count()).toBe(0);
    const code = await codeOn(page);
    expect(await layoutOf(page)).toMatchObject({ isWhole: true, isInOneLine: true });
    await keepPicture(page, 'pairing-board');
    await confirm(server, own, code);
    await showsSoon(page, 'STANDBY');
    expect(page.url()).toBe(`${server.url}/board/${own}`);
    await command(server, own, 'openMeeting');
    await showsState(page, 'AGENDA');
    expect(complaints).toEqual([]);
    await page.close();
  });
});
