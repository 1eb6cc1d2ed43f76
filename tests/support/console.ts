import type { Browser, Page } from 'playwright-core';
import { aFoundingMeeting } from './builders.js';
import { LAPTOP, openAs } from './pages.js';
import type { TestServer } from './server.js';

/** A meeting that an account, the recorder, may run. */
export async function aMeetingFor(server: TestServer, recorder: string): Promise<string> {
  const meetingId = await aFoundingMeeting(server, 'en');
  await server.data(
    'mutation ($meetingId: ID!, $id: ID!) { appoint(meetingId: $meetingId, accountId: $id, duty: RECORDER) { duty } }',
    { meetingId, id: recorder },
  );
  return meetingId;
}

/** Where the recorder runs a meeting. */
export async function openConsoleAt(browser: Browser, server: TestServer, meetingId: string, size = LAPTOP) {
  const screen = await openAs(browser, server, 'recorder', `/console/${meetingId}`, size);
  await screen.page.getByTestId('next').waitFor();
  return screen;
}

/** The button says this, and has stood long enough to be pressed. */
export const ready = (page: Page, step: string, text = '') =>
  page
    .locator(`[data-testid="next"][data-step="${step}"][data-armed="true"][aria-disabled="false"]`)
    .filter({ hasText: text })
    .waitFor();
