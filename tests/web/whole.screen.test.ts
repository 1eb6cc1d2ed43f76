import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { keepPicture, openBrowser, openScreen, type Screen } from '../support/browser.js';
import { aFoundingMeeting, idsOf } from '../support/builders.js';
import { flawsOf, hasFocus, LAPTOP, openAs, SMALL } from '../support/pages.js';
import { startServer, type TestServer } from '../support/server.js';
import { slipsOf } from '../support/slips.js';
import { anAccount } from '../support/visitor.js';

/** Each page, and what shows that it is there. */
const pages = (meetingId: string) =>
  ({
    'sign-in': ['/sign-in', '[name="password"]'],
    invite: ['/invite', '.note'],
    enter: ['/enter', '.note'],
    home: ['/', '[data-testid="meeting"]'],
    participants: [`/reception/${meetingId}`, '[data-testid="participant"]'],
    slips: [`/reception/${meetingId}#slips`, '[data-testid="slip"]'],
    displays: [`/reception/${meetingId}#displays`, '.pair'],
    accounts: ['/admin', '[data-testid="account"]'],
    audit: ['/admin#audit', '[data-testid="entry"]'],
  }) as const;

describe('every page', () => {
  let server: TestServer;
  let browser: Browser;
  let meetingId: string;
  let screen: Screen;
  beforeAll(async () => {
    server = await startServer();
    browser = await openBrowser();
    meetingId = await aFoundingMeeting(server);
    await anAccount(server, 'admin', { isAdministrator: true });
    screen = await openAs(browser, server, 'admin', '/');
    screen.page.on('console', (message) => message.type() === 'error' && screen.complaints.push(message.text()));
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  it.each(Object.keys(pages('')) as (keyof ReturnType<typeof pages>)[])(
    '[Q13] is whole, named and in its language on a small phone and on a laptop: %s',
    async (name) => {
      const [path, sign] = pages(meetingId)[name];
      const { page, strangers, complaints } = screen;
      for (const size of [SMALL, LAPTOP]) {
        for (const language of ['zh', 'en']) {
          await page.setViewportSize(size);
          const [before, hash = ''] = path.split('#');
          await page.goto(`${server.url}${before}?lang=${language}${hash && `#${hash}`}`);
          await page.waitForSelector(sign);
          await page.waitForSelector('main[aria-busy="false"]');
          expect(await page.getAttribute('html', 'lang')).toBe(language === 'zh' ? 'zh-CN' : 'en');
          expect({ flaws: await flawsOf(page), strangers, complaints }).toEqual({
            flaws: [],
            strangers: [],
            complaints: [],
          });
          await keepPicture(page, `${name}-${size === SMALL ? 'phone' : 'laptop'}-${language}`);
        }
      }
    },
  );

  it('[Q13] can be used by keyboard alone: a code is typed, leaving is asked and taken back', async () => {
    const { chair } = await idsOf(server, meetingId);
    const code = await slipsOf(server).code(meetingId, chair);
    const { page } = await openScreen(browser, `${server.url}/enter?lang=en`, SMALL);
    await hasFocus(page.getByLabel('Code'));
    await page.keyboard.type(code);
    await page.keyboard.press('Enter');
    await page.getByTestId('entered').waitFor();
    const leave = page.getByRole('button', { name: 'Leave early' });
    for (let step = 0; step < 10 && !(await leave.evaluate((one) => one === document.activeElement)); step++) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    // The focus is where it was.
    await hasFocus(leave);
    await page.close();
  });

  it.each(['sign-in', 'invite', 'enter', 'reception', 'admin'])(
    '[Q13] has scripts of 60 kB at most, and none in itself: %s',
    (name) => {
      const html = readFileSync(`dist/web/${name}/index.html`, 'utf8');
      const scripts = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, file]) => file!);
      expect(scripts.length).toBeGreaterThan(0);
      const size = scripts.reduce((sum, file) => sum + gzipSync(readFileSync(`dist/web/${file}`)).length, 0);
      expect(size).toBeLessThan(60_000);
      expect(html).not.toMatch(/<style|style=|<script(?![^>]*src=)|\son\w+=/);
    },
  );
});
