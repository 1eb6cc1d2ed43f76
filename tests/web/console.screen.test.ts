import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { keepPicture, openBrowser } from '../support/browser.js';
import { idsOf, perform } from '../support/builders.js';
import { aMeetingFor, openConsoleAt, ready } from '../support/console.js';
import { flawsOf, LAPTOP, openAs, PHONE, says } from '../support/pages.js';
import { startServer, type TestServer } from '../support/server.js';
import { anAccount } from '../support/visitor.js';

const ITEMS = 'query ($id: ID!) { meeting(id: $id) { agenda { id plannedSeconds notes } } }';

describe('the console', () => {
  let server: TestServer;
  let browser: Browser;
  let axe: string;
  let recorder: string;
  let teller: string;
  beforeAll(async () => {
    server = await startServer();
    browser = await openBrowser();
    axe = await readFile('node_modules/axe-core/axe.min.js', 'utf8');
    recorder = (await anAccount(server, 'recorder')).id;
    await anAccount(server, 'stranger');
    teller = (await anAccount(server, 'teller')).id;
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  const aMeeting = () => aMeetingFor(server, recorder);
  const openConsole = (meetingId: string, size = LAPTOP) => openConsoleAt(browser, server, meetingId, size);
  const seqOf = async (meetingId: string) => (await idsOf(server, meetingId)).seq;
  const flaws = async (page: Page) => {
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: { run(): Promise<any> } }).axe.run();
      return violations.map(({ id, nodes }: any) => `${id}: ${nodes[0].html.slice(0, 160)}`);
    });
    return [...found, ...(await flawsOf(page)).filter((flaw) => !flaw.startsWith('inline'))];
  };

  it('[J1] [J2] [J3] is led by the space bar, one step a press, says what is missing, and finds the way back', async () => {
    const meetingId = await aMeeting();
    const { page, strangers, complaints } = await openConsole(meetingId);
    await ready(page, 'OPEN', 'Open the meeting');
    await page.keyboard.press('Space');
    await ready(page, 'CALL_ITEM', 'Opening');
    const before = await seqOf(meetingId);
    // Pressed three times by one finger, and held.
    await page.keyboard.down('Space');
    await page.keyboard.down('Space');
    await page.keyboard.up('Space');
    await page.keyboard.press('Space');
    await ready(page, 'CALL_ITEM', 'Chen Yi');
    expect(await seqOf(meetingId)).toBe(before + 1);
    // On a control the space bar is the control's own.
    await page.getByTestId('add-item').focus();
    await page.keyboard.press('Space');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('Space');
    await ready(page, 'START_COMMENT', 'Li Yong → Organ Party Committee');
    await page.keyboard.press('Space');

    // Something is missing: the button says so, and a press does nothing.
    await page.locator('[data-testid="obstacle"][data-code="COMMENT_MISSING"]').waitFor();
    await page.getByTestId('undo').filter({ hasText: 'Undo ending the statement of Chen Yi' }).waitFor();
    const stopped = await seqOf(meetingId);
    await page.keyboard.press('Space');
    await page.getByRole('link', { name: 'Write the comment' }).waitFor();
    await keepPicture(page, 'console-obstacle');
    await page.keyboard.press('s');
    await page.getByLabel('Reason').fill('No time');
    await page.keyboard.press('Enter');
    await ready(page, 'CALL_ITEM', 'Zhou Er');
    expect(await seqOf(meetingId)).toBe(stopped + 1);
    await page
      .locator('[data-testid="undo"]:not([aria-disabled])')
      .filter({ hasText: 'the comment on Chen Yi' })
      .waitFor();
    await page.keyboard.press('Control+z');
    await page.locator('[data-testid="obstacle"][data-code="COMMENT_MISSING"]').waitFor();
    expect({ strangers, complaints }).toEqual({ strangers: [], complaints: [] });
    await page.close();
  });

  it('[J5] puts the agenda in order by mouse, keys and buttons, and changes it while the meeting runs', async () => {
    const meetingId = await aMeeting();
    await perform(server, 'openMeeting', { meetingId });
    const { items } = await idsOf(server, meetingId);
    await perform(server, 'callItem', { meetingId, itemId: items[0] });
    const { page } = await openConsole(meetingId);
    const row = (name: string) => page.getByTestId('item').filter({ hasText: name });
    const stands = (name: string, place: number) =>
      page.waitForFunction(
        ([text, at]) =>
          document.querySelectorAll('[data-testid="item"]')[Number(at) - 1]?.textContent?.includes(String(text)),
        [name, place] as const,
      );
    await stands('Wu San', 4);
    await row('Wu San')
      .locator('[data-drag="true"]')
      .dragTo(row('Chen Yi').locator('.agenda-handle'), {
        targetPosition: { x: 10, y: 3 },
      });
    await stands('Wu San', 2);
    await page.getByTestId('moved').filter({ hasText: '“Wu San (example)” is now item 2 of 9' }).waitFor();
    await page.getByRole('button', { name: 'Edit “Wu San' }).focus();
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByTestId('moved').filter({ hasText: 'now item 3' }).waitFor();
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByTestId('moved').filter({ hasText: 'now item 4' }).waitFor();
    await page.keyboard.press('Enter');
    await row('Wu San').getByRole('button', { name: 'Up Wu San' }).press('Space');
    await page.getByTestId('moved').filter({ hasText: 'now item 3' }).waitFor();
    // Rows that change places don't lose the focus, so that the same key once more is not "next".
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Up Wu San (example)');
    await row('Wu San').getByRole('button', { name: 'Edit Wu San' }).click();
    // What another operator changes meanwhile stays: only what is changed here is sent.
    const { meeting } = await server.data(ITEMS, { id: meetingId });
    const itemId = meeting.agenda[2].id;
    await page.getByLabel('Notes for the chair').fill('Thank them.');
    await perform(server, 'updateItem', { meetingId, itemId, input: { plannedSeconds: 300 } });
    await row('Wu San').filter({ hasText: '5 min' }).waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const after = (await server.data(ITEMS, { id: meetingId })).meeting.agenda[2];
    expect(after).toEqual({ id: itemId, plannedSeconds: 300, notes: 'Thank them.' });
    await row('Wu San').getByRole('button', { name: 'Drop Wu San' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Drop' }).click();
    await row('Wu San').waitFor({ state: 'detached' });
    await page.getByTestId('add-item').click();
    await page.getByLabel('Title').fill('Words of a guest');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await stands('Words of a guest', 8);
    await keepPicture(page, 'console-agenda');
    // What was called has times and no handle; its place is its own.
    const [first] = await page.getByTestId('item').all();
    expect(await first!.locator('[data-drag="true"]').count()).toBe(0);
    expect(await first!.innerText()).toMatch(/since \d\d:\d\d/);
    await row('Words of a guest').getByRole('button', { name: 'Call Words of a guest' }).click();
    await page.getByTestId('present-said').filter({ hasText: 'Words of a guest' }).waitFor();
    await page.close();
  });

  it('[J9] [J10] is whole on a phone and on a laptop, in every state, for those who may run the meeting', async () => {
    const meetingId = await aMeeting();
    const { items, chair, statements } = await idsOf(server, meetingId);
    const laptop = (await openConsole(meetingId)).page;
    const phone = (await openConsole(meetingId, PHONE)).page;
    const look = async (name: string, step: string | null) => {
      for (const page of [laptop, phone]) {
        if (step) await page.locator(`[data-testid="next"][data-step="${step}"]`).waitFor();
        else await page.getByTestId('next-none').waitFor();
        expect([name, await flaws(page)]).toEqual([name, []]);
        await keepPicture(page, `console-${name}-${page === phone ? 'phone' : 'laptop'}`);
      }
      const box = step && (await phone.getByTestId('next').boundingBox());
      if (box) expect(box.y + box.height).toBeGreaterThan(PHONE.height - 60);
    };
    await look('scheduled', 'OPEN');
    await perform(server, 'openMeeting', { meetingId });
    await perform(server, 'callItem', { meetingId, itemId: items[1] });
    await look('statement', 'START_COMMENT');
    await perform(server, 'endStatement', { meetingId });
    await look('comment', 'CALL_ITEM');
    for (const page of [laptop, phone]) await page.getByRole('button', { name: '中文' }).click();
    await says(phone, '结束点评，下一项');
    await look('chinese', 'CALL_ITEM');
    const input = { statementId: statements[0], authorId: chair, body: 'Good.' };
    await perform(server, 'postComment', { meetingId, input });
    await perform(server, 'pauseMeeting', { meetingId, returnInSeconds: 600 });
    await look('paused', 'RESUME');
    await perform(server, 'resumeMeeting', { meetingId });
    for (const itemId of items.slice(2, 7)) await perform(server, 'skipItem', { meetingId, itemId, reason: 'late' });
    await perform(server, 'closeMeeting', { meetingId });
    await look('closed', null);
    await laptop.getByTestId('undo').filter({ hasText: '撤销：结束会议' }).waitFor();
    await laptop.close();
    await phone.close();

    const list = (await openAs(browser, server, 'recorder', '/console')).page;
    await list.locator(`[data-testid="meeting"] a[href*="/console/${meetingId}"]`).waitFor();
    expect(await flaws(list)).toEqual([]);
    await list.close();
    const { page: stranger } = await openAs(browser, server, 'stranger', `/console/${meetingId}`);
    await stranger.getByTestId('not-for-you').waitFor();
    await stranger.close();
    // A teller has what is theirs, and nothing that would be refused.
    await perform(server, 'appoint', { meetingId, accountId: teller, duty: 'TELLER' });
    const { page: counting } = await openAs(browser, server, 'teller', `/console/${meetingId}`);
    await counting.getByTestId('participants').waitFor();
    expect(await counting.locator('.tabs a').allInnerTexts()).toEqual(['Attendance', 'Ballot', 'Displays']);
    expect(await counting.locator('.deck button').count()).toBe(0);
    expect(await flaws(counting)).toEqual([]);
    await keepPicture(counting, 'console-teller');
    await counting.keyboard.press('3');
    await counting.getByTestId('displays').waitFor();
    await counting.close();
  });
});
