import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page, Route } from 'playwright-core';
import { keepPicture, openBrowser, openScreen } from '../support/browser.js';
import { idsOf, perform } from '../support/builders.js';
import { aMeetingFor, openConsoleAt, ready } from '../support/console.js';
import { cloneDatabase } from '../support/database.js';
import { LAPTOP, says } from '../support/pages.js';
import { type ServerProcess, spawnServer } from '../support/process.js';
import { startServer, type TestServer } from '../support/server.js';
import { anAccount } from '../support/visitor.js';

describe('the console', () => {
  let server: TestServer;
  let browser: Browser;
  let recorder: string;
  const children: ServerProcess[] = [];
  beforeAll(async () => {
    server = await startServer();
    browser = await openBrowser();
    recorder = (await anAccount(server, 'recorder')).id;
  });
  afterAll(async () => {
    for (const { child } of children) child.kill();
    await browser.close();
    await server.stop();
  });

  const aMeeting = () => aMeetingFor(server, recorder);
  const openConsole = (meetingId: string) => openConsoleAt(browser, server, meetingId);
  const notice = (page: Page, outcome: string) => page.locator(`[data-testid="notice"][data-outcome="${outcome}"]`);
  const seqOf = async (meetingId: string) => (await idsOf(server, meetingId)).seq;

  it('[J2] [J6] [J8] says what became of a step: made elsewhere, made though no answer came, or not made', async () => {
    const meetingId = await aMeeting();
    const { items } = await idsOf(server, meetingId);
    const { page } = await openConsole(meetingId);
    await ready(page, 'OPEN');
    /** Something happens to the next command of this name on its way; true: it goes on. */
    const once = (name: string, happens: (route: Route) => Promise<boolean>) => {
      let isOver = false;
      return page.route('**/graphql', async (route) => {
        if (isOver || !route.request().postData()?.includes(`mutation ${name}`)) return route.fallback();
        isOver = true;
        return (await happens(route)) ? route.continue() : route.abort();
      });
    };

    // It arrives, and its answer is lost: done, once.
    await once('OpenMeeting', async (route) => !(await route.fetch()));
    await page.keyboard.press('Space');
    await notice(page, 'LATE').filter({ hasText: 'Open the meeting' }).waitFor();
    await ready(page, 'CALL_ITEM', 'Opening');
    await notice(page, 'LATE').getByRole('button', { name: 'Dismiss' }).click();
    const opened = await seqOf(meetingId);

    // It never arrives: not done, and not later either.
    await once('CallItem', async () => false);
    await page.keyboard.press('Space');
    await page.getByTestId('uncertain').waitFor();
    await notice(page, 'NOT_DONE').filter({ hasText: 'Now: Waiting for the next item' }).waitFor();
    expect(await seqOf(meetingId)).toBe(opened);
    await notice(page, 'NOT_DONE').getByRole('button', { name: 'Dismiss' }).click();

    // Another console is quicker: it steps, this one is told.
    await ready(page, 'CALL_ITEM', 'Opening');
    await once('CallItem', async () => Boolean(await perform(server, 'callItem', { meetingId, itemId: items[0] })));
    await page.keyboard.press('Space');
    await notice(page, 'CONFLICT').filter({ hasText: 'Another console has moved the meeting' }).waitFor();
    await ready(page, 'CALL_ITEM', 'Chen Yi');
    expect(await seqOf(meetingId)).toBe(opened + 1);
    await keepPicture(page, 'console-notice');
    await page.close();
  });

  it('[J7] is unmistakably offline while it is, does nothing then or later, and goes on when the server was started again', async () => {
    const database = await cloneDatabase();
    const first = await spawnServer({ DATABASE_URL: database.url });
    children.push(first);
    const link = /Operator\s+(\S+)/.exec(first.output())![1]!;
    const { page } = await openScreen(browser, link.replace('/invite', '/invite?lang=en'), LAPTOP);
    await page.locator('a.meeting-way[href*="/console/"]').click();
    await ready(page, 'OPEN');
    await page.evaluate(() => Object.assign(window, { isSame: true }));
    await first.end('SIGKILL');
    await page.locator('[data-testid="offline"][data-lost="true"]').waitFor();
    await page.keyboard.press('Space');
    expect(await page.getByTestId('next').getAttribute('aria-disabled')).toBe('true');
    expect(await page.getByTestId('message').isDisabled()).toBe(true);
    await says(page, 'Offline: nothing can be done');
    await keepPicture(page, 'console-offline');

    const second = await spawnServer({ DATABASE_URL: database.url, PORT: new URL(first.url).port });
    children.push(second);
    await page.locator('[data-testid="offline"][data-lost="false"]').waitFor({ state: 'attached' });
    await ready(page, 'OPEN');
    await page.context().setOffline(true);
    await page.locator('[data-testid="offline"][data-lost="true"]').waitFor();
    await page.context().setOffline(false);
    await ready(page, 'OPEN');
    await page.keyboard.press('Space');
    await ready(page, 'CALL_ITEM');
    expect(await page.evaluate(() => 'isSame' in window)).toBe(true);
    await page.close();
    await second.end('SIGTERM');
    await database.drop();
  }, 180_000);
});
