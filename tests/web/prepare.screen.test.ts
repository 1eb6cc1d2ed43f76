import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { perform } from '../support/builders.js';
import { openAs } from '../support/pages.js';
import { addByKeys, countIs, lookAt, OTHERS, optionOf, READ, SPEAKERS } from '../support/preparing.js';
import { startServer, type TestServer } from '../support/server.js';
import { slipsOf } from '../support/slips.js';
import { anAccount } from '../support/visitor.js';

describe('preparing a meeting', () => {
  let server: TestServer;
  let browser: Browser;
  let page: Page;
  let meetingId: string;
  const complaints: string[][] = [];
  beforeAll(async () => {
    server = await startServer();
    browser = await openBrowser();
    await anAccount(server, 'recorder');
    // Some are known from former meetings.
    const { id: organizationId } = await perform(server, 'createOrganization', {
      input: { name: 'Working Committee' },
    });
    await perform(server, 'createPerson', {
      input: { name: 'Guest Wang', post: 'Head of department', organizationId },
    });
    const screen = await openAs(browser, server, 'recorder', '/console');
    page = screen.page;
    page.setDefaultTimeout(12_000);
    complaints.push(screen.complaints, screen.strangers);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  /** Beside these the console has its deck, with words of its own. */
  const here = () => page.locator('.prepare, main:not(:has(.prepare))');
  const field = (name: string) => here().getByLabel(name, { exact: true });
  const button = (name: string) => here().getByRole('button', { name, exact: true });
  const option = (text: string) => optionOf(page, text);
  const counts = (count: number) => countIs(page, count);
  const read = async () => (await server.data(READ, { id: meetingId })).meeting;
  const finding = (code: string) => page.locator(`[data-testid="finding"][data-code="${code}"]`);
  const gone = (code: string) => finding(code).waitFor({ state: 'detached' });
  const person = (name: string) => page.getByTestId('person').filter({ hasText: name });
  const focused = () => page.evaluate(() => document.activeElement?.closest('[id]')?.id ?? '');
  const look = (name: string) => lookAt(page, `prepare-${name}`);

  const add = (name: string, unit: string | null, count: number) => addByKeys(page, name, unit, count);

  it('[M16] begins with a form in which what is usual stands already, and a refusal at its field', async () => {
    await button('New meeting').click();
    const zone = await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
    const told = await Promise.all(
      ['Time zone', 'Minutes per statement', 'Warn before the end (seconds)', 'Quorum', 'Language'].map((name) =>
        field(name).inputValue(),
      ),
    );
    expect(told).toEqual([zone, '8', '60', '', 'EN']);
    expect(await field('Start').inputValue()).toMatch(/T09:00$/);
    expect(await button('Create the meeting').isDisabled()).toBe(true);
    await field('Title').fill(' Review of 2021 ');
    await field('Review period').fill('2021');
    await field('Unit that holds it').pressSequentially('Provincial High Court');
    await option('New unit “Provincial High Court”').waitFor();
    await page.keyboard.press('Enter');
    await field('Minutes per statement').fill('0');
    expect(await look('create')).toEqual([]);
    await page.waitForFunction(() => !document.querySelector('.create button[type="submit"][aria-disabled]'));
    await button('Create the meeting').click();
    await page.getByText('must be at least 10.').waitFor();
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('0');
    expect(await field('Minutes per statement').getAttribute('aria-invalid')).toBe('true');
    await field('Minutes per statement').fill('5');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/console\/[0-9a-f-]{36}.*#prepare$/);
    meetingId = new URL(page.url()).pathname.split('/')[2]!;
    expect(await read()).toMatchObject({
      status: 'DRAFT',
      title: 'Review of 2021',
      plannedSeconds: 300,
      period: '2021',
      timeZone: zone,
      organization: { name: 'Provincial High Court' },
    });
    // A draft is changed in the same fields: what is typed stays while another part is looked at, and what others change, too.
    await field('Venue').fill('Hall 1');
    const tab = (name: string) => page.locator(`nav a[href="#${name}"]`).click();
    await tab('agenda');
    await field('Venue').waitFor({ state: 'detached' });
    await perform(server, 'updateMeeting', { meetingId, input: { period: '2020' } });
    await tab('prepare');
    await page.waitForFunction(() => [...document.querySelectorAll('input')].some(({ value }) => value === '2020'));
    expect(await field('Venue').inputValue()).toBe('Hall 1');
    await button('Save').click();
    await page.waitForFunction(() => !document.querySelector('.facts-state')?.textContent);
    expect(await read()).toMatchObject({ venue: 'Hall 1', period: '2020', title: 'Review of 2021' });
    await field('Review period').fill('2021');
    await button('Save').click();
    await page.waitForFunction(() => !document.querySelector('.facts-state')?.textContent);
  }, 120_000);

  it('[M17] finds thirteen people while their names are typed, and makes those who are not there, without a mouse', async () => {
    await finding('NO_HOST').getByRole('link').click();
    const duty = (name: string) => page.locator('.add-person').getByRole('button', { name, exact: true });
    await duty('Attendee').click();
    await duty('Speaker').click();
    await field('Name or post').focus();
    let count = 0;
    for (const [name, unit] of SPEAKERS) await add(name, unit, ++count);
    await duty('Speaker').click();
    await duty('Attendee').click();
    await field('Name or post').focus();
    for (const [name, unit] of OTHERS) await add(name, unit, ++count);
    await add('Guest W', null, ++count);
    await add('Li Yong', 'Political Department', ++count);
    await add('Ma Jing', 'Political Department', ++count);
    // Who is there can't be taken again, and Escape leaves things as they are.
    await page.keyboard.type('Li Yong');
    await option('in the meeting already').waitFor();
    expect(await look('people')).toEqual([]);
    await field('Name or post').focus();
    await page.keyboard.press('Escape');
    await field('Name or post').fill('');

    const toggle = (name: string, what: string) => person(name).getByRole('button', { name: what, exact: true });
    const carries = (name: string, what: string) =>
      person(name).locator('[aria-pressed="true"]').filter({ hasText: what }).waitFor();
    await toggle('Li Yong', 'Host').click();
    await carries('Li Yong', 'Host');
    await toggle('Li Yong', 'Commenter').click();
    await carries('Li Yong', 'Commenter');
    await toggle('Ma Jing', 'Attendee').click();
    await person('Ma Jing').getByText('Duties: must not be empty.').waitFor();
    for (const name of ['Ma Jing', 'Li Yong']) {
      await page.getByLabel(`Seat of ${name}`).fill('A1');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => !document.querySelector('.person-row [aria-disabled]'));
    }
    await finding('SEAT_TWICE').waitFor();
    await person('Tian Qi').getByRole('button', { name: 'Remove Tian Qi from the meeting' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await counts(12);
    await field('Name or post').focus();
    await add('Tian Qi', null, 13);
    const { participants } = await read();
    expect(participants).toHaveLength(13);
    expect(participants.filter(({ duties }: any) => duties.includes('SPEAKER'))).toHaveLength(6);
    expect(participants[1].person).toEqual({
      name: 'Zhou Er',
      post: 'Secretary',
      organization: { name: 'Third Criminal Court', parent: { name: 'Provincial High Court' } },
    });
  }, 240_000);

  it('[A15] [A16] plans the agenda for all of them in one press, as it was shown before', async () => {
    await page.getByRole('button', { name: 'Move Zhao Liu up' }).click();
    await page.getByLabel('How Chen Yi makes the statement').selectOption('WRITTEN');
    await field('Intermission').selectOption('3');
    await field('Ballot').check();
    await field('Minutes each').fill('10');
    const shown = await page.getByTestId('preview').locator('li bdi').allInnerTexts();
    expect(shown).toEqual([
      'The host opens the meeting',
      'Statement: Third Criminal Court',
      'Statement: Second Civil Court',
      'Statement: Administrative Court',
      'Intermission',
      'Statement: Judges College',
      'Statement: Reconsideration and Supervision Court',
      'Written statements',
      'Ballot',
      'The chair’s requirements',
      'Closing',
    ]);
    expect(await look('plan')).toEqual([]);
    await button('Make the agenda').click();
    await gone('NO_STATEMENT');
    const { agenda } = await read();
    expect(agenda.map(({ title }: any) => title)).toEqual(shown);
    expect(agenda[1].plannedSeconds).toBe(600);
    expect(agenda[7].statements).toEqual([{ mode: 'WRITTEN', speaker: { person: { name: 'Chen Yi' } } }]);
    await field('Ballot').uncheck();
    await page.getByLabel('Wang Wu makes a statement').uncheck();
    await page.getByText('will be dropped from the agenda: Wang Wu').waitFor();
    await button('Replace the agenda').click();
    await finding('SPEAKER_WITHOUT_STATEMENT').filter({ hasText: 'Wang Wu' }).waitFor();
    expect((await read()).agenda).toHaveLength(9);
  }, 120_000);

  it('[M18] leads to whatever is still to be mended, and from the draft to the open meeting', async () => {
    await finding('SEAT_TWICE').getByRole('link').click();
    expect(await focused()).toBe(`participant-${await second('A1')}`);
    const codes = () =>
      page.getByTestId('finding').evaluateAll((all) => all.map((one) => `${one.getAttribute('data-code')}`));
    expect(await codes()).toEqual([
      'NO_DISPLAY',
      'SPEAKER_WITHOUT_STATEMENT',
      'SEAT_TWICE',
      'WRITTEN_WITHOUT_TEXT',
      'NO_REQUIREMENT',
    ]);
    expect(await finding('NO_DISPLAY').getByRole('link').getAttribute('href')).toBe('#displays');
    expect(await finding('NO_REQUIREMENT').getByRole('link').getAttribute('href')).toBe('#desk');
    await page.locator('#prepare-checks').scrollIntoViewIfNeeded();
    expect(await look('checks')).toEqual([]);
    await button('Schedule the meeting').click();
    await finding('NO_SLIP').filter({ hasText: '13 in all' }).waitFor();
    await slipsOf(server).issue(meetingId);
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await gone('NO_SLIP');
    await button('Open the meeting').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('5 warnings do not prevent it').waitFor();
    await dialog.getByRole('button', { name: 'Open the meeting' }).click();
    await page.locator('[data-testid="status"][data-status="LIVE"]').waitFor();
    expect((await read()).status).toBe('LIVE');
    expect(complaints.flat()).toEqual([]);
  }, 120_000);

  /** The participant who was given a seat that was taken, by the order in which they were added. */
  async function second(seat: string): Promise<string> {
    return (await read()).participants.filter((one: any) => one.seat === seat)[1].id;
  }
});
