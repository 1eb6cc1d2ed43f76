import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type FrameLocator, type Page } from 'playwright-core';

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser that browser-setup.mjs has found. */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, args, env } = JSON.parse(process.env.ROSTRUM_BROWSER ?? '{}');
  return chromium.launch({ executablePath, env: { ...process.env, ...env }, args: [...args, ...QUIET] });
}

export interface Screen {
  page: Page;
  /** Addresses that the page asked for on other hosts. */
  strangers: string[];
  /** What the page complained of. */
  complaints: string[];
}

export interface Size {
  width: number;
  height: number;
}

export const HALL: Size = { width: 1920, height: 1080 };
export const PORTRAIT: Size = { width: 1080, height: 1920 };

interface Hurry {
  /** Its clock can be moved on, so that nobody has to wait for what takes its time. */
  isHurried?: boolean;
}

export async function openScreen(
  browser: Browser,
  url: string,
  viewport: Size = HALL,
  { isHurried = false }: Hurry = {},
): Promise<Screen> {
  const page = await browser.newPage({ viewport });
  page.setDefaultTimeout(50_000);
  const screen: Screen = { page, strangers: [], complaints: [] };
  const { host } = new URL(url);
  page.on('request', (request) => {
    const asked = new URL(request.url());
    if (asked.protocol.startsWith('http') && asked.host !== host) screen.strangers.push(asked.href);
  });
  page.on('websocket', (socket) => {
    if (new URL(socket.url()).host !== host) screen.strangers.push(socket.url());
  });
  page.on('pageerror', ({ message }) => void screen.complaints.push(message));
  await page.addInitScript(recordStates);
  if (isHurried) await page.clock.install();
  await page.goto(url);
  return screen;
}

/** Runs in the page before its own scripts: no state passes too quickly to be noticed. */
function recordStates(): void {
  const states: string[] = [];
  // The root element itself is replaced when the page is parsed.
  new MutationObserver(() => {
    const { state } = document.documentElement.dataset;
    if (state && state !== states.at(-1)) states.push(state);
  }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-state'] });
  Object.assign(window, { shownStates: states });
}

/** All states that the board has shown, in order. */
export const shownStates = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { shownStates: string[] }).shownStates);

/** Waits until the board shows a state. */
export const showsState = (page: Page, state: string, timeout = 50_000) =>
  page.waitForSelector(`[data-state="${state}"]`, { state: 'attached', timeout });

/** Waits until nothing fades any more, and everything that is shown has its font and stands in it. */
export const standsStill = (of: Page | FrameLocator): Promise<void> =>
  of.locator('body').evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    do {
      await document.fonts.ready;
      await frame();
      await frame();
    } while (document.fonts.status === 'loading' || document.querySelector('[data-layer="leaving"]'));
  });

/** All that a board says, but for the time of day: two boards that are read one after the other may have another. */
export async function boardSays(of: Page | FrameLocator): Promise<string> {
  await standsStill(of);
  const layer = of.locator('[data-layer="current"]').first();
  return layer.evaluate((shown) => {
    const copy = shown.cloneNode(true) as Element;
    for (const clock of copy.querySelectorAll('[data-testid="clock"]')) clock.remove();
    return copy.textContent ?? '';
  });
}

/** Keeps a picture, if the environment names a folder for them in SCREENSHOTS. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await standsStill(page);
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
