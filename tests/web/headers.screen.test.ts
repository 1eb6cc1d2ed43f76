import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, showsState } from '../support/browser.js';
import { aFoundingMeeting, command } from '../support/builders.js';
import { startServer, type TestServer } from '../support/server.js';

describe('what browsers are told of our pages', () => {
  let server: TestServer;
  let strict: TestServer;
  let browser: Browser;
  let id: string;
  beforeAll(async () => {
    [server, strict] = await Promise.all([
      startServer(),
      startServer({
        TRUSTED_DOCUMENTS: true,
        INTROSPECTION: false,
        PUBLIC_URL: 'https://rostrum.example',
        EXPLORER: false,
      }),
    ]);
    browser = await openBrowser();
    id = await aFoundingMeeting(server);
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all([server.stop(), strict.stop()]);
  });

  /** A page that keeps what its policy forbade. */
  const openPage = async (url: string) => {
    const page = await browser.newPage();
    page.setDefaultTimeout(50_000);
    await page.route(/apollographql/, (route) => route.abort());
    await page.addInitScript(() => {
      const violations: string[] = [];
      Object.assign(window, { violations });
      document.addEventListener(
        'securitypolicyviolation',
        ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
          violations.push(`${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`),
      );
    });
    await page.goto(url);
    return page;
  };
  const violations = (page: Page) => page.evaluate(() => (window as unknown as { violations: string[] }).violations);

  it('[G13] no page of ours breaks its policy while it is used', async () => {
    const home = await openPage(`${server.url}/`);
    await home.locator('[data-testid="meeting"]').first().waitFor();
    const board = await openPage(`${server.url}/board/${id}`);
    await showsState(board, 'STANDBY');
    const explorer = await openPage(`${server.url}/explorer`);
    await explorer.locator('.graphiql-execute-button').waitFor();
    await explorer.locator('.monaco-editor .view-line').first().waitFor();
    const sandbox = await openPage(`${server.url}/graphql`);
    await sandbox.locator('a[href="/explorer"]').waitFor();
    await command(server, id, 'openMeeting');
    await showsState(board, 'AGENDA');
    for (const page of [home, board, explorer]) expect([page.url(), await violations(page)]).toEqual([page.url(), []]);
    // The test itself keeps Apollo's script away; that is no violation, and there is no other.
    expect(await violations(sandbox)).toEqual([]);
    for (const page of [home, board, explorer, sandbox]) await page.close();
  });

  it('[G13] a page’s policy forbids what it says', async () => {
    const page = await openPage(`${server.url}/`);
    const frames = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.inline = true';
      document.head.append(script);
      document.body.insertAdjacentHTML('beforeend', '<p style="color: red">x</p>');
      const reached = await fetch('https://rostrum.invalid/').then(
        () => true,
        () => false,
      );
      return { inline: 'inline' in window, reached };
    });
    expect(frames).toEqual({ inline: false, reached: false });
    const broken = (await violations(page)).map((violation) => violation.split(' ')[0]);
    expect(broken).toEqual(expect.arrayContaining(['script-src-elem', 'style-src-attr', 'connect-src']));
    await page.close();
  });

  it('[G13] pages, answers and errors have the headers that keep browsers strict', async () => {
    const boards = [`/board/${id}`, `/board-preview/${id}`];
    const pages = ['/', '/console', `/console/${id}`, `/desk/${id}`, '/me', ...boards];
    for (const path of [...pages, '/nothing', '/healthz', '/graphql', '/assets/nothing.js']) {
      for (const one of [server, strict]) {
        const { headers } = await fetch(`${one.url}${path}`, { headers: { accept: 'text/html' } });
        const policy = headers.get('content-security-policy') ?? '';
        // What isn't there is told by Express, which allows nothing at all.
        if (path.includes('nothing')) expect(policy).toBe("default-src 'none'");
        else expect(policy).toMatch(/default-src 'self'.*frame-ancestors '/);
        // Only a board is shown within other pages, and only within ours.
        const isBoard = boards.includes(path);
        if (!path.includes('nothing')) expect(policy).toContain(`frame-ancestors '${isBoard ? 'self' : 'none'}'`);
        if (!path.includes('nothing')) expect(headers.get('x-frame-options')).toBe(isBoard ? 'SAMEORIGIN' : 'DENY');
        if (path !== '/graphql') expect(policy).not.toMatch(/unsafe|https?:|\*/);
        expect(headers.get('x-content-type-options')).toBe('nosniff');
        if (path.includes('nothing')) continue;
        expect(headers.get('referrer-policy')).toBe('no-referrer');
        expect(headers.get('x-powered-by')).toBeNull();
        const transport = headers.get('strict-transport-security');
        expect(transport).toBe(one === strict ? 'max-age=31536000' : null);
      }
    }
  });

  it('[G14] our screens work where only trusted documents are taken', async () => {
    const meetingId = await strictMeeting();
    const home = await openPage(`${strict.url}/?lang=zh`);
    await home.locator('[data-testid="meeting"]').first().waitFor();
    const board = await openPage(`${strict.url}/board/${meetingId}`);
    await showsState(board, 'STANDBY');
    for (const page of [home, board]) {
      expect(await violations(page)).toEqual([]);
      await page.close();
    }
    expect((await strict.ask('{ meetings { totalCount } }')).errors?.[0]?.extensions.code).toBe('UNTRUSTED_DOCUMENT');
  });

  /** A meeting behind the doors: there, only the screens are let in. */
  async function strictMeeting(): Promise<string> {
    const { seed } = await import('../../src/demo/seed.js');
    return (await seed(strict.schema, strict.services, 'zh'))!;
  }
});
