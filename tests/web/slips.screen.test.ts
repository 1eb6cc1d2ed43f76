import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { encode } from 'uqr';
import { keepPicture, openBrowser } from '../support/browser.js';
import { aFoundingMeeting } from '../support/builders.js';
import { openAs, says, saysOf } from '../support/pages.js';
import { startServer, type TestServer } from '../support/server.js';
import { slipsOf } from '../support/slips.js';
import { anAccount } from '../support/visitor.js';

/** The squares of a QR code as they stand on the page, line by line. */
const squaresOf = (page: Page, number: number) =>
  page
    .getByTestId('printed-slip')
    .nth(number)
    .locator('svg')
    .evaluate((svg) => {
      const size = Number(svg.getAttribute('viewBox')!.split(' ')[2]);
      const black = [
        ...svg
          .querySelectorAll('path')[1]!
          .getAttribute('d')!
          .matchAll(/M(\d+) (\d+)h1v1h-1z/g),
      ];
      const lines = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
      for (const [, x, y] of black) lines[Number(y)]![Number(x)] = true;
      return lines;
    });

describe('the slips', () => {
  let server: TestServer;
  let browser: Browser;
  beforeAll(async () => {
    server = await startServer({ PUBLIC_URL: 'http://rostrum.example' });
    browser = await openBrowser();
    await anAccount(server, 'admin', { isAdministrator: true });
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  /** The reception of a new meeting, at its slips. */
  async function atSlips(language: 'zh' | 'en') {
    const meetingId = await aFoundingMeeting(server, language);
    const { page } = await openAs(browser, server, 'admin', `/reception/${meetingId}`);
    await page.getByRole('link', { name: 'Slips' }).click();
    await page.getByTestId('slip').first().waitFor();
    return { page, meetingId };
  }
  const sheet = (page: Page) => page.getByTestId('sheet');

  it('[Q8] are issued to all who have none, and printed eight to a page, each with what is needed to enter', async () => {
    const { page, meetingId } = await atSlips('zh');
    await page.getByRole('button', { name: 'Issue to the 12 without a slip' }).click();
    await sheet(page).waitFor();
    await says(page, 'Print now');
    expect(await page.getByTestId('printed-slip').count()).toBe(12);

    const first = await page.getByTestId('printed-slip').first().innerText();
    expect(first).toContain('李勇');
    expect(first).toContain('省法院机关2021年度基层党组织书记抓党建工作述评会');
    expect(first).toContain('政治部');
    expect(first).toContain('主持、点评');
    expect(first).toContain('rostrum.example/enter');
    expect(first).toContain('有效期至');
    const code = await page.getByTestId('printed-slip').first().getByTestId('code').innerText();
    expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    const { data } = encode(`http://rostrum.example/enter#${code}`, { ecc: 'M', border: 2 });
    expect(await squaresOf(page, 0)).toEqual(data);

    // Twelve slips are two pages of A4, and nothing else is printed with them.
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)).toHaveLength(2);
    expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
    await page.emulateMedia({ media: 'print' });
    expect(await saysOf(page)).not.toMatch(/Print now|Sign out|Participants/);
    await page.setViewportSize({ width: 718, height: 1047 });
    await keepPicture(page, 'slips-printed');
    const overfull = await page
      .locator('.slip')
      .evaluateAll((slips) =>
        slips
          .filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1)
          .map(({ textContent }) => textContent),
      );
    expect(overfull).toEqual([]);
    await page.emulateMedia({ media: 'screen' });
    expect((await slipsOf(server).enter(code)).data.done).not.toBeNull();
    expect(
      (await slipsOf(server).enter((await slipsOf(server).code(meetingId, await lastOf(meetingId)))!)).errors,
    ).toBe(undefined);
    await page.close();
  });

  const lastOf = async (id: string): Promise<string> =>
    (
      await server.data('query ($id: ID!) { meeting(id: $id) { participants { id } } }', { id })
    ).meeting.participants.at(-1).id;

  it('[Q8] speak the language of the meeting, whoever prints them', async () => {
    const { page } = await atSlips('en');
    await page.getByRole('button', { name: /^Issue to/ }).click();
    await sheet(page).waitFor();
    await page.getByRole('button', { name: '中文' }).click();
    // The sheet is still there: codes are told once.
    const first = await page.getByTestId('printed-slip').first().innerText();
    expect(first).toContain('Valid until');
    expect(first).toContain('Li Yong');
    expect(await page.getByTestId('printed-slip').first().getAttribute('lang')).toBe('en');
    await says(page, '请现在打印');
    await page.close();
  });

  it('[Q8] are not lost by accident: leaving the page is asked about, and so is closing the sheet', async () => {
    const { page } = await atSlips('en');
    await page.getByRole('button', { name: /^Issue to/ }).click();
    await sheet(page).waitFor();
    const asked = page.waitForEvent('dialog');
    await page.evaluate(() => void setTimeout(() => location.assign('/')));
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();

    await page.getByRole('button', { name: 'Printed; close' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    expect(await page.getByTestId('printed-slip').count()).toBe(12);
    await page.getByRole('button', { name: 'Printed; close' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await page.locator('[data-testid="slip"][data-standing="ISSUED"]').first().waitFor();
    expect(await page.getByRole('button', { name: 'Everybody has a slip' }).isDisabled()).toBe(true);
    await page.close();
  });

  it('[Q8] can be issued again to one, and revoked, after asking once more', async () => {
    const { page } = await atSlips('en');
    const li = page.getByTestId('slip').filter({ hasText: 'Li Yong' });
    await li.getByRole('button', { name: 'Issue Li Yong' }).click();
    await sheet(page).waitFor();
    const first = await page.getByTestId('printed-slip').getByTestId('code').innerText();
    await close(page);

    await li.getByRole('button', { name: 'Issue again' }).click();
    await says(page, 'The old slip stops working');
    await keepPicture(page, 'slip-again');
    await page.getByRole('dialog').getByRole('button', { name: 'Issue again' }).click();
    await sheet(page).waitFor();
    const second = await page.getByTestId('printed-slip').getByTestId('code').innerText();
    expect(second).not.toBe(first);
    expect((await slipsOf(server).enter(first)).errors?.[0]?.extensions.code).toBe('WRONG_CODE');
    expect((await slipsOf(server).enter(second)).errors).toBe(undefined);
    await close(page);
    await page.locator('[data-testid="slip"][data-standing="USED"]').waitFor();

    await li.getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.locator('[data-testid="slip"][data-standing="REVOKED"]').waitFor();
    expect((await slipsOf(server).enter(second)).errors?.[0]?.extensions.code).toBe('WRONG_CODE');
    await page.close();
  });

  async function close(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Printed; close' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await page.getByTestId('slip').first().waitFor();
  }
});
