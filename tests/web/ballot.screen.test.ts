import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { onBallot } from '../support/ballot.js';
import { keepPicture, openBrowser, openScreen } from '../support/browser.js';
import { ready } from '../support/console.js';
import { flawsOf, LAPTOP, openAs, PHONE, says } from '../support/pages.js';
import { startServer, type TestServer } from '../support/server.js';
import { anAccount } from '../support/visitor.js';

describe('the ballot in the console', () => {
  let server: TestServer;
  let browser: Browser;
  let axe: string;
  beforeAll(async () => {
    server = await startServer({ PUBLIC_URL: 'http://rostrum.example' });
    browser = await openBrowser();
    axe = await readFile('node_modules/axe-core/axe.min.js', 'utf8');
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  const row = (page: Page, number: number) => page.getByTestId('count-row').nth(number - 1);
  /** Types one number after the other, each with Enter, from the field that has the focus. */
  const key = async (page: Page, ...numbers: number[]) => {
    for (const number of numbers) {
      await page.keyboard.type(String(number));
      await page.keyboard.press('Enter');
    }
  };
  const focused = (page: Page, name: string) =>
    page.waitForFunction((text) => (document.activeElement as HTMLInputElement).labels?.[0]?.innerText === text, name);
  /** Nothing lies over it. */
  const isInSight = (field: Locator) =>
    field.evaluate((element) => {
      const { x, width, top, bottom } = element.getBoundingClientRect();
      return [top + 1, bottom - 1].every((y) => document.elementFromPoint(x + width / 2, y) === element);
    });
  const ballots = async (meetingId: string) =>
    (await server.data('query ($id: ID!) { meeting(id: $id) { ballots { id } } }', { id: meetingId })).meeting.ballots;
  /** Whoever leaves the page is told that something there is not saved. */
  const warns = (page: Page) =>
    page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
  /** Requests of this name wait until they are let through. */
  const hold = async (page: Page, name: string): Promise<() => void> => {
    let letThrough = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes(name)) await held;
      await route.fallback();
    });
    return () => letThrough();
  };
  const picture = async (page: Page, name: string) => {
    await page.evaluate(axe);
    const found: string[] = await page.evaluate(async () => {
      const { violations } = await (window as any).axe.run('.ballot-panel, .dialog');
      return violations.map(({ id, nodes }: any) => `${id}: ${nodes[0].html.slice(0, 160)}`);
    });
    const flaws = (await flawsOf(page)).filter((flaw) => !flaw.startsWith('inline'));
    expect([name, ...flaws, ...found]).toEqual([name]);
    await keepPicture(page, `ballot-${name}`);
  };

  it('[V14] is opened, told of as it goes, found void, held again, keyed in by a teller and revealed', async () => {
    const { meetingId, statements, act } = await onBallot(server, { speakers: 3, visibility: 'PUBLIC' });
    // One before is still being counted.
    const former = await act('openBallot', { input: { issued: 3, reveal: 'IMMEDIATE' } });
    await act('closeBallot', { cast: 3, void: 0 });
    await act('callItem', { itemId: await act('addItem', { input: { kind: 'BALLOT', title: 'Second' } }) });
    for (const [name, duty] of [
      ['recorder', 'RECORDER'],
      ['teller', 'TELLER'],
    ] as const) {
      const { id } = await anAccount(server, name);
      await server.data(
        'mutation ($meetingId: ID!, $id: ID!, $duty: Duty!) { appoint(meetingId: $meetingId, accountId: $id, duty: $duty) { duty } }',
        { meetingId, id, duty },
      );
    }
    const path = `/console/${meetingId}`;
    const { page, complaints } = await openAs(browser, server, 'recorder', path);
    const board = await openScreen(browser, `${server.url}/board/${meetingId}`);
    const state = (name: string) => board.page.locator(`html[data-state="${name}"]`).waitFor();

    // The big button leads to the form: how many sheets there are must be typed.
    await ready(page, 'OPEN_BALLOT');
    await page.getByTestId('next').click();
    await focused(page, 'Sheets issued');
    await page.keyboard.type('10');
    await row(page, 1).locator('input').first().fill('2');
    // It stays while something else is looked at; on a phone the way leads there, also where it is the part that is shown.
    await page.getByRole('link', { name: 'Agenda', exact: true }).click();
    for (const statementId of statements)
      await act('recordTally', { ballotId: former, statementId, counts: [3, 0, 0, 0] });
    await page.setViewportSize(PHONE);
    for (const _ of ['from elsewhere', 'once more']) {
      await page.evaluate(() => window.scrollTo(0, 0));
      await page.getByTestId('next').click();
      await focused(page, 'Sheets issued');
      expect(await isInSight(page.getByLabel('Sheets issued'))).toBe(true);
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    }
    await page.setViewportSize(LAPTOP);
    expect(await page.getByLabel('Sheets issued').inputValue()).toBe('10');
    await page.getByLabel('Time in minutes').fill('15');
    await page.getByLabel('Scale').selectOption('OWN');
    await page.getByRole('button', { name: 'Add a level' }).click();
    await page.getByLabel('Level 5, name').fill('五');
    await picture(page, 'form');
    await page.getByLabel('Scale').selectOption('GOOD');
    await page.getByRole('button', { name: 'Open the ballot', exact: true }).click();
    await state('BALLOT_OPEN');
    // As people reach the server, wherever the board was opened.
    await says(board.page, 'rostrum.example/enter');

    // Presses that come faster than the server answers are told together.
    const more = page.getByRole('button', { name: 'Cast: one more' });
    for (let press = 0; press < 4; press++) await more.click();
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[data-testid=cast] input')?.value === '4',
    );
    await says(board.page, '4');
    // What somebody else has reported meanwhile is not overwritten by who has not seen it.
    const asking = await hold(page, 'query BallotsOf');
    const [, { id: ballotId }] = await ballots(meetingId);
    await act('reportTurnout', { ballotId, cast: 5 });
    await more.click();
    await page.locator('[data-testid="notice"][data-outcome="TURNOUT_CHANGED"]').getByRole('button').click();
    asking();
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[data-testid=cast] input')?.value === '5',
    );
    // Nothing is left of what was typed for the ballot before, which was revealed meanwhile, nor of the form.
    expect(await warns(page)).toBe(false);
    const cast = page.getByLabel('Cast', { exact: true });
    // What has to wait while another number is told stays, and says so, whatever else is looked at.
    const telling = await hold(page, 'mutation ReportTurnout');
    for (const number of ['6', '7']) {
      await cast.fill(number);
      await page.keyboard.press('Enter');
    }
    await page.getByRole('link', { name: 'Agenda', exact: true }).click();
    await page.getByRole('link', { name: 'Ballot', exact: true }).click();
    telling();
    await says(page, 'Not saved; now 6');
    await says(board.page, '6');
    expect([await cast.inputValue(), await warns(page)]).toEqual(['7', true]);
    await picture(page, 'untold');
    // What is typed counts, also before Enter: from there one more, and in the question that closes the ballot.
    await more.click();
    await says(board.page, '8');
    await picture(page, 'open');

    // More than were issued: the round is void, and held again.
    await cast.fill('9');
    await page.getByTestId('close-ballot').click();
    expect(await page.getByLabel('Sheets collected').inputValue()).toBe('9');
    await page.getByLabel('Sheets collected').fill('11');
    await says(page, 'This round is void');
    await picture(page, 'closing');
    await page.getByRole('dialog').getByRole('button', { name: 'Close the ballot' }).click();
    await page.getByTestId('void-round').waitFor();
    await state('BALLOT_CLOSED');
    await picture(page, 'void');
    await page.getByTestId('hold-again').click();
    // What a teller has told by then is not overwritten by who has only looked at it.
    await page.getByTestId('close-ballot').click();
    const looking = await hold(page, 'query BallotsOf');
    await act('reportTurnout', { ballotId: (await ballots(meetingId))[2].id, cast: 9 });
    await page.getByRole('dialog').getByRole('button', { name: 'Close the ballot' }).click();
    looking();
    await says(page, 'Count the void sheets first');

    // A teller keys it in by the keyboard alone; a row that does not add up is not saved, and the focus stays.
    const teller = await openAs(browser, server, 'teller', `${path}#ballot`);
    await teller.page.getByLabel('Void sheets', { exact: true }).fill('1');
    // Revealing is not theirs.
    expect(await teller.page.getByTestId('reveal').count()).toBe(0);
    await teller.page.keyboard.press('Enter');
    await row(teller.page, 1).locator('input').first().focus();
    await key(teller.page, 5, 2, 1, 1, 0);
    await teller.page.locator('[data-testid="count-row"][data-state="MISFITS"]').waitFor();
    await picture(teller.page, 'misfit');
    // It stays while something else is looked at.
    await teller.page.getByRole('link', { name: 'Attendance', exact: true }).click();
    await teller.page.getByRole('link', { name: 'Ballot', exact: true }).click();
    await teller.page.locator('[data-testid="count-row"][data-state="MISFITS"]').waitFor();
    await row(teller.page, 1).locator('input').nth(3).focus();
    await key(teller.page, 0, 0, 8, 0, 0, 0, 0);
    await page.getByTestId('counted').filter({ hasText: '2 of 3' }).waitFor();
    expect(await page.getByTestId('reveal').isDisabled()).toBe(true);
    // Two rows that wait for a third are saved after it, and say so before the server is asked what it has.
    const saving = await hold(teller.page, 'mutation RecordTally');
    const reading = await hold(teller.page, 'query BallotsOf');
    await row(teller.page, 3).locator('input').first().focus();
    await key(teller.page, 4, 2, 1, 0, 1);
    await row(teller.page, 1).locator('input').first().focus();
    await key(teller.page, 4, 3, 1, 0, 0, 7, 1, 0, 0, 0);
    saving();
    for (const number of [1, 2, 3])
      await row(teller.page, number).and(teller.page.locator('[data-saved="true"]')).waitFor();
    expect(await row(teller.page, 2).locator('input').first().inputValue()).toBe('7');
    reading();
    await page.getByTestId('counted').filter({ hasText: '3 of 3' }).waitFor();
    await picture(teller.page, 'counted');
    await page.setViewportSize(PHONE);
    await picture(page, 'phone');
    await page.setViewportSize(LAPTOP);
    await page.getByTestId('reveal').click();
    await state('BALLOT_RESULT');
    await says(page, 'The result was revealed');
    await picture(page, 'revealed');
    await keepPicture(board.page, 'ballot-board');
    expect([...complaints, ...teller.complaints, ...board.complaints]).toEqual([]);
    await Promise.all([page, teller.page, board.page].map((one) => one.close()));
  }, 180_000);
});
