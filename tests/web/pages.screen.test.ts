import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { examples } from '../../src/demo/examples.js';
import { meeting } from '../../src/demo/founding.js';
import { openBrowser, openScreen, showsState } from '../support/browser.js';
import { aFoundingMeeting, command } from '../support/builders.js';
import { startServer, type TestServer } from '../support/server.js';

describe('the other pages', () => {
  let server: TestServer;
  let browser: Browser;
  let id: string;
  beforeAll(async () => {
    server = await startServer();
    browser = await openBrowser();
    id = await aFoundingMeeting(server);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  it('[X8] the first page lists the meetings, in the language asked for, with the way to each board', async () => {
    const { page, strangers, complaints } = await openScreen(browser, `${server.url}/?lang=zh`);
    const row = page.locator('[data-testid="meeting"]');
    await row.first().waitFor();
    expect(await row.innerText()).toContain(meeting.title.zh);
    expect(await row.innerText()).toContain('2022年2月10日 星期四 09:00');
    await page.goto(`${server.url}/?lang=en`);
    await row.first().waitFor();
    expect(await row.innerText()).toContain('Thursday, 10 February 2022 09:00');
    await row.locator('a').click();
    await showsState(page, 'STANDBY');
    expect(page.url()).toBe(`${server.url}/board/${id}`);
    expect({ strangers, complaints }).toEqual({ strangers: [], complaints: [] });
    await page.close();
  });

  it('[X9] the local explorer has the examples, runs a query and follows a subscription, and asks no other server', async () => {
    const { page, strangers } = await openScreen(browser, `${server.url}/explorer`);
    const tabs = page.locator('[role="tab"]');
    for (const { name } of examples) await tabs.filter({ hasText: name }).first().waitFor();
    const run = page.locator('.graphiql-execute-button');
    const answer = page.locator('.graphiql-response');

    // GraphiQL reads an operation a moment after it shows it, and a click before that does nothing.
    const runUntil = async (text: string, left = 5): Promise<void> => {
      await run.click();
      const seen = answer.filter({ hasText: text }).waitFor({ timeout: 6000 });
      await (left > 0 ? seen.catch(() => runUntil(text, left - 1)) : seen);
    };
    await runUntil('"title"');
    await tabs.filter({ hasText: 'Board' }).first().click();
    await runUntil('STANDBY');
    await command(server, id, 'openMeeting');
    await answer.filter({ hasText: 'AGENDA' }).waitFor();
    expect(strangers).toEqual([]);
    await page.close();
  });

  it('[X10] without internet, /graphql in a browser points to the local explorer', async () => {
    const page = await browser.newPage();
    await page.route(/apollographql/, (route) => route.abort());
    await page.goto(`${server.url}/graphql`);
    await page.locator('a[href="/explorer"]').waitFor();
    expect(await page.innerText('body')).toContain('本地浏览器');
    await page.close();
  });
});
