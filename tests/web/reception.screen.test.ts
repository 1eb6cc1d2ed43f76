import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { keepPicture, openBrowser, openScreen } from '../support/browser.js';
import { aFoundingMeeting, idsOf, perform } from '../support/builders.js';
import { cloneDatabase } from '../support/database.js';
import { LAPTOP, openAs, PHONE, says } from '../support/pages.js';
import { type ServerProcess, spawnServer } from '../support/process.js';
import { startServer, type TestServer } from '../support/server.js';
import { slipsOf } from '../support/slips.js';
import { anAccount } from '../support/visitor.js';

describe('the reception', () => {
  let server: TestServer;
  let browser: Browser;
  let meetingId: string;
  let path: string;
  beforeAll(async () => {
    server = await startServer();
    browser = await openBrowser();
    meetingId = await aFoundingMeeting(server, 'en');
    path = `/reception/${meetingId}`;
    const { id } = await anAccount(server, 'teller');
    await anAccount(server, 'stranger');
    await server.data(
      'mutation ($meetingId: ID!, $id: ID!) { appoint(meetingId: $meetingId, accountId: $id, duty: TELLER) { duty } }',
      { meetingId, id },
    );
  });
  const children: ServerProcess[] = [];
  const spawn = async (environment: Record<string, string>): Promise<ServerProcess> => {
    const child = await spawnServer(environment);
    children.push(child);
    return child;
  };
  afterAll(async () => {
    for (const { child } of children) child.kill();
    await browser.close();
    await server.stop();
  });

  const row = (page: Page, name: string) => page.getByTestId('participant').filter({ hasText: name });
  const isThere = (page: Page, presence: string) =>
    page.locator(`[data-testid="participant"][data-presence="${presence}"]`).waitFor();
  const figure = async (page: Page, name: string, text: string) =>
    page.getByTestId(name).filter({ hasText: text }).waitFor();

  it('[Q6] shows how many have come and how many are missing for the quorum, as it changes', async () => {
    const { meetingId: own, chair, speakers } = await aQuorum(2);
    const { page, strangers, complaints } = await openAs(browser, server, 'teller', `/reception/${own}`);
    await figure(page, 'signed-in', '0 / 3');
    await figure(page, 'quorum', '2 missing');
    for (const participantId of [chair, speakers[0]]) {
      await perform(server, 'signInParticipant', { meetingId: own, participantId });
    }
    await figure(page, 'signed-in', '2 / 3');
    await figure(page, 'quorum', 'Reached');
    await perform(server, 'recordLeaving', { meetingId: own, participantId: chair });
    await figure(page, 'present', '1');
    await figure(page, 'signed-in', '2 / 3');
    await figure(page, 'quorum', '1 missing');
    // Whoever enters with a slip is counted like the others.
    const code = await slipsOf(server).code(own, speakers[1]!);
    await slipsOf(server).enter(code);
    await figure(page, 'signed-in', '3 / 3');
    await keepPicture(page, 'reception-quorum');
    expect({ strangers, complaints }).toEqual({ strangers: [], complaints: [] });
    await page.close();
  });

  /** A meeting with a quorum, to which the teller is appointed. */
  async function aQuorum(quorum: number) {
    const own = await aFoundingMeeting(server, 'en');
    await perform(server, 'unscheduleMeeting', { meetingId: own });
    const { chair, speakers, persons: _ } = await idsOf(server, own);
    const { meeting } = await server.data('query ($id: ID!) { meeting(id: $id) { participants { id duties } } }', {
      id: own,
    });
    const keep = [chair, ...speakers.slice(0, 2)];
    for (const speakerId of speakers.slice(2)) await dropSpeaker(own, speakerId);
    for (const { id } of meeting.participants) {
      if (!keep.includes(id)) await perform(server, 'removeParticipant', { meetingId: own, participantId: id });
    }
    await perform(server, 'updateMeeting', { meetingId: own, input: { quorum } });
    await perform(server, 'scheduleMeeting', { meetingId: own });
    const { accounts } = await server.data('{ accounts(first: 10, text: "teller") { edges { node { id } } } }');
    await server.data(
      'mutation ($meetingId: ID!, $id: ID!) { appoint(meetingId: $meetingId, accountId: $id, duty: TELLER) { duty } }',
      { meetingId: own, id: accounts.edges[0].node.id },
    );
    return { meetingId: own, chair, speakers };
  }

  async function dropSpeaker(own: string, speakerId: string): Promise<void> {
    const { meeting } = await server.data(
      'query ($id: ID!) { meeting(id: $id) { agenda { id statement { speaker { id } } } } }',
      { id: own },
    );
    const item = meeting.agenda.find((one: any) => one.statement?.speaker.id === speakerId);
    await perform(server, 'dropItem', { meetingId: own, itemId: item.id });
  }

  it('[Q7] finds participants by name, unit or presence, and signs them in, out and in again by one click', async () => {
    const { page } = await openAs(browser, server, 'teller', path);
    await page.getByTestId('participant').first().waitFor();
    expect(await page.getByTestId('participant').count()).toBe(12);
    await page.getByLabel('Find a name').fill('civil wu');
    expect(await page.getByTestId('participant').count()).toBe(1);

    const wu = row(page, 'Wu San');
    await wu.getByRole('button', { name: 'Sign in Wu San' }).click();
    await isThere(page, 'PRESENT');
    await wu.getByRole('button', { name: 'Left early' }).click();
    await isThere(page, 'LEFT');
    await wu.getByRole('button', { name: 'Came back' }).click();
    await isThere(page, 'PRESENT');

    await page.getByLabel('Find a name').fill('');
    await page.getByRole('button', { name: /^Present/ }).click();
    expect(await page.getByTestId('participant').count()).toBe(1);
    await page.getByRole('button', { name: /^Not signed in/ }).click();
    expect(await page.getByTestId('participant').count()).toBe(11);
    await keepPicture(page, 'reception');
    await page.close();
  });

  it('[Q7] is for those who have a duty there; others are told so', async () => {
    const { page } = await openAs(browser, server, 'stranger', path, PHONE);
    await page.getByTestId('not-for-you').waitFor();
    expect(await page.getByTestId('participant').count()).toBe(0);
    const { page: nobody } = await openScreen(browser, `${server.url}${path}?lang=en`, PHONE);
    await nobody.getByTestId('not-for-you').getByRole('link', { name: 'Sign in' }).waitFor();
    await page.close();
    await nobody.close();
  });

  it('[Q2] shows nothing more, within seconds, to whoever is dismissed or signed out from elsewhere', async () => {
    const { id } = await anAccount(server, 'helper');
    const { page } = await openAs(browser, server, 'helper', path);
    await page.getByTestId('not-for-you').waitFor();
    const appoint = (name: string) =>
      server.data(
        `mutation ($meetingId: ID!, $id: ID!) { done: ${name}(meetingId: $meetingId, accountId: $id, duty: RECORDER) ${name === 'appoint' ? '{ duty }' : ''} }`,
        { meetingId, id },
      );
    await appoint('appoint');
    await page.getByTestId('participant').first().waitFor();
    await appoint('dismiss');
    await page.getByTestId('not-for-you').waitFor();
    expect(await page.getByTestId('participant').count()).toBe(0);

    await appoint('appoint');
    await page.getByTestId('participant').first().waitFor();
    await server.data('mutation ($id: ID!) { suspendAccount(id: $id) { id } }', { id });
    await page.getByTestId('not-for-you').getByRole('link', { name: 'Sign in', exact: true }).waitFor();
    expect(await page.getByTestId('participant').count()).toBe(0);
    await page.close();
  });

  it('[Q12] a click that comes too late is refused in words, beside the state as it is', async () => {
    const own = await aFoundingMeeting(server, 'en');
    await anAccount(server, 'admin', { isAdministrator: true });
    const { page } = await openAs(browser, server, 'admin', `/reception/${own}`);
    const wu = row(page, 'Wu San');
    await wu.waitFor();
    // The page is kept from hearing of it before the click.
    const { page: deaf } = await openAs(browser, server, 'admin', `/reception/${own}`);
    await row(deaf, 'Wu San').waitFor();
    await deaf.route('**/graphql', (route) =>
      route.request().postData()?.includes('query Reception') ? route.abort() : route.continue(),
    );
    await perform(server, 'unscheduleMeeting', { meetingId: own });
    await row(deaf, 'Wu San').getByRole('button', { name: 'Sign in' }).click();
    await row(deaf, 'Wu San').getByRole('alert').filter({ hasText: 'The meeting is DRAFT' }).waitFor();
    await deaf.unroute('**/graphql');
    await says(page, 'nobody can sign in');
    expect(await page.getByRole('button', { name: 'Sign in Wu San' }).count()).toBe(0);
    await page.close();
    await deaf.close();
  });

  it('[Q12] two clicks at once are one command', async () => {
    const { page } = await openAs(browser, server, 'teller', path);
    const zhou = row(page, 'Zhou Er');
    await zhou.waitFor();
    let sent = 0;
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('mutation SignInParticipant')) sent++;
      await route.continue();
    });
    await zhou.getByRole('button').evaluate((button: HTMLButtonElement) => {
      button.click();
      button.click();
      button.click();
    });
    await page.locator('[data-presence="PRESENT"]').filter({ hasText: 'Zhou Er' }).first().waitFor();
    expect(sent).toBe(1);
    await page.close();
  });

  it('[Q12] says that the server is lost, sends nothing later, and shows the present state when it is back', async () => {
    const database = await cloneDatabase();
    const first = await spawn({ DATABASE_URL: database.url });
    const link = /Operator\s+(\S+)/.exec(first.output())![1]!;
    const { page } = await openScreen(browser, link.replace('/invite', '/invite?lang=en'), LAPTOP);
    await page.getByRole('link', { name: /^Reception/ }).click();
    await page.getByTestId('participant').first().waitFor();

    await first.end('SIGKILL');
    await page.locator('[data-testid="lost"][data-lost="true"]').waitFor();
    await says(page, 'The server cannot be reached');
    const [one] = await page.getByTestId('participant').all();
    await one!.getByRole('button').click();
    await one!.getByRole('alert').filter({ hasText: 'not certain that this was done' }).waitFor();
    await keepPicture(page, 'reception-lost');

    const second = await spawn({ DATABASE_URL: database.url, PORT: new URL(first.url).port });
    await page.waitForSelector('[data-testid="lost"][data-lost="false"]', { state: 'attached' });
    await page.getByTestId('signed-in').filter({ hasText: '0 / 11' }).waitFor();
    expect(await one!.getAttribute('data-presence')).toBe('ABSENT');
    await page.close();
    await second.end('SIGTERM');
    await database.drop();
  });
});
