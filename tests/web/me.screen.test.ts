import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { keepPicture, openBrowser, openScreen } from '../support/browser.js';
import { aFoundingMeeting, idsOf, perform } from '../support/builders.js';
import { flawsOf, PHONE, says, saysOf } from '../support/pages.js';
import { startServer, type TestServer } from '../support/server.js';
import { slipsOf } from '../support/slips.js';

describe('a participant’s own page', () => {
  let server: TestServer;
  let browser: Browser;
  let meetingId: string;
  let ids: Awaited<ReturnType<typeof idsOf>>;
  /** The agenda items of the statements. */
  let items: string[];
  beforeAll(async () => {
    server = await startServer();
    browser = await openBrowser();
    meetingId = await aFoundingMeeting(server, 'en');
    ids = await idsOf(server, meetingId);
    const { meeting } = await server.data('query ($id: ID!) { meeting(id: $id) { agenda { id kind } } }', {
      id: meetingId,
    });
    items = meeting.agenda.flatMap(({ id, kind }: { id: string; kind: string }) => (kind === 'STATEMENT' ? [id] : []));
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  const act = (name: string, args: object = {}) => perform(server, name, { meetingId, ...args });
  const enter = async (participantId: string) => {
    const code = await slipsOf(server).code(meetingId, participantId);
    const screen = await openScreen(browser, `${server.url}/enter?lang=en#${code}`, PHONE);
    await screen.page.getByTestId('entered').waitFor();
    return screen;
  };
  const isPlaced = (page: Page, place: string) => page.locator(`[data-testid="me"][data-place="${place}"]`).waitFor();
  const digits = async (page: Page) => (await page.getByTestId('digits').innerText()).replaceAll(/\s/g, '');
  const inChinese = async (page: Page, name: string) => {
    await page.getByRole('button', { name: '中文' }).click();
    expect(await flawsOf(page)).toEqual([]);
    await keepPicture(page, `${name}-zh`);
    await page.getByRole('button', { name: 'English' }).click();
  };

  it('[Q14] [Q15] [Q16] leads a speaker from the slip to the lectern, and to what is said of them', async () => {
    const { page, strangers, complaints } = await enter(ids.speakers[1]!);
    await page.getByRole('link', { name: 'My statement' }).click();
    await says(page, 'You will be speaker 2');
    await says(page, 'The meeting has not begun');
    await keepPicture(page, 'me-before');
    await act('openMeeting');
    await says(page, '1 speaker before you');
    await act('callItem', { itemId: items[0] });
    await says(page, 'You are next');
    await says(page, 'Statement: Chen Yi (example)');
    await keepPicture(page, 'me-next');
    await inChinese(page, 'me-next');

    await act('endStatement');
    await act('postComment', { input: { statementId: ids.statements[0], authorId: ids.chair, body: 'Of another' } });
    await act('callItem', { itemId: items[1] });
    await isPlaced(page, 'SPEAKING');
    await page.getByTestId('digits').waitFor();
    await act('pauseTurn');
    await page.locator('[data-testid="timer"][data-mood="paused"]').waitFor();
    const { page: glass } = await openScreen(browser, `${server.url}/display`, PHONE);
    await glass.waitForSelector('[data-testid="pairing-code"][data-code]');
    const shown = (await glass.getAttribute('[data-testid="pairing-code"]', 'data-code'))!;
    await act('confirmDisplay', { code: shown, name: 'Hall' });
    // Before it knows the server's time it shows what is planned.
    await glass.locator('[data-testid="timer"][data-mood="paused"]').waitFor();
    expect(await digits(page)).toBe(await digits(glass));
    await glass.close();
    await keepPicture(page, 'me-speaking');
    await inChinese(page, 'me-speaking');

    await act('endStatement');
    await isPlaced(page, 'COMMENT');
    const comment = page.getByTestId('comment');
    const input = {
      statementId: ids.statements[1],
      authorId: ids.chair,
      aspect: 'PROBLEM',
      body: 'The minutes were late',
    };
    const { subjectId: commentId } = await act('postComment', { input });
    await comment.filter({ hasText: 'The minutes were late' }).waitFor();
    await act('correctComment', { commentId, input: { body: 'Some minutes were late', reason: 'fair' } });
    await comment.filter({ hasText: 'Corrected' }).filter({ hasText: 'Some minutes were late' }).waitFor();
    await keepPicture(page, 'me-comment');
    await inChinese(page, 'me-comment');
    await act('retractComment', { commentId, reason: 'mistaken' });
    await comment.filter({ hasText: 'This comment was retracted' }).waitFor();
    expect(await saysOf(page)).not.toContain('minutes were late');
    expect(await saysOf(page)).not.toContain('Of another');
    expect({ strangers, complaints }).toEqual({ strangers: [], complaints: [] });
    await page.close();
  });

  it('[Q16] takes the text of one’s statement, keeps what was typed while the server is away, and says what others have changed', async () => {
    const { page } = await enter(ids.speakers[2]!);
    await page.getByRole('link', { name: 'My statement' }).click();
    await page.getByRole('button', { name: /Hand in my text|Edit/ }).click();
    const field = page.getByLabel('My text');
    await field.fill('First line\nSecond line');
    await page.context().setOffline(true);
    await page.getByTestId('lost').filter({ hasText: 'You are offline' }).waitFor();
    await keepPicture(page, 'me-offline');
    await page.context().setOffline(false);
    await page.locator('[data-testid="lost"][data-lost="false"]').waitFor({ state: 'hidden' });
    expect(await field.inputValue()).toBe('First line\nSecond line');
    await page.getByRole('button', { name: 'Hand in', exact: true }).click();
    await page.getByTestId('text').filter({ hasText: 'Second line' }).waitFor();
    const stored = async () =>
      (await server.sql('SELECT body FROM statement WHERE id = $1', ids.statements[2]))[0].body;
    expect(await stored()).toBe('First line\nSecond line');

    await page.getByRole('button', { name: 'Edit' }).click();
    await act('writeStatement', { statementId: ids.statements[2], body: 'From the recorder' });
    await says(page, 'Somebody else has changed this text');
    await inChinese(page, 'me-writing');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByTestId('text').filter({ hasText: 'From the recorder' }).waitFor();
    await keepPicture(page, 'me-text');
    await page.close();
  });

  it('[Q14] tells whoever makes no statement so, with what is going on, and whoever has not entered where to', async () => {
    const { page } = await enter(ids.guests[0]!);
    expect(await page.getByRole('link', { name: 'My statement' }).count()).toBe(0);
    await page.goto(`${server.url}/me?lang=en`);
    await says(page, 'You make no statement at this meeting');
    await says(page, 'Comment on Zhou Er (example)');
    await keepPicture(page, 'me-guest');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    await page.goto(`${server.url}/me?lang=en`);
    await page.getByRole('link', { name: 'Enter a code' }).click();
    await page.getByLabel('Code').waitFor();
    await page.close();
  });
});
