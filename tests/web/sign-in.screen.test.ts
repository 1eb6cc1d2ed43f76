import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { keepPicture, openBrowser, openScreen } from '../support/browser.js';
import { aFoundingMeeting } from '../support/builders.js';
import { fillIn, LAPTOP, openAs, PHONE, says } from '../support/pages.js';
import { startServer, type TestServer } from '../support/server.js';
import { anAccount, PASSWORD, SIGN_IN, visitor } from '../support/visitor.js';

describe('the page to sign in', () => {
  let server: TestServer;
  let browser: Browser;
  let meetingId: string;
  beforeAll(async () => {
    server = await startServer();
    browser = await openBrowser();
    meetingId = await aFoundingMeeting(server);
    await anAccount(server, 'liyong', { isAdministrator: true });
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  const open = (path: string, size = LAPTOP) => openScreen(browser, `${server.url}${path}`, size);

  it('[Q1] says calmly that name or password is wrong, lets in who is right, and goes on to the page that was wanted', async () => {
    const { page, strangers, complaints } = await open(`/reception/${meetingId}?lang=en`);
    await page.getByTestId('not-for-you').getByRole('link', { name: 'Sign in' }).click();
    expect(await page.getAttribute('input[name="name"]', 'autocomplete')).toBe('username');
    expect(await page.getAttribute('input[name="password"]', 'autocomplete')).toBe('current-password');
    await fillIn(page, 'liyong', 'not this one, surely');
    const alert = page.getByRole('alert').filter({ hasText: 'The name or the password is wrong.' });
    await alert.waitFor();
    await keepPicture(page, 'sign-in-wrong');
    // What was typed is to be typed again: it is selected.
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('password');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${server.url}/reception/${meetingId}?lang=en`);
    await page.getByTestId('participant').first().waitFor();
    expect({ strangers, complaints }).toEqual({ strangers: [], complaints: [] });
    await page.close();
  });

  it.each([
    'https://else.where/',
    '//else.where/',
    '/\\else.where/',
    '/.//else.where/',
    'javascript:alert(1)',
    ' //else.where',
  ])('[Q1] goes on to no other server, whatever the address asks for: %s', async (to) => {
    const { page, strangers } = await open(`/sign-in?lang=en&to=${encodeURIComponent(to)}`);
    await fillIn(page, 'liyong');
    await page.waitForURL((url) => url.pathname !== '/sign-in');
    expect(new URL(page.url()).origin).toBe(server.url);
    expect(strangers).toEqual([]);
    await page.close();
  });

  it('[Q1] says when it may be tried again, after too many attempts', async () => {
    const nobody = visitor(server);
    const { page } = await open('/sign-in?lang=en');
    for (let attempt = 1; attempt <= 10; attempt++) await nobody(SIGN_IN, { name: 'somebody', password: 'wrong' });
    await fillIn(page, 'somebody', 'wrong once more');
    await page.locator('[data-testid="trouble"][data-code="TOO_MANY_ATTEMPTS"]').waitFor();
    const button = page.locator('button[type="submit"]');
    expect(await button.isDisabled()).toBe(true);
    expect(await button.innerText()).toMatch(/^Try again in \d+ s$/);
    await keepPicture(page, 'sign-in-too-many');
    await page.close();
  });

  it('[Q1] says what went wrong at the provider, in its own words', async () => {
    const { page } = await open('/sign-in?lang=en&problem=unknown');
    await page.getByRole('alert').filter({ hasText: 'there is no account for you here' }).waitFor();
    await page.goto(`${server.url}/sign-in?lang=en&problem=constructor`);
    await page.getByLabel('Name', { exact: true }).waitFor();
    expect(await page.getByTestId('provider-problem').count()).toBe(0);
    await page.close();
  });

  it('[Q2] every page says who is signed in; signing out ends the session, and the page begins anew', async () => {
    const { page } = await openAs(browser, server, 'liyong', '/');
    await page.getByTestId('who').getByText('The liyong').waitFor();
    for (const path of [`/reception/${meetingId}`, '/admin']) {
      await page.goto(`${server.url}${path}?lang=en`);
      await page.getByTestId('who').getByText('The liyong').waitFor();
    }
    const [{ name, value } = { name: '', value: '' }] = await page.context().cookies();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    await page.getByTestId('who').getByRole('link', { name: 'Sign in' }).waitFor();
    expect(await page.getByTestId('reception').count()).toBe(0);

    // A copy of the cookie is worth nothing.
    await page.context().addCookies([{ name, value, url: server.url }]);
    await page.goto(`${server.url}/admin?lang=en`);
    await page.getByTestId('not-for-you').waitFor();
    await page.close();
  });

  it('[Q2] the first page has the way to the reception for those who are signed in, and for nobody else', async () => {
    const { page } = await openAs(browser, server, 'liyong', '/', PHONE);
    const link = page.getByRole('link', { name: /^Reception/ });
    expect(await link.getAttribute('href')).toBe(`/reception/${meetingId}?lang=en`);
    const { page: other } = await open('/?lang=en', PHONE);
    await other.getByTestId('meeting').waitFor();
    await other.getByTestId('who').waitFor();
    expect(await other.getByRole('link', { name: /^Reception/ }).count()).toBe(0);
    await page.close();
    await other.close();
  });

  const aLink = async (name: string): Promise<string> =>
    (
      await server.data('mutation ($input: AccountInput!) { createAccount(input: $input) { link } }', {
        input: { name, displayName: name },
      })
    ).createAccount.link;

  it('[Q3] a link that invites leaves the address bar, and sets the name and a password that can be looked at', async () => {
    const { page, complaints } = await openScreen(
      browser,
      (await aLink('wang')).replace('/invite', '/invite?lang=en'),
      PHONE,
    );
    const password = page.getByLabel('Password', { exact: true });
    await password.waitFor();
    expect(page.url()).toBe(`${server.url}/invite?lang=en`);
    expect(await page.getByLabel('Name').inputValue()).toBe('wang');
    await password.fill('too short');
    await says(page, '3 more');
    expect(await page.locator('button[type="submit"]').isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await password.getAttribute('type')).toBe('text');

    // Another language changes nothing of what was typed.
    await page.getByRole('button', { name: '中文' }).click();
    expect(await page.getByLabel('密码', { exact: true }).inputValue()).toBe('too short');
    await page.getByLabel('用户名').fill('wang.jilu');
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await page.locator('button[type="submit"]').click();
    await page.waitForURL((url) => url.pathname === '/');
    await page.getByTestId('who').getByText('wang').waitFor();
    expect(complaints).toEqual([]);
    await page.close();
    const { page: later } = await openAs(browser, server, 'WANG.jilu', '/');
    await later.getByTestId('who').getByText('wang').waitFor();
    await later.close();
  });

  it('[Q3] what the server refuses is said in the words of the page, and the link stays good', async () => {
    const link = await aLink('zhao.long.enough');
    const { page } = await openScreen(browser, link.replace('/invite', '/invite?lang=en'), LAPTOP);
    await page.getByLabel('Password', { exact: true }).fill('zhao.long.enough');
    await page.locator('button[type="submit"]').click();
    await page.getByRole('alert').filter({ hasText: 'Password: must not be the name.' }).waitFor();
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.locator('button[type="submit"]').click();
    await page.waitForURL((url) => url.pathname === '/');

    await page.goto(link.replace('/invite', '/invite?lang=en'));
    await page.locator('[data-code="LINK_USED"]').waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Sign in' }).waitFor();
    await keepPicture(page, 'invite-used');
    await page.close();
  });
});
