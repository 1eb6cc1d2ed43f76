import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { HALL, keepPicture, openBrowser, openScreen, PORTRAIT, showsState } from '../support/browser.js';
import { aDraft, aFoundingMeeting, command, perform } from '../support/builders.js';
import { cloneDatabase } from '../support/database.js';
import { confirm, displaysOf } from '../support/pairing.js';
import { eventually, spawnServer } from '../support/process.js';
import { startServer, type TestServer } from '../support/server.js';

const CODE = '[data-testid="pairing-code"]';
const BOARD = '.screen, .standby';
const SIZES = {
  small: { width: 1280, height: 720 },
  hall: HALL,
  fine: { width: 3840, height: 2160 },
  portrait: PORTRAIT,
  strip: { width: 3840, height: 1080 },
};

/** The code on the glass, once there is one other than this. */
async function codeOn(page: Page, otherThan = ''): Promise<string> {
  await page.waitForFunction(
    ([place, former]) => {
      const { code } = document.querySelector<HTMLElement>(place!)?.dataset ?? {};
      return code && code !== former;
    },
    [CODE, otherThan],
  );
  return (await page.getAttribute(CODE, 'data-code'))!;
}

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
    const screen = await openScreen(browser, `${server.url}${path}`, size);
    await showsState(screen.page, 'PAIRING');
    return screen;
  };
  const sql = (text: string, ...values: unknown[]) => server.services.database.query(text, values);

  it('[Y6] shows its code in large digits, whatever its size, in both languages or in one', async () => {
    for (const [size, viewport] of Object.entries(SIZES)) {
      const { page, strangers, complaints } = await aScreenAt('/display', viewport);
      const code = await codeOn(page);
      expect((await page.innerText(CODE)).replace(/\s/g, '')).toBe(code);
      expect(await page.innerText('body')).toMatch(/请操作员在签到台输入此码/);
      expect(await page.innerText('body')).toMatch(/Ask the operator to enter this code/);
      const { share, ...layout } = await layoutOf(page);
      expect({ size, ...layout }).toEqual({ size, isWhole: true, isInOneLine: true });
      expect(share).toBeGreaterThan(0.12);
      await keepPicture(page, `pairing-${size}`);
      expect({ strangers, complaints }).toEqual({ strangers: [], complaints: [] });
      await page.close();
    }
    for (const language of ['zh', 'en']) {
      const { page } = await aScreenAt(`/display?lang=${language}&theme=light`);
      await codeOn(page);
      expect(await page.innerText('body')).toMatch(language === 'zh' ? /请操作员/ : /Ask the operator/);
      expect(await page.innerText('body')).not.toMatch(language === 'zh' ? /Ask the operator/ : /请操作员/);
      expect(await layoutOf(page)).toMatchObject({ isWhole: true, isInOneLine: true });
      await keepPicture(page, `pairing-light-${language}`);
      await page.close();
    }
  });

  it('[Y6] has a new code before the old one runs out, and another when it is gone', async () => {
    const { page } = await aScreenAt('/display');
    const first = await codeOn(page);
    await sql("UPDATE pairing SET expires_at = clock_timestamp() + interval '50 seconds' WHERE code = $1", first);
    const second = await codeOn(page, first);
    expect(await sql('SELECT code FROM pairing WHERE code = ANY($1)', [first, second])).toHaveLength(2);
    await sql('DELETE FROM pairing WHERE code = $1', second);
    await codeOn(page, second);
    await page.close();
  });

  it('[Y6] waits calmly while the server is away, and has its code still when it is back', async () => {
    const database = await cloneDatabase();
    const first = await spawnServer({ DATABASE_URL: database.url, DEMO: 'no' });
    const { page } = await openScreen(browser, `${first.url}/display?lang=en`);
    const code = await codeOn(page);
    await first.end('SIGKILL');
    await page.waitForSelector('[data-testid="stale"]');
    expect(await page.innerText('[data-testid="stale"]')).toContain('The server cannot be reached; trying again');
    expect(await page.getAttribute(CODE, 'data-code')).toBe(code);
    await keepPicture(page, 'pairing-away');
    const second = await spawnServer({ DATABASE_URL: database.url, DEMO: 'no', PORT: new URL(first.url).port });
    await page.waitForSelector('[data-testid="stale"]', { state: 'detached' });
    expect(await page.getAttribute(CODE, 'data-code')).toBe(code);
    await page.close();
    expect(await second.end('SIGTERM')).toBe(0);
    await database.drop();
  });

  it('[Y7] becomes the board of its meeting by itself, with a cookie that no script reads', async () => {
    const { page, complaints } = await aScreenAt('/display?lang=en&theme=light');
    const code = await codeOn(page);
    await page.evaluate(() => Object.assign(window, { isFirstLoad: true }));
    const { id } = await confirm(server, meetingId, code, 'Hall');
    await showsState(page, 'STANDBY');
    expect(page.url()).toBe(`${server.url}/board/${meetingId}?lang=en&theme=light`);
    expect(await page.evaluate(() => 'isFirstLoad' in window)).toBe(true);
    expect(await cookiesOf(page)).toEqual([{ name: expect.any(String), httpOnly: true }]);
    expect(await page.evaluate(() => document.cookie)).toBe('');
    expect((await displaysOf(server, meetingId)).map((display) => display.id)).toContain(id);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('[Y7] can be confirmed by its former code while that is good', async () => {
    const { page } = await aScreenAt('/display');
    const former = await codeOn(page);
    await sql("UPDATE pairing SET expires_at = clock_timestamp() + interval '50 seconds' WHERE code = $1", former);
    await codeOn(page, former);
    await confirm(server, meetingId, former);
    await showsState(page, 'STANDBY');
    await page.close();
  });

  it('[Y7] shows its board again when it is started again at /display', async () => {
    const { page } = await aScreenAt('/display');
    await confirm(server, meetingId, await codeOn(page));
    await showsState(page, 'STANDBY');
    await page.goto(`${server.url}/display`);
    await showsState(page, 'STANDBY');
    expect(page.url()).toBe(`${server.url}/board/${meetingId}`);
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
    await sql("UPDATE meeting SET status = 'SCHEDULED' WHERE id = $1", draft);
    await showsState(page, 'STANDBY');
    await page.close();
  });

  it('[Y8] gives way to a code when the meeting is no longer for everybody, and is back once it is confirmed', async () => {
    const own = await aFoundingMeeting(server, 'en');
    await sql("UPDATE meeting SET visibility = 'PUBLIC' WHERE id = $1", own);
    const { page, complaints } = await openScreen(browser, `${server.url}/board/${own}`);
    await showsState(page, 'STANDBY');
    await sql("UPDATE meeting SET visibility = 'ROOM' WHERE id = $1", own);
    await showsState(page, 'PAIRING');
    expect(await page.locator(BOARD).count()).toBe(0);
    const code = await codeOn(page);
    expect(await layoutOf(page)).toMatchObject({ isWhole: true, isInOneLine: true });
    await keepPicture(page, 'pairing-board');
    await confirm(server, own, code);
    await showsState(page, 'STANDBY');
    expect(page.url()).toBe(`${server.url}/board/${own}`);
    await command(server, own, 'openMeeting');
    await showsState(page, 'AGENDA');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('[Y8] is shown without a code as soon as its viewer may see it', async () => {
    const own = await aFoundingMeeting(server);
    await sql("UPDATE meeting SET visibility = 'ROOM' WHERE id = $1", own);
    const { page } = await aScreenAt(`/board/${own}`);
    await codeOn(page);
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      const { share, ...layout } = await layoutOf(page);
      expect({ size, ...layout }).toEqual({ size, isWhole: true, isInOneLine: true });
      expect(share).toBeGreaterThan(0.12);
      await keepPicture(page, `pairing-board-${size}`);
    }
    await sql("UPDATE meeting SET visibility = 'PUBLIC' WHERE id = $1", own);
    await showsState(page, 'STANDBY');
    await page.close();
  });

  it('[Y8] is covered at once when it is revoked, and can be confirmed for another meeting', async () => {
    const [old, next] = [await aFoundingMeeting(server, 'en'), await aFoundingMeeting(server, 'en')];
    const { page, complaints } = await aScreenAt('/display');
    const { id } = await confirm(server, old, await codeOn(page));
    await showsState(page, 'STANDBY');
    await eventually(
      async () => (await displaysOf(server, old))[0],
      (display) => display.isConnected,
    );
    await perform(server, 'revokeDisplay', { meetingId: old, displayId: id });
    await showsState(page, 'PAIRING');
    expect(await page.locator(BOARD).count()).toBe(0);
    await confirm(server, next, await codeOn(page));
    await showsState(page, 'STANDBY');
    expect(page.url()).toBe(`${server.url}/board/${next}`);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
