import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page, Route } from 'playwright-core';
import { keepPicture, openBrowser, openScreen } from '../support/browser.js';
import { idsOf, perform } from '../support/builders.js';
import { aMeetingFor, openConsoleAt, ready } from '../support/console.js';
import { cloneDatabase } from '../support/database.js';
import { hasFocus, LAPTOP, says } from '../support/pages.js';
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
    // What changes with every step is not read out again and again.
    expect(await notice(page, 'NOT_DONE').getByRole('alert').innerText()).not.toContain('Now:');
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

    // A dialog that is being answered is not left before it has said what became of it.
    const dialog = page.getByRole('dialog');
    await once('SkipItem', async () => {
      for (let times = 0; times < 3; times++) await page.keyboard.press('Escape');
      await dialog.getByRole('button', { name: 'Cancel' }).click({ force: true });
      await perform(server, 'callItem', { meetingId, itemId: items[1] });
      return true;
    });
    await page.keyboard.press('s');
    await dialog.getByLabel('Reason').fill('No time');
    await page.keyboard.press('Enter');
    await dialog.getByText('Another console has moved the meeting').waitFor();
    expect(await dialog.getByLabel('Reason').inputValue()).toBe('No time');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    // Signed out before it could be found out: it may have been done, and that is said.
    await ready(page, 'START_COMMENT');
    await once('EndStatement', async (route) => {
      await route.fetch();
      const { sessions } = await server.data('query ($id: ID!) { sessions(accountId: $id) { id } }', { id: recorder });
      for (const { id } of sessions) await perform(server, 'endSession', { id });
      return false;
    });
    await page.keyboard.press('Space');
    await page.getByTestId('not-for-you').waitFor();
    await notice(page, 'UNKNOWN').filter({ hasText: 'it may have been done or not' }).waitFor();
    await keepPicture(page, 'console-signed-out');
    await page.close();
  });

  it('[J4] has the clock, an intermission, blackout, a message and the keys one key or one click away', async () => {
    const meetingId = await aMeeting();
    await perform(server, 'openMeeting', { meetingId });
    await perform(server, 'callItem', { meetingId, itemId: (await idsOf(server, meetingId)).items[1] });
    const { page } = await openConsole(meetingId);
    const idle = () => ready(page, 'START_COMMENT');
    await idle();
    await page.getByTestId('blackout').click();
    await page.getByTestId('is-black').waitFor();
    await idle();
    // The mouse has left no focus behind.
    await page.keyboard.press('b');
    await page.getByTestId('is-black').waitFor({ state: 'detached' });
    await idle();
    await page.keyboard.press('p');
    await page.locator('[data-testid="present"][data-mood="paused"]').waitFor();
    await idle();
    const minutes = async () =>
      Number((await page.getByTestId('digits').innerText()).replaceAll(/\s/g, '').split(':')[0]);
    const planned = await minutes();
    await page.keyboard.press('+');
    const digits = (shown: number) =>
      page
        .getByTestId('digits')
        .filter({ hasText: `0${shown}:` })
        .waitFor();
    await digits(planned + 1);
    await idle();
    await page.getByTestId('less').click();
    await digits(planned);
    // By the keyboard alone: a button that waits keeps the focus, so that the same key never means "next", and held it presses once.
    await idle();
    const before = await seqOf(meetingId);
    await page.getByTestId('more').focus();
    for (const [key, times] of [
      ['Space', 1],
      ['Enter', 2],
    ] as const) {
      await page.keyboard.down(key);
      await page.keyboard.up(key);
      await page.keyboard.press(key);
      await digits(planned + times);
      await idle();
    }
    expect(await seqOf(meetingId)).toBe(before + 2);
    await page.getByTestId('close').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Space');
    const yes = page.getByRole('dialog').getByRole('button', { name: 'Close meeting' });
    await yes.and(page.locator(':not([aria-disabled])')).waitFor();
    expect(await page.locator('dialog [data-testid="trouble"][data-code]').count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await hasFocus(page.getByTestId('close'));
    await page.keyboard.press('m');
    await page.getByLabel('Message', { exact: true }).fill('Phones off, please');
    await page.keyboard.press('Enter');
    await page.getByTestId('message-now').filter({ hasText: 'Phones off' }).waitFor();
    await idle();
    await page.keyboard.press('m');
    await page.getByRole('button', { name: 'Withdraw message' }).click();
    await page.getByTestId('message-now').waitFor({ state: 'detached' });
    await idle();
    await page.keyboard.press('i');
    await page.getByLabel('Announce the return in').selectOption('15');
    await page.getByRole('dialog').getByRole('button', { name: 'Intermission' }).click();
    await ready(page, 'RESUME');
    await keepPicture(page, 'console-intermission');
    await page.keyboard.press('?');
    await page.getByTestId('help').waitFor();
    await keepPicture(page, 'console-keys');
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
