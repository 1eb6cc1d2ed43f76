import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { keepPicture, openBrowser } from '../support/browser.js';
import { aFoundingMeeting, perform } from '../support/builders.js';
import { openAs, PHONE } from '../support/pages.js';
import { eventually } from '../support/process.js';
import { startServer, type TestServer } from '../support/server.js';
import { anAccount, PASSWORD, SIGN_IN, USE, visitor } from '../support/visitor.js';

describe('the administrators’ page', () => {
  let server: TestServer;
  let browser: Browser;
  let meetingId: string;
  beforeAll(async () => {
    server = await startServer();
    browser = await openBrowser();
    meetingId = await aFoundingMeeting(server, 'en');
    await anAccount(server, 'admin', { isAdministrator: true });
    await anAccount(server, 'operator');
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  const account = (page: Page, name: string) => page.getByTestId('account').filter({ hasText: name });
  const dialog = (page: Page) => page.getByRole('dialog');
  const signsIn = async (name: string): Promise<string | undefined> =>
    (await visitor(server)(SIGN_IN, { name, password: PASSWORD })).code;

  it('[Q10] creates an account with a link that is shown once', async () => {
    const { page, strangers, complaints } = await openAs(browser, server, 'admin', '/admin');
    await page.getByRole('button', { name: 'New account' }).click();
    await page.getByLabel('Name to show').fill('Wang Jilu');
    await page.getByLabel('Name to sign in with').fill('not a name');
    await dialog(page).getByRole('button', { name: 'Create' }).click();
    await dialog(page).getByRole('alert').filter({ hasText: 'Name to sign in with: may contain' }).waitFor();
    await page.getByLabel('Name to sign in with').fill('Wang.Jilu');
    await page.getByRole('searchbox', { name: /Type a name/ }).fill('li y');
    await page.getByLabel('Person', { exact: true }).selectOption({ label: 'Li Yong · Political Department' });
    await keepPicture(page, 'account-new');
    await dialog(page).getByRole('button', { name: 'Create' }).click();

    const field = page.getByLabel('One-time link for Wang Jilu');
    const link = await field.inputValue();
    expect(link).toMatch(new RegExp(`^${server.url}/invite#[\\w-]{43}$`));
    await keepPicture(page, 'account-link');
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    await page.getByRole('button', { name: 'Handed over' }).click();
    expect(await field.count()).toBe(0);
    expect(await account(page, 'Wang Jilu').innerText()).toContain('wang.jilu');
    expect(await account(page, 'Wang Jilu').innerText()).toContain('Li Yong');
    expect(await account(page, 'Wang Jilu').innerText()).toContain('No password yet');

    const { code } = await visitor(server)(USE, { token: link.split('#')[1], password: PASSWORD });
    expect(code).toBe(undefined);
    expect({ strangers, complaints }).toEqual({ strangers: [], complaints: [] });
    await page.close();
  });

  it('[Q10] finds, changes, suspends, reinstates and invites again, and asks before it signs somebody out', async () => {
    const { page } = await openAs(browser, server, 'admin', '/admin', PHONE);
    await page.getByLabel('Find a name').fill('operat');
    await page.waitForFunction(() => document.querySelectorAll('[data-testid="account"]').length === 1);
    const operator = account(page, 'operator');
    await operator.getByRole('button', { name: 'Change' }).click();
    await page.getByLabel('Name to show').fill('The operator of the hall');
    await page.getByLabel('Administrator').check();
    await dialog(page).getByRole('button', { name: 'Save' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    expect(await operator.innerText()).toContain('The operator of the hall');
    expect(await operator.innerText()).toContain('Administrator');

    await operator.getByRole('button', { name: 'Suspend' }).click();
    await dialog(page).getByRole('button', { name: 'Suspend' }).click();
    await page.locator('[data-testid="account"][data-suspended="true"]').waitFor();
    expect(await signsIn('operator')).toBe('WRONG_CREDENTIALS');
    await operator.getByRole('button', { name: 'Reinstate' }).click();
    await page.locator('[data-testid="account"][data-suspended="false"]').waitFor();
    expect(await signsIn('operator')).toBe(undefined);

    await operator.getByRole('button', { name: 'Invite again' }).click();
    await dialog(page).getByRole('button', { name: 'Invite again' }).click();
    await page.getByTestId('link').waitFor();
    expect(await signsIn('operator')).toBe('WRONG_CREDENTIALS');
    await page.close();
  });

  it('[Q10] appoints an account to a meeting, and dismisses it', async () => {
    const { id } = await anAccount(server, 'watcher');
    const dutiesOf = async (): Promise<string[]> =>
      (
        await server.data('query ($id: ID!) { meeting(id: $id) { appointments { accountId duty } } }', {
          id: meetingId,
        })
      ).meeting.appointments.flatMap((one: { accountId: string; duty: string }) =>
        one.accountId === id ? one.duty : [],
      );
    const { page } = await openAs(browser, server, 'admin', '/admin');
    await account(page, 'watcher').getByRole('button', { name: 'Duties' }).click();
    await dialog(page).getByLabel('Meeting').selectOption(meetingId);
    await dialog(page).getByLabel('Duty').selectOption('TELLER');
    await dialog(page).getByRole('button', { name: 'Appoint' }).click();
    await page.getByTestId('appointments').getByText('Teller').first().waitFor();
    expect(await dutiesOf()).toEqual(['TELLER']);
    await keepPicture(page, 'account-duties');
    await dialog(page).getByRole('button', { name: 'Dismiss' }).click();
    await dialog(page).getByText('No duty at any meeting yet.').waitFor();
    expect(await dutiesOf()).toEqual([]);
    await page.close();
  });

  it('[Q10] says why nobody can suspend themselves, and leaves the question open', async () => {
    const { page } = await openAs(browser, server, 'admin', '/admin');
    await account(page, 'The admin').getByRole('button', { name: 'Suspend' }).click();
    await dialog(page).getByRole('button', { name: 'Suspend' }).click();
    await dialog(page).getByRole('alert').filter({ hasText: 'suspend your own account' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    expect(await account(page, 'The admin').getAttribute('data-suspended')).toBe('false');
    await page.close();
  });

  it('[Q10] is for administrators alone', async () => {
    await anAccount(server, 'somebody');
    const { page } = await openAs(browser, server, 'somebody', '/admin');
    await page.getByTestId('not-for-you').waitFor();
    expect(await page.getByTestId('account').count()).toBe(0);
    await page.close();
  });

  it('[Q11] reads the trail by filter and page, and sees what is known of an entry and what stood before', async () => {
    const { subjectId } = await perform(server, 'addRequirement', {
      meetingId,
      input: { heading: 'To be dropped', body: '' },
    });
    await perform(server, 'dropRequirement', { meetingId, requirementId: subjectId });
    const { page } = await openAs(browser, server, 'admin', '/admin');
    await page.getByRole('link', { name: 'Audit trail' }).click();
    const entry = page.getByTestId('entry');
    await entry.first().waitFor();
    expect(await entry.count()).toBe(50);
    const newest = await entry.first().innerText();
    await page.getByRole('button', { name: 'Older' }).click();
    await page.getByRole('button', { name: 'Newer page' }).waitFor();
    await page.waitForFunction((text) => !document.body.innerText.includes(text), newest);
    await page.getByRole('button', { name: 'Newer page' }).click();

    await page.getByLabel('Action, such as callItem').fill('dropRequirement');
    await page.waitForFunction(() => document.querySelectorAll('[data-testid="entry"]').length === 1);
    await page.waitForLoadState('networkidle');
    await entry.locator('summary').click();
    await entry.getByText(meetingId).first().waitFor();
    expect(await entry.innerText()).not.toContain('To be dropped');
    await entry.getByRole('button', { name: 'See what stood before' }).click();
    await page.getByTestId('before').getByText('To be dropped').waitFor();
    await keepPicture(page, 'audit-before');

    // Refusals are written a moment later.
    await signsIn('nobody at all');
    await eventually(
      async () =>
        (await server.data('{ auditTrail(filter: { outcome: "WRONG_CREDENTIALS" }) { entries { seq } } }')).auditTrail,
      ({ entries }) => entries.length > 0,
    );
    await page.getByLabel('Action, such as callItem').fill('');
    await page.getByLabel('Outcome').selectOption('WRONG_CREDENTIALS');
    await page.waitForFunction(() =>
      [...document.querySelectorAll('[data-testid="entry"]')].every(
        (one) => (one as HTMLElement).dataset.outcome === 'WRONG_CREDENTIALS',
      ),
    );
    await entry.first().waitFor();
    await page.close();
  });

  it('[Q11] gives what fits as a file, under the same filter', async () => {
    const { page } = await openAs(browser, server, 'admin', '/admin');
    await page.getByRole('link', { name: 'Audit trail' }).click();
    await page.getByLabel('Action, such as callItem').fill('scheduleMeeting');
    await page.waitForFunction(() => document.querySelectorAll('[data-testid="entry"]').length === 1);
    for (const [name, kind] of [
      ['CSV', 'csv'],
      ['JSON Lines', 'jsonl'],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name, exact: true }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`audit.${kind}`);
      const lines = (await readFile(await download.path(), 'utf8')).trim().split('\n');
      expect(lines).toHaveLength(kind === 'csv' ? 2 : 1);
      expect(lines.at(-1)).toContain('scheduleMeeting');
    }
    await page.close();
  });
});
