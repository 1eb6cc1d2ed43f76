import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { keepPicture, openBrowser, openScreen, showsState } from '../support/browser.js';
import { aFoundingMeeting, command, idsOf, perform } from '../support/builders.js';
import { PHONE, says } from '../support/pages.js';
import { startServer, type TestServer } from '../support/server.js';
import { slipsOf } from '../support/slips.js';

describe('the page that slips lead to', () => {
  let server: TestServer;
  let browser: Browser;
  let meetingId: string;
  let speakers: string[];
  beforeAll(async () => {
    server = await startServer();
    browser = await openBrowser();
    meetingId = await aFoundingMeeting(server, 'en');
    ({ speakers } = await idsOf(server, meetingId));
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  const open = (path: string) => openScreen(browser, `${server.url}${path}`, PHONE);
  const code = (participantId: string) => slipsOf(server).code(meetingId, participantId);
  const card = (page: Page) => page.getByTestId('entered');
  const presenceOf = async (participantId: string): Promise<string> =>
    (await slipsOf(server).participant(meetingId, participantId)).presence;

  it('[Q4] lets in whoever types a code, in any case and without its hyphen, and says who has come to what', async () => {
    const { page, strangers, complaints } = await open('/enter?lang=en');
    await page.getByLabel('Code').fill('2222-2222');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').filter({ hasText: 'This code is not valid' }).waitFor();
    await keepPicture(page, 'enter-wrong');

    const typed = (await code(speakers[0]!)).replace('-', ' ').toLowerCase();
    await page.getByLabel('Code').fill(typed);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await card(page).waitFor();
    const { signedInAt } = await slipsOf(server).participant(meetingId, speakers[0]!);
    const shown = await card(page).innerText();
    expect(shown).toContain('Signed in');
    expect(shown).toContain(
      new Date(signedInAt).toLocaleTimeString('en-GB', { timeZone: 'Asia/Shanghai', timeStyle: 'short' }),
    );
    expect(shown).toContain('Chen Yi (example)');
    expect(shown).toContain('Organ Party Committee');
    expect(shown).toContain('2021 Review: Grass-roots Party Secretaries on Party Building');
    expect(shown).toContain('Speaker');
    await keepPicture(page, 'entered');

    await page.getByRole('link', { name: 'board' }).click();
    await showsState(page, 'STANDBY');
    expect(page.url()).toBe(`${server.url}/board/${meetingId}`);
    expect({ strangers, complaints }).toEqual({ strangers: [], complaints: [] });
    await page.close();
  });

  it('[Q4] lets in at once whoever has scanned the QR code, and the code leaves the address bar', async () => {
    const { page } = await open(`/enter?lang=zh#${await code(speakers[1]!)}`);
    await card(page).waitFor();
    expect(page.url()).toBe(`${server.url}/enter?lang=zh`);
    await says(page, '已签到');
    expect(await presenceOf(speakers[1]!)).toBe('PRESENT');

    // Still there when the page is opened again; another slip takes its place.
    await page.reload();
    await card(page).getByText('Zhou Er (example)').waitFor();
    await page.goto(`${server.url}/enter?lang=zh&again#${await code(speakers[2]!)}`);
    await card(page).getByText('Wu San (example)').waitFor();
    await page.close();
  });

  it('[Q5] records that somebody leaves early, after asking once more, and that they come back', async () => {
    const { page } = await open(`/enter?lang=en#${await code(speakers[3]!)}`);
    await card(page).waitFor();
    await page.getByRole('button', { name: 'Leave early' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    expect(await presenceOf(speakers[3]!)).toBe('PRESENT');

    await page.getByRole('button', { name: 'Leave early' }).click();
    await keepPicture(page, 'leave');
    await page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
    await page.locator('[data-testid="entered"][data-presence="LEFT"]').waitFor();
    expect(await presenceOf(speakers[3]!)).toBe('LEFT');
    await keepPicture(page, 'left');

    await page.getByRole('button', { name: 'I am back' }).click();
    await page.locator('[data-testid="entered"][data-presence="PRESENT"]').waitFor();
    expect(await presenceOf(speakers[3]!)).toBe('PRESENT');
    await page.close();
  });

  it('[Q5] shows what the reception has recorded, without being asked', async () => {
    const { page } = await open(`/enter?lang=en#${await code(speakers[4]!)}`);
    await card(page).waitFor();
    await perform(server, 'recordLeaving', { meetingId, participantId: speakers[4] });
    await page.locator('[data-testid="entered"][data-presence="LEFT"]').waitFor();
    await page.close();
  });

  it('[Q5] says that the session has ended when the slip is used elsewhere or revoked', async () => {
    const slip = await code(speakers[5]!);
    const { page: first } = await open(`/enter?lang=en#${slip}`);
    await card(first).waitFor();
    const { page: second } = await open(`/enter?lang=en#${slip}`);
    await card(second).waitFor();
    await first.getByTestId('ended').waitFor();
    expect(await card(first).count()).toBe(0);
    await keepPicture(first, 'ended');

    await perform(server, 'revokeSlip', { meetingId, participantId: speakers[5] });
    await second.getByTestId('ended').waitFor();
    // Also when the page is opened again; and whoever enters anew is in.
    await second.reload();
    await second.getByTestId('ended').waitFor();
    await second.getByLabel('Code').fill(await code(speakers[5]!));
    await second.getByRole('button', { name: 'Sign in' }).click();
    await card(second).waitFor();
    expect(await second.getByTestId('ended').count()).toBe(0);

    // Whoever signs out has ended it by themselves.
    await second.getByRole('button', { name: 'Sign out' }).click();
    await second.waitForURL((url) => url.pathname === '/');
    await second.goto(`${server.url}/enter?lang=en`);
    await second.getByLabel('Code').waitFor();
    expect(await second.getByTestId('ended').count()).toBe(0);
    await first.close();
    await second.close();
  });

  it('[Q5] offers neither leaving nor coming back when the meeting is over', async () => {
    const own = await aFoundingMeeting(server, 'en');
    const { chair, items } = await idsOf(server, own);
    const { page } = await open(`/enter?lang=en#${await slipsOf(server).code(own, chair)}`);
    await card(page).waitFor();
    await command(server, own, 'openMeeting');
    for (const itemId of items) await perform(server, 'skipItem', { meetingId: own, itemId, reason: 'A test' });
    await perform(server, 'closeMeeting', { meetingId: own });
    await says(page, 'The meeting is over.');
    expect(await page.getByRole('button', { name: 'Leave early' }).count()).toBe(0);
    await page.close();
  });
});
