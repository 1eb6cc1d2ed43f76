import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { boardSays, keepPicture, openBrowser, openScreen, showsState, standsStill } from '../support/browser.js';
import { aFoundingMeeting, idsOf, perform } from '../support/builders.js';
import { drafts, isIn, keptDrafts, textOf, warns } from '../support/desk.js';
import { flawsOf, openAs, PHONE } from '../support/pages.js';
import { startServer, type TestServer } from '../support/server.js';
import { slipsOf } from '../support/slips.js';
import { anAccount, type Visitor } from '../support/visitor.js';

const SENTENCE = 'The branch took political study seriously all year, and it shows in how its members work. ';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const dialog = (page: Page) => page.getByRole('dialog');

describe('the drafting desk', () => {
  let server: TestServer;
  let browser: Browser;
  let meetingId: string;
  let ids: Awaited<ReturnType<typeof idsOf>>;
  let recorder: { id: string; ask: Visitor };
  beforeAll(async () => {
    server = await startServer();
    browser = await openBrowser();
    meetingId = await aFoundingMeeting(server, 'en');
    ids = await idsOf(server, meetingId);
    recorder = await anAccount(server, 'recorder');
    await perform(server, 'appoint', { meetingId, accountId: recorder.id, duty: 'RECORDER' });
    await perform(server, 'openMeeting', { meetingId });
    await perform(server, 'callItem', { meetingId, itemId: ids.items[1] });
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  const openDesk = async (path = `/console/${meetingId}#desk`) => {
    const { page, complaints, strangers } = await openAs(browser, server, 'recorder', path);
    await drafts(page).first().waitFor();
    return { page, complaints, strangers };
  };
  /** What the recorder has drafted on a statement, as the server has it. */
  const kept = (statementId: string) => keptDrafts(recorder.ask, statementId);

  it('[C8] [C7] writes nothing over what another console has written, and loses nothing of either', async () => {
    const [{ page: one }, { page: two }] = [await openDesk(), await openDesk()];
    await textOf(one).fill('Well led.');
    await one.keyboard.press('Alt+2');
    await isIn(one, 'SAVED');
    expect(await kept(ids.statements[0]!)).toEqual([{ body: 'Well led.', aspect: 'PROBLEM' }]);
    expect(await button(one, 'Post to the board').isDisabled()).toBe(true);

    // The other console has begun nothing of its own: it shows this draft, and what is made of it here comes back.
    await drafts(two)
      .filter({ has: two.getByText('Problem').and(two.locator('[aria-pressed="true"]')) })
      .waitFor();
    const theirs = two.getByRole('textbox', { name: 'Comment by' }).last();
    await two.waitForFunction(() =>
      [...document.querySelectorAll('textarea')].some(({ value }) => value === 'Well led.'),
    );
    await theirs.fill('Well led, and widely.');
    await one.waitForFunction(() => document.querySelector('textarea')?.value === 'Well led, and widely.');
    await isIn(one, 'SAVED');

    // Both write while one has no line.
    await one.context().setOffline(true);
    await textOf(one).fill('Well led: mine.');
    await isIn(one, 'OFFLINE');
    expect(await warns(one)).toBe(true);
    await theirs.fill('Well led: theirs.');
    await drafts(two).last().and(two.locator('[data-state="SAVED"]')).waitFor();
    await one.context().setOffline(false);
    await isIn(one, 'CHANGED');
    const trouble = one.getByTestId('draft-trouble');
    await trouble.getByText('Well led: theirs.').waitFor();
    await keepPicture(one, 'desk-changed');
    expect(await textOf(one).inputValue()).toBe('Well led: mine.');
    expect((await kept(ids.statements[0]!)).map(({ body }) => body)).toEqual(['Well led: theirs.']);
    await button(one, 'Keep both').click();
    await one.waitForFunction(
      () => document.querySelectorAll('[data-testid="draft"][data-state="SAVED"]').length === 2,
    );
    expect((await kept(ids.statements[0]!)).map(({ body }) => body).sort()).toEqual([
      'Well led: mine.',
      'Well led: theirs.',
    ]);
    expect(await warns(one)).toBe(false);

    // What is discarded here is gone there.
    await button(one, 'Discard').last().click();
    await dialog(one).getByRole('button', { name: 'Discard' }).click();
    await one.waitForFunction(() => document.querySelectorAll('article[data-testid="draft"]').length === 1);
    await button(one, 'Discard').click();
    await dialog(one).getByRole('button', { name: 'Discard' }).click();
    await isIn(one, 'BLANK');
    expect(await kept(ids.statements[0]!)).toEqual([]);
    await one.close();
    await two.close();
  });

  it('[C9] [C10] [C11] shows beforehand what the room will see: posted, corrected, retracted, and in small', async () => {
    const { page, complaints, strangers } = await openDesk();
    const hall = (await openScreen(browser, `${server.url}/board/${meetingId}`)).page;
    const preview = page.frameLocator('[data-testid="preview-board"]');
    const small = page.frameLocator('[data-testid="miniature-board"]');
    const pages = (of: Page | FrameLocator) => of.getByTestId('paged').first();
    await perform(server, 'endStatement', { meetingId });
    await showsState(hall, 'COMMENT');

    await textOf(page).fill(SENTENCE.repeat(9));
    await button(page, 'Strength').or(page.locator('[data-aspect="STRENGTH"]')).first().click();
    await isIn(page, 'SAVED');
    await preview.getByTestId('aspect').waitFor();
    await standsStill(preview);
    const count = Number(await pages(preview).getAttribute('data-pages'));
    expect(count).toBeGreaterThan(1);
    await page.locator(`[data-testid="preview"][data-pages="${count}"]`).waitFor();
    const first = await preview.getByTestId('text').last().innerText();
    await button(page, 'Page 2').click();
    await preview.locator('[data-testid="paged"][data-page="2"]').first().waitFor();
    expect(await preview.getByText(`Page 2 of ${count}`).count()).toBeGreaterThan(0);

    // Nothing is posted by one key alone.
    await textOf(page).press('Control+Enter');
    await dialog(page).getByText(SENTENCE.trim()).waitFor();
    await dialog(page).getByText(`${count} pages`, { exact: false }).waitFor();
    await keepPicture(page, 'desk-post');
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    expect(await hall.getByTestId('to-come').count()).toBe(1);
    await textOf(page).press('Control+Enter');
    await dialog(page).getByRole('button', { name: 'Post' }).click();

    const row = page.getByTestId('posted-comment');
    await row.and(page.locator('[data-status="POSTED"]')).waitFor();
    await pages(hall).waitFor();
    await standsStill(hall);
    expect(await pages(hall).getAttribute('data-pages')).toBe(String(count));
    expect(await hall.getByTestId('text').last().innerText()).toBe(first);
    expect(await row.innerText()).toMatch(/posted \d\d:\d\d/);
    await isIn(page, 'BLANK');

    await row.getByRole('button', { name: 'Correct' }).click();
    await dialog(page).getByRole('textbox', { name: 'Comment' }).fill('Study was taken seriously.');
    await dialog(page).getByLabel('Reason').fill('Too long');
    await dialog(page).getByRole('button', { name: 'Correct' }).click();
    await row.and(page.locator('[data-status="CORRECTED"]')).waitFor();
    await hall.getByText('Study was taken seriously.').first().waitFor();
    await hall.getByText('Corrected').first().waitFor();
    expect(await row.innerText()).toMatch(/corrected \d\d:\d\d/);

    // The miniature is the board.
    await small.getByText('Study was taken seriously.').first().waitFor();
    expect(await boardSays(small)).toBe(await boardSays(hall));
    await page.getByTestId('miniature').getByLabel('View').selectOption({ label: 'Portrait' });
    await page.locator('[data-testid="miniature"][data-view="PORTRAIT"]').waitFor();
    await small.getByText('Study was taken seriously.').first().waitFor();
    expect(
      await page
        .getByTestId('miniature-board')
        .evaluate((frame) => [frame.getAttribute('width'), frame.getAttribute('height')]),
    ).toEqual(['1080', '1920']);

    await row.getByRole('button', { name: 'Retract' }).click();
    await dialog(page).getByLabel('Reason').fill('Meant for somebody else');
    // The meeting goes on, and back, under the hands that type: what they have typed stays.
    await perform(server, 'callItem', { meetingId, itemId: ids.items[2] });
    await row.waitFor({ state: 'detached' });
    await keepPicture(page, 'desk-moved-on');
    await perform(server, 'undoLastStep', { meetingId });
    await row.waitFor();
    expect(await dialog(page).getByLabel('Reason').inputValue()).toBe('Meant for somebody else');
    await dialog(page).getByRole('button', { name: 'Retract' }).click();
    await row.and(page.locator('[data-status="RETRACTED"]')).waitFor();
    await hall.getByTestId('to-come').waitFor();
    await dialog(page).waitFor({ state: 'detached' });
    expect(await page.innerText('body')).not.toContain('Study was taken');
    expect(await flawsOf(page)).toEqual([]);
    await keepPicture(page, 'desk');
    expect({ complaints, strangers }).toEqual({ complaints: [], strangers: [] });
    await page.close();
    await hall.close();
  });

  it('[C12] takes down requirements and texts, and is a page of its own for a commenter with a slip', async () => {
    const { page } = await openDesk();
    await button(page, 'Requirements').click();
    const rows = page.getByTestId('requirement');
    await page.getByLabel('Heading').fill('Be brief');
    await button(page, 'Add').click();
    await rows.filter({ hasText: 'Be brief' }).waitFor();
    await rows.last().getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Heading').first().fill('Be brief, and clear');
    // Somebody else changes it meanwhile: that is shown, and replaced only knowingly.
    const { requirements } = await idsOf(server, meetingId);
    const input = { heading: 'Be short', body: '' };
    await perform(server, 'updateRequirement', { meetingId, requirementId: requirements.at(-1), input });
    await page.getByText('Elsewhere it now says:').waitFor();
    expect(await button(page, 'Save').isDisabled()).toBe(true);
    await button(page, 'Use this one').click();
    await button(page, 'Save').click();
    await rows.filter({ hasText: 'Be brief, and clear' }).waitFor();
    await rows.last().getByRole('button', { name: 'Drop' }).click();
    await dialog(page).getByRole('button', { name: 'Drop' }).click();
    await rows.filter({ hasText: 'Be brief' }).waitFor({ state: 'detached' });
    expect(await flawsOf(page)).toEqual([]);

    await button(page, 'Statement texts').click();
    await page.getByLabel('Full text').first().fill('What we did this year.');
    expect(await warns(page)).toBe(true);
    await button(page, 'Save').click();
    await page.getByText('Saved', { exact: true }).waitFor();
    const { statement } = await server.data(
      'query ($id: ID!) { statement: node(id: $id) { ... on Statement { body } } }',
      {
        id: ids.statements[0],
      },
    );
    expect(statement.body).toBe('What we did this year.');
    expect(await warns(page)).toBe(false);

    // A text stays with the speaker it was begun for, and goes to nobody else when theirs is handed in elsewhere.
    const act = (name: string, more: object) => perform(server, name, { meetingId, ...more });
    const [one, other] = ids.speakers.slice(4, 6);
    for (const itemId of ids.items.slice(5, 7)) await act('dropItem', { itemId });
    const { subjectId: itemId } = await act('addItem', { input: { kind: 'WRITTEN_STATEMENTS', title: 'Papers' } });
    const form = page.locator('form', { hasText: 'Add a written statement' });
    await form.getByLabel('Full text').fill('Of the first one.');
    await act('addWrittenStatement', { itemId, speakerId: one, body: 'Elsewhere.' });
    await form.getByRole('alert').filter({ hasText: 'handed in elsewhere' }).waitFor();
    expect(await form.getByLabel('Speaker').inputValue()).toBe(one);
    expect(await form.getByRole('button', { name: 'Add' }).isDisabled()).toBe(true);
    await keepPicture(page, 'desk-written-gone');
    await form.getByLabel('Speaker').selectOption(other!);
    await form.getByRole('button', { name: 'Add' }).click();
    await form.waitFor({ state: 'detached' });
    await page.close();

    const code = await slipsOf(server).code(meetingId, ids.chair);
    const { page: phone } = await openScreen(browser, `${server.url}/enter?lang=en#${code}`, PHONE);
    await phone.getByRole('link', { name: 'Draft comments' }).click();
    await drafts(phone).first().waitFor();
    expect(new URL(phone.url()).pathname).toBe(`/desk/${meetingId}`);
    await textOf(phone).fill('From my own phone.');
    await isIn(phone, 'SAVED');
    expect(await flawsOf(phone)).toEqual([]);
    await keepPicture(phone, 'desk-phone');
    await phone.close();
  });
});
