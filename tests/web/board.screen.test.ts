import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { comments, requirements } from '../../src/demo/founding.texts.js';
import {
  HALL,
  keepPicture,
  openBrowser,
  openScreen,
  PORTRAIT,
  type Screen,
  shownStates,
  showsState,
} from '../support/browser.js';
import { aFoundingMeeting, command, idsOf, perform } from '../support/builders.js';
import { TOKEN } from '../support/credentials.js';
import { cloneDatabase } from '../support/database.js';
import { CODE, codeOn } from '../support/pairing.screen.js';
import { post, spawnServer } from '../support/process.js';
import { startServer, type TestServer } from '../support/server.js';

/** Waits until the page says this, wherever lines break. */
const says = (page: Page, text: string) =>
  page.waitForFunction((part) => document.body.innerText.replace(/\s/g, '').includes(part), text.replace(/\s/g, ''));

const FOLLOWED = ['STANDBY', 'AGENDA', 'STATEMENT', 'COMMENT', 'INTERMISSION', 'REQUIREMENTS', 'CLOSED'];

describe('the board', () => {
  let server: TestServer;
  let browser: Browser;
  beforeAll(async () => {
    server = await startServer();
    browser = await openBrowser();
  });
  const children: ChildProcess[] = [];
  afterAll(async () => {
    for (const child of children) child.kill();
    await browser.close();
    await server.stop();
  });

  it('[X3] follows the rehearsal through every state, in both sizes and languages, and asks no other server for anything', async () => {
    const id = await aFoundingMeeting(server);
    const url = `${server.url}/board/${id}`;
    const screens: Record<string, Screen> = {
      hall: await openScreen(browser, url, HALL),
      portrait: await openScreen(browser, `${url}?lang=en`, PORTRAIT),
    };
    const pages = Object.entries(screens);
    // Slower when pictures are taken, which takes its time.
    const speed = process.env.SCREENSHOTS ? '40' : '600';
    await Promise.all(pages.map(([, { page }]) => showsState(page, 'STANDBY')));
    for (const [size, { page }] of pages) await keepPicture(page, `${size}-STANDBY`);

    const rehearsal = spawn(
      process.execPath,
      ['dist/src/demo/rehearse.js', '--speed', speed, '--meeting', id, '--url', `${server.url}/graphql`],
      { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ROSTRUM_TOKEN: TOKEN } },
    );
    children.push(rehearsal);
    const played = once(rehearsal, 'exit');
    if (process.env.SCREENSHOTS) {
      for (const state of FOLLOWED.slice(1)) {
        await Promise.all(pages.map(([, { page }]) => showsState(page, state, 120_000)));
        for (const [size, { page }] of pages) await keepPicture(page, `${size}-${state}`);
      }
    }
    expect((await played)[0]).toBe(0);
    await Promise.all(pages.map(([, { page }]) => showsState(page, 'CLOSED', 120_000)));
    for (const [, { page, strangers, complaints }] of pages) {
      expect([...new Set(await shownStates(page))].filter((state) => state !== 'LOADING')).toEqual(FOLLOWED);
      expect(strangers).toEqual([]);
      expect(complaints).toEqual([]);
      expect(await page.title()).toContain('2021');
    }
    expect(await screens.hall?.page.getAttribute('html', 'lang')).toBe('zh-CN');
    expect(await screens.portrait?.page.getAttribute('html', 'lang')).toBe('en');
    await Promise.all(pages.map(([, { page }]) => page.close()));
  }, 180_000);

  it('[K4] [K5] counts who has signed in while the meeting is awaited', async () => {
    const id = await aFoundingMeeting(server);
    const { chair, speakers, guests } = await idsOf(server, id);
    const url = `${server.url}/board/${id}`;
    const hall = (await openScreen(browser, url, HALL)).page;
    const portrait = (await openScreen(browser, `${url}?lang=en`, PORTRAIT)).page;
    const shows = async (chinese: string, english: string) => {
      await says(hall, chinese);
      await says(portrait, english);
    };
    const come = (participantId: string) => perform(server, 'signInParticipant', { meetingId: id, participantId });
    await shows('签到 已签到 0 人，应到 11 人', 'Signed in 0 of 11 expected');
    for (const participantId of [chair, ...guests, ...speakers.slice(0, 2)]) await come(participantId);
    await shows('已签到 3 人，应到 11 人', '3 of 11 expected');
    await keepPicture(hall, 'hall-STANDBY-attendance');
    await keepPicture(portrait, 'portrait-STANDBY-attendance');
    await perform(server, 'unscheduleMeeting', { meetingId: id });
    await perform(server, 'updateMeeting', { meetingId: id, input: { quorum: 4 } });
    await perform(server, 'scheduleMeeting', { meetingId: id });
    await shows('应到 11 人 法定人数 4 人，尚未达到', '3 of 11 expected Quorum 4, not reached yet');
    await come(speakers[2]!);
    await shows('已签到 4 人，应到 11 人 法定人数 4 人，已达到', '4 of 11 expected Quorum 4, reached');
    await keepPicture(hall, 'hall-STANDBY-quorum');
    await keepPicture(portrait, 'portrait-STANDBY-quorum');
    await Promise.all([hall.close(), portrait.close()]);
  });

  it('[X4] shows the speaker, the countdown, the comment and the requirements as they come', async () => {
    const id = await aFoundingMeeting(server);
    const { page } = await openScreen(browser, `${server.url}/board/${id}`);
    const act = async (name: string, types: Record<string, string> = {}, values: object = {}) => {
      const { data, errors } = await command(server, id, name, types, values);
      expect(errors).toBeUndefined();
      return data.done!;
    };
    const { meeting } = await server.data(
      'query ($id: ID!) { meeting(id: $id) { agenda { id kind statement { id } } participants(duty: COMMENTER) { id } } }',
      { id },
    );
    const items = (kind: string) => meeting.agenda.filter((item: { kind: string }) => item.kind === kind);
    const [first] = items('STATEMENT');

    await act('openMeeting');
    await act('callItem', { itemId: 'ID!' }, { itemId: first.id });
    await showsState(page, 'STATEMENT');
    await says(page, '陈一（示例）');
    await says(page, '07:');
    await act('pauseTurn');
    await says(page, '暂停');
    await act('resumeTurn');
    await act('extendTurn', { seconds: 'Int!' }, { seconds: -450 });
    await says(page, '即将到时');
    await act('extendTurn', { seconds: 'Int!' }, { seconds: -20 });
    await says(page, '超时');
    await keepPicture(page, 'hall-OVERTIME');
    await act('endStatement');
    await showsState(page, 'COMMENT');
    const input = {
      statementId: first.statement.id,
      authorId: meeting.participants[0].id,
      body: comments[0]![0]!.body.zh,
      aspect: 'STRENGTH',
    };
    const { subjectId: commentId } = await act('postComment', { input: 'CommentInput!' }, { input });
    await says(page, '统筹机关党建有章法');
    await act(
      'correctComment',
      { commentId: 'ID!', input: 'CorrectionInput!' },
      { commentId, input: { body: '更好的说法', reason: '口误' } },
    );
    await says(page, '更正');
    await keepPicture(page, 'hall-CORRECTED');
    await act('retractComment', { commentId: 'ID!', reason: 'String!' }, { commentId, reason: '误发' });
    await page.waitForFunction(() => !document.body.innerText.includes('更好的说法'));
    await act(
      'skipComment',
      { statementId: 'ID!', reason: 'String!' },
      { statementId: first.statement.id, reason: '另行点评' },
    );
    await act('callItem', { itemId: 'ID!' }, { itemId: items('REQUIREMENTS')[0].id });
    for (const { heading } of requirements) {
      await act('revealRequirement');
      await says(page, heading.zh.slice(0, 6));
    }
    await keepPicture(page, 'hall-REQUIREMENTS-4');
    await page.close();
  });

  it('[X5] [Y6] keeps what it shows when the server goes away, says so, and comes back by itself', async () => {
    const database = await cloneDatabase();
    const first = await spawnServer({ DATABASE_URL: database.url });
    const found = await post(first.url, '{ meetings { edges { node { id agenda { id } } } } }');
    const { id, agenda } = found.data.meetings.edges[0].node;
    await post(first.url, 'mutation ($id: ID!) { openMeeting(meetingId: $id) { seq } }', { id });
    const hurried = { isHurried: true };
    const { page } = await openScreen(browser, `${first.url}/board/${id}`, HALL, hurried);
    const unpaired = (await openScreen(browser, `${first.url}/display?lang=en`, HALL, hurried)).page;
    await showsState(page, 'AGENDA');
    const code = await codeOn(unpaired);
    await first.end('SIGKILL');
    await page.waitForSelector('[data-connection="lost"], [data-connection="reconnecting"]', { state: 'attached' });
    await page.clock.fastForward(3_100);
    await page.waitForSelector('[data-connection="reconnecting"]', { state: 'attached' });
    await says(page, '重连中');
    await page.clock.fastForward(8_000);
    await unpaired.clock.fastForward(12_000);
    await page.waitForSelector('[data-connection="stale"]');
    await says(page, '画面可能不是最新');
    await says(page, '机关党委述职');
    await keepPicture(page, 'hall-STALE');
    await unpaired.waitForSelector('[data-testid="stale"]');
    expect(await unpaired.innerText('[data-testid="stale"]')).toContain('The server cannot be reached; trying again');
    expect(await unpaired.getAttribute(CODE, 'data-code')).toBe(code);
    await keepPicture(unpaired, 'pairing-away');

    const second = await spawnServer({ DATABASE_URL: database.url, PORT: new URL(first.url).port });
    const call = 'mutation ($id: ID!, $itemId: ID!) { callItem(meetingId: $id, itemId: $itemId) { seq } }';
    await post(second.url, call, { id, itemId: agenda[1].id });
    for (const screen of [page, unpaired]) await screen.clock.fastForward(5_000);
    await page.waitForSelector('[data-connection="live"]');
    await showsState(page, 'STATEMENT');
    await unpaired.waitForSelector('[data-testid="stale"]', { state: 'detached' });
    expect(await unpaired.getAttribute(CODE, 'data-code')).toBe(code);
    await Promise.all([page.close(), unpaired.close()]);
    expect(await second.end('SIGTERM')).toBe(0);
    await database.drop();
  }, 180_000);

  it('[X6] says calmly that there is no such meeting', async () => {
    const { page } = await openScreen(browser, `${server.url}/board/nothing?lang=en`);
    await page.waitForSelector('[data-testid="refused"]');
    expect(await page.innerText('body')).toContain('NOT_FOUND');
    await page.close();
  });
});
