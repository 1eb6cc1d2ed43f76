import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { keepPicture } from './browser.js';
import type { Operator } from './operator.js';
import { post } from './process.js';

/** A meeting that runs, as its rows and its boards have it. */
interface Running {
  url: string;
  meetingId: string;
  seqNow(): Promise<number>;
  /** Every board shows where the meeting is. */
  allShow(seq: number): Promise<void>;
}

const boardSeq = async (page: Page) => Number(await page.getAttribute('html', 'data-seq'));

/** Two hands, one step: the other is told, or its button has changed under it. */
export async function bothPress(operator: Operator, second: Operator, { seqNow }: Running): Promise<void> {
  const before = await seqNow();
  const both = [operator, second];
  const said = await Promise.all(both.map((one) => one.aim()));
  await Promise.all(both.map((one) => one.strike()));
  await Promise.all(both.map((one, index) => one.moved(said[index]!)));
  expect(await seqNow()).toBe(before + 1);
  for (const { page } of both)
    for (const notice of await page.getByTestId('notice').all()) {
      expect(await notice.getAttribute('data-outcome')).toBe('CONFLICT');
      await notice.getByRole('button').click();
    }
}

/** A board whose computer sleeps, so that nothing in it runs, wakes to what is now. */
export async function sleepThrough80(board: Page, { url, meetingId, seqNow, allShow }: Running): Promise<void> {
  const devtools = await board.context().newCDPSession(board);
  const asleepAt = await boardSeq(board);
  const isAsleep = new Promise((resolve) => devtools.once('Debugger.paused', resolve));
  await devtools.send('Debugger.enable');
  await devtools.send('Debugger.pause');
  await isAsleep;
  const extend = `mutation ($id: ID!, $seconds: Int!) { extendTurn(meetingId: $id, seconds: $seconds) { seq } }`;
  for (let times = 0; times < 40; times++)
    for (const seconds of [60, -60]) await post(url, extend, { id: meetingId, seconds });
  const seq = await seqNow();
  expect(seq).toBe(asleepAt + 80);
  await devtools.send('Debugger.resume');
  await devtools.detach();
  await allShow(seq);
}

/** The step is made, its answer is lost, and the line is cut for a while: the operator learns what became of it. */
export async function cutInMidAction(operator: Operator, { seqNow }: Running): Promise<void> {
  const { page } = operator;
  const context = page.context();
  const before = await seqNow();
  await page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('mutation')) return route.continue();
    await route.fetch();
    await context.setOffline(true);
    await route.abort();
  });
  const said = await operator.aim();
  await operator.strike();
  await page.getByTestId('uncertain').waitFor();
  await page.locator('[data-testid="offline"][data-lost="true"]').waitFor();
  await keepPicture(page, 'course-offline');
  expect(await page.getByTestId('next').getAttribute('aria-disabled')).toBe('true');
  await page.unroute('**/graphql');
  await context.setOffline(false);
  const late = page.locator('[data-testid="notice"][data-outcome="LATE"]');
  await late.waitFor();
  expect((await late.innerText()).replaceAll(/\s+/g, '')).toContain(said.split(' ')[0]);
  await late.getByRole('button').click();
  expect(await seqNow()).toBe(before + 1);
}
