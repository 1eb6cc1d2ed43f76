import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { HALL, keepPicture, openBrowser, openScreen, showsState } from '../support/browser.js';
import { aFoundingMeeting, perform } from '../support/builders.js';
import { flawsOf, openAs, PHONE } from '../support/pages.js';
import { displaysOf } from '../support/pairing.js';
import { startServer, type TestServer } from '../support/server.js';
import { anAccount } from '../support/visitor.js';

describe('the displays at the reception', () => {
  let server: TestServer;
  let browser: Browser;
  let meetingId: string;
  beforeAll(async () => {
    server = await startServer();
    browser = await openBrowser();
    meetingId = await aFoundingMeeting(server, 'en');
    await anAccount(server, 'admin', { isAdministrator: true });
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  it('[Q9] a screen is found by its code, looked at, confirmed under a name, renamed and revoked', async () => {
    const { page: glass } = await openScreen(browser, `${server.url}/display`, HALL);
    await showsState(glass, 'PAIRING');
    await glass.waitForSelector('[data-testid="pairing-code"][data-code]');
    const code = (await glass.getAttribute('[data-testid="pairing-code"]', 'data-code'))!;

    const { page, strangers, complaints } = await openAs(browser, server, 'admin', `/reception/${meetingId}`, PHONE);
    await page.getByRole('link', { name: 'Displays' }).click();
    await page.getByLabel('The six digits').fill('000000');
    await page.getByRole('button', { name: 'Find the screen' }).click();
    await page.getByRole('alert').filter({ hasText: 'This code is not valid' }).waitFor();

    await page.getByLabel('The six digits').fill(`${code.slice(0, 3)} ${code.slice(3)}`);
    await page.keyboard.press('Enter');
    const found = page.getByTestId('screen');
    await found.waitFor();
    expect(await found.innerText()).toContain('127.0.0.1');
    expect(await found.innerText()).toContain('Chrome');
    expect(await displaysOf(server, meetingId)).toEqual([]);
    await keepPicture(page, 'display-found');

    await page.getByLabel('Name of the display').fill('Main hall, left');
    await page.getByRole('button', { name: 'Connect it' }).click();
    await showsState(glass, 'STANDBY');
    await page.locator('[data-testid="display"][data-connected="true"]').waitFor();
    await page.getByText('Up to date').waitFor();
    await page.getByText('1920×1080').waitFor();
    expect(await flawsOf(page)).toEqual([]);
    const isSet = (attribute: string) => glass.waitForSelector(`html[${attribute}]`, { state: 'attached' });
    await page.getByLabel('Colours').selectOption({ label: 'Light' });
    await isSet('data-theme="light"');
    await page.getByLabel('Language').selectOption({ label: '中文' });
    await isSet('lang="zh-CN"');
    await page.getByLabel('View', { exact: true }).selectOption({ label: 'Rostrum' });
    await isSet('data-view="ROSTRUM"');
    await page.locator('[data-testid="display"][data-view="ROSTRUM"]').waitFor();
    await page.getByRole('button', { name: 'Rename Main hall, left' }).click();
    await page.getByLabel('Name of the display').fill('Main hall, right');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByTestId('display').filter({ hasText: 'Main hall, right' }).waitFor();
    await keepPicture(page, 'display-connected');

    await page.getByRole('button', { name: 'Disconnect Main hall, right' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click();
    await page.getByText('No display is connected yet.').waitFor();
    await showsState(glass, 'PAIRING');
    expect({ strangers, complaints }).toEqual({ strangers: [], complaints: [] });
    await page.close();
    await glass.close();
  });

  it('[Q9] [Y13] a teller puts none on the rostrum, and one that goes away is shown to be gone, with the time when it was last there', async () => {
    const { page: glass } = await openScreen(browser, `${server.url}/display`, HALL);
    await glass.waitForSelector('[data-testid="pairing-code"][data-code]');
    const code = (await glass.getAttribute('[data-testid="pairing-code"]', 'data-code'))!;
    await server.data(
      'mutation ($meetingId: ID!, $code: String!) { confirmDisplay(meetingId: $meetingId, code: $code, name: "Door") { id } }',
      { meetingId, code },
    );
    const { page } = await openAs(browser, server, 'admin', `/reception/${meetingId}#displays`);
    await page.locator('[data-testid="display"][data-connected="true"]').waitFor();
    const { id: accountId } = await anAccount(server, 'teller');
    await perform(server, 'appoint', { meetingId, accountId, duty: 'TELLER' });
    const teller = await openAs(browser, server, 'teller', `/reception/${meetingId}#displays`);
    const views = ({ page: one }: { page: Page }) => one.getByLabel('View', { exact: true }).locator('option');
    await views({ page }).filter({ hasText: 'Rostrum' }).waitFor({ state: 'attached' });
    await teller.page.getByTestId('display').waitFor();
    await teller.page.waitForLoadState('networkidle');
    expect(await views(teller).allInnerTexts()).toEqual(['Hall', 'Portrait', 'LED strip']);
    await teller.page.close();
    await glass.close();
    await page.locator('[data-testid="display"][data-connected="false"]').filter({ hasText: 'last seen' }).waitFor();
    await page.close();
  });
});
