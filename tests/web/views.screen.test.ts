import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { HALL, openBrowser, openScreen, showsState, standsStill } from '../support/browser.js';
import { aFoundingMeeting, command, idsOf, perform } from '../support/builders.js';
import { confirm, displaysOf } from '../support/pairing.js';
import { eventually } from '../support/process.js';
import { startServer, type TestServer } from '../support/server.js';

const STRIP = { width: 1920, height: 200 };
const CODE = '[data-testid="pairing-code"]';

const DISPLAYS = 'query ($id: ID!) { meeting(id: $id) { displays { shownSeq clockOffset width height } } }';

/** When the page was loaded. */
const loads = (page: Page) => page.evaluate(() => performance.timeOrigin);
const looksLike = (page: Page, name: string, value: string) => page.waitForSelector(`html[data-${name}="${value}"]`);

describe('the views of a board', () => {
  let server: TestServer;
  let browser: Browser;
  let id: string;
  let url: string;
  beforeAll(async () => {
    server = await startServer();
    browser = await openBrowser();
    id = await aFoundingMeeting(server);
    url = `${server.url}/board/${id}`;
    const { items } = await idsOf(server, id);
    await command(server, id, 'openMeeting');
    for (const itemId of items.slice(0, 2)) await command(server, id, 'callItem', { itemId: 'ID!' }, { itemId });
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  it('[Z3] [Z5] [Z8] [Z12] [Z13] [Z1] all follow the operator: a message makes room, and black covers all but the chair’s screen', async () => {
    const screens = {
      hall: await openScreen(browser, `${url}?view=hall`, HALL),
      rostrum: await openScreen(browser, `${url}?view=rostrum`, HALL),
      portrait: await openScreen(browser, `${url}?view=portrait`, HALL),
      strip: await openScreen(browser, `${url}?view=strip`, STRIP),
    };
    const pages = Object.values(screens).map(({ page }) => page);
    await Promise.all(pages.map((page) => page.waitForSelector('[data-testid="digits"]')));
    await Promise.all(pages.map(standsStill));
    const { hall, rostrum, portrait, strip } = screens;
    expect((await rostrum.page.innerText('[data-testid="next-step"]')).replace(/\s/g, '')).toMatch(/^下一步请.*述职$/);
    expect(await strip.page.locator('.banner').count()).toBe(0);
    // A wide screen that hangs upright: its longer side is the height of what is drawn.
    const box = await portrait.page.locator('#board').evaluate((board) => [board.clientWidth, board.clientHeight]);
    expect(box).toEqual([1080, 1920]);
    const size = (page: Page) =>
      page.locator('.timer-digits').evaluate((digits) => Number.parseFloat(getComputedStyle(digits).fontSize));
    const [large, turned] = [await size(hall.page), await size(portrait.page)];
    expect([large / 1080 > 0.28, large / 1080 < 0.35, Math.abs(large - turned) < 1]).toEqual([true, true, true]);

    await perform(server, 'showMessage', { meetingId: id, text: '请将手机调至静音' });
    await Promise.all([hall, portrait, strip].map(({ page }) => page.waitForSelector('[data-testid="message"]')));
    await rostrum.page.locator('[data-testid="covered"]', { hasText: '请将手机调至静音' }).waitFor();
    const covered = await hall.page.evaluate(() => {
      const bottomOf = (part: string) => document.querySelector(part)!.getBoundingClientRect();
      return bottomOf('.stage').bottom - bottomOf('.foot-message').top;
    });
    expect(covered).toBeLessThanOrEqual(1);

    await perform(server, 'blackOutBoard', { meetingId: id });
    await Promise.all([hall, portrait, strip].map(({ page }) => showsState(page, 'BLACKOUT')));
    for (const { page } of [hall, portrait, strip]) {
      await page.waitForFunction(() => !document.querySelector('[data-layer="leaving"]'));
      expect(await page.innerText('body')).toBe('');
    }
    await showsState(rostrum.page, 'STATEMENT');
    await rostrum.page.locator('[data-testid="covered"]', { hasText: '大屏已黑屏' }).waitFor();
    await perform(server, 'lightBoard', { meetingId: id });
    await Promise.all(pages.map((page) => showsState(page, 'STATEMENT')));
    for (const { page, complaints, strangers } of Object.values(screens)) {
      expect({ complaints, strangers }).toEqual({ complaints: [], strangers: [] });
      await page.close();
    }
  });

  it('[Z4] [Z6] a paired display changes without being loaded again, and tells what it shows', async () => {
    const { page } = await openScreen(browser, `${server.url}/display`);
    await page.waitForFunction((place) => document.querySelector<HTMLElement>(place)?.dataset.code, CODE);
    await confirm(server, id, (await page.getAttribute(CODE, 'data-code'))!);
    await showsState(page, 'STATEMENT');
    await looksLike(page, 'view', 'HALL');
    const loaded = await loads(page);
    const [display] = await displaysOf(server, id);
    const input = { view: 'ROSTRUM', theme: 'LIGHT', ratio: 9, language: 'EN' };
    await perform(server, 'updateDisplay', { meetingId: id, displayId: display.id, input });
    await looksLike(page, 'view', 'ROSTRUM');
    for (const [name, value] of [
      ['theme', 'light'],
      ['distance', 'far'],
    ] as const)
      await looksLike(page, name, value);
    await page.waitForSelector('html[lang="en"]');
    await page.locator('[data-testid="next-step"]', { hasText: 'End the statement; comment on' }).waitFor();
    expect(await loads(page)).toBe(loaded);
    const { seq } = (await server.data('query ($id: ID!) { board(meetingId: $id) { seq } }', { id })).board;
    const reported = await eventually(
      async () => (await server.data(DISPLAYS, { id })).meeting.displays[0],
      ({ shownSeq }) => shownSeq === seq,
    );
    expect(reported).toMatchObject({ width: HALL.width, height: HALL.height });
    expect(Math.abs(reported.clockOffset)).toBeLessThan(60_000);
    await page.context().close();
  });

  it('[Z7] [Z11] a board keeps awake, hides the cursor, fills the screen, and is loaded again once for a newer server', async () => {
    const context = await browser.newContext({ viewport: HALL });
    const page = await context.newPage();
    page.setDefaultTimeout(50_000);
    await page.addInitScript(() => {
      const asked: string[] = [];
      Object.assign(window, { asked });
      const request = async (type: string) => void asked.push(type);
      Object.defineProperty(navigator, 'wakeLock', { value: { request } });
    });
    // The page on the server is of another version as soon as it is asked for by script.
    let isNewer = false;
    let documents = 0;
    await page.route(/\/board\//, async (route) => {
      if (route.request().resourceType() === 'document') documents += 1;
      const response = await route.fetch();
      const body = (await response.text()).replace('</head>', '<link rel="icon" href="/assets/newer.svg"></head>');
      await route.fulfill(isNewer ? { response, body } : { response });
    });
    const cuts: (() => Promise<void>)[] = [];
    await page.routeWebSocket(/graphql/, (socket) => {
      const behind = socket.connectToServer();
      cuts.push(async () => {
        await behind.close();
        await socket.close({ code: 1012 });
      });
    });
    await page.goto(url);
    await showsState(page, 'STATEMENT');
    expect(await page.evaluate(() => (window as unknown as { asked: string[] }).asked)).toContain('screen');
    await looksLike(page, 'cursor', 'hidden');
    await page.keyboard.press('f');
    await page.waitForFunction(() => document.fullscreenElement !== null);
    await page.keyboard.press('f');
    await page.waitForFunction(() => document.fullscreenElement === null);

    const comesBack = async (): Promise<void> => {
      const cut = cuts.at(-1)!;
      const sockets = cuts.length;
      const asked = page.waitForResponse(
        (response) => response.url() === url && response.request().resourceType() === 'fetch',
      );
      await cut();
      await asked;
      expect(cuts.length).toBeGreaterThan(sockets);
    };
    await comesBack();
    expect(documents).toBe(1);
    isNewer = true;
    await comesBack();
    await page.waitForFunction(() => document.querySelector('link[href="/assets/newer.svg"]'));
    await showsState(page, 'STATEMENT');
    isNewer = false;
    await comesBack();
    await page.waitForFunction(() => !document.querySelector('link[href="/assets/newer.svg"]'));
    await showsState(page, 'STATEMENT');
    isNewer = true;
    // The newer one again: it was loaded for that before.
    await comesBack();
    expect(documents).toBe(3);
    await context.close();
  });
});
