import { describe, expect, it } from '@jest/globals';
import { keepPicture, openBrowser } from '../support/browser.js';
import { cloneDatabase } from '../support/database.js';
import { drafts, isIn, textOf, warns } from '../support/desk.js';
import { openAs } from '../support/pages.js';
import { post, type ServerProcess, spawnServer } from '../support/process.js';
import type { TestServer } from '../support/server.js';
import { anAccount } from '../support/visitor.js';

describe('the drafting desk and a server that is killed', () => {
  it('[C8] keeps what is typed meanwhile, says that it is not saved, and saves it when the server is back', async () => {
    const database = await cloneDatabase();
    let process: ServerProcess = await spawnServer({ DATABASE_URL: database.url });
    const { url } = process;
    const through = {
      url,
      data: async (query: string, variables: object) => (await post(url, query, variables)).data,
    } as TestServer;
    const { id: accountId } = await anAccount(through, 'recorder');
    const found = await post(url, '{ meetings { edges { node { id } } } }');
    const meetingId = found.data.meetings.edges[0].node.id;
    const variables = { meetingId, accountId };
    await post(
      url,
      'mutation ($meetingId: ID!, $accountId: ID!) { appoint(meetingId: $meetingId, accountId: $accountId, duty: RECORDER) { duty } }',
      variables,
    );
    const browser = await openBrowser();
    const { page } = await openAs(browser, through, 'recorder', `/console/${meetingId}#desk`);
    await drafts(page).first().waitFor();
    // It has arrived, and the server says only that its database was away: it is saved once, and goes on.
    let isFirst = true;
    await page.route('**/graphql', async (route) => {
      if (!isFirst || !route.request().postData()?.includes('mutation DraftComment')) return route.fallback();
      isFirst = false;
      await route.fetch();
      await route.fulfill({ json: { errors: [{ message: '', extensions: { code: 'UNAVAILABLE' } }] } });
    });
    await textOf(page).fill('Before.');
    await isIn(page, 'OFFLINE');
    await isIn(page, 'SAVED');
    await process.end('SIGKILL');
    await textOf(page).fill('Before. Meanwhile.');
    await isIn(page, 'OFFLINE');
    await textOf(page).press('End');
    await textOf(page).pressSequentially(' And more.');
    expect(await warns(page)).toBe(true);
    await keepPicture(page, 'desk-offline');

    process = await spawnServer({ DATABASE_URL: database.url, PORT: new URL(url).port });
    await isIn(page, 'SAVED');
    expect(await textOf(page).inputValue()).toBe('Before. Meanwhile. And more.');
    expect(await warns(page)).toBe(false);
    // Once, and as it was typed: the same page opened again has this draft and no other.
    await page.reload();
    await isIn(page, 'SAVED');
    expect(await drafts(page).count()).toBe(1);
    expect(await textOf(page).inputValue()).toBe('Before. Meanwhile. And more.');
    await browser.close();
    expect(await process.end('SIGTERM')).toBe(0);
    await database.drop();
  }, 120_000);
});
