import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { onBallot } from '../support/ballot.js';
import { keepPicture, openBrowser, openScreen } from '../support/browser.js';
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
    const { meetingId } = await onBallot(server, { speakers: 3, visibility: 'PUBLIC' });
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
    await page.getByTestId('next').and(page.locator('[data-step="OPEN_BALLOT"]')).waitFor();
    await page.getByRole('link', { name: 'Ballot', exact: true }).click();
    await page.getByLabel('Sheets issued').fill('10');
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
    await page.getByLabel('Cast', { exact: true }).fill('7');
    await page.keyboard.press('Enter');
    await picture(page, 'open');

    // More than were issued: the round is void, and held again.
    await page.getByTestId('close-ballot').click();
    await page.getByLabel('Sheets collected').fill('11');
    await says(page, 'This round is void');
    await picture(page, 'closing');
    await page.getByRole('dialog').getByRole('button', { name: 'Close the ballot' }).click();
    await page.getByTestId('void-round').waitFor();
    await state('BALLOT_CLOSED');
    await page.getByTestId('hold-again').click();
    await page.getByTestId('close-ballot').click();
    await page.getByLabel('Sheets collected').fill('9');
    await page.getByRole('dialog').getByRole('button', { name: 'Close the ballot' }).click();
    await says(page, 'Count the void sheets first');

    // A teller keys it in by the keyboard alone; a row that does not add up is not saved, and the focus stays.
    const teller = await openAs(browser, server, 'teller', `${path}#ballot`);
    await teller.page.getByLabel('Void sheets', { exact: true }).fill('1');
    await teller.page.keyboard.press('Enter');
    await row(teller.page, 1).locator('input').first().focus();
    await key(teller.page, 5, 2, 1, 1, 0);
    await teller.page.locator('[data-testid="count-row"][data-state="MISFITS"]').waitFor();
    await picture(teller.page, 'misfit');
    await row(teller.page, 1).locator('input').nth(3).focus();
    await key(teller.page, 0, 0, 8, 0, 0, 0, 0);
    await page.getByTestId('counted').filter({ hasText: '2 of 3' }).waitFor();
    expect(await page.getByTestId('reveal').isDisabled()).toBe(true);
    await key(teller.page, 4, 2, 1, 0, 1);
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
