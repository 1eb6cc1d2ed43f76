import type { Browser, Locator, Page } from 'playwright-core';
import { openScreen, type Screen, type Size } from './browser.js';
import type { TestServer } from './server.js';
import { PASSWORD } from './visitor.js';

export const PHONE: Size = { width: 390, height: 844 };
export const SMALL: Size = { width: 360, height: 740 };
export const LAPTOP: Size = { width: 1366, height: 768 };

/** Fills in the sign-in page. */
export async function fillIn(page: Page, name: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** A browser of its own in which somebody has signed in and gone on to a page; it speaks English. */
export async function openAs(
  browser: Browser,
  server: TestServer,
  name: string,
  path: string,
  size: Size = LAPTOP,
): Promise<Screen> {
  const [bare, hash] = path.split('#');
  const to = `${bare}?lang=en${hash ? `#${hash}` : ''}`;
  const screen = await openScreen(browser, `${server.url}/sign-in?lang=en&to=${encodeURIComponent(to)}`, size);
  await fillIn(screen.page, name);
  await screen.page.waitForURL((url) => url.pathname === bare);
  return screen;
}

/** What the page says, without line breaks. */
export const saysOf = async (page: Page): Promise<string> => (await page.innerText('body')).replaceAll(/\s+/g, ' ');

/** Waits until the page says this, wherever lines break. */
export const says = (page: Page, text: string) =>
  page.waitForFunction(
    (part) => document.body.innerText.replace(/\s+/g, '').includes(part),
    text.replaceAll(/\s+/g, ''),
  );

/** Waits until it has the focus: a field that begins with it, and what a dialog gives it back to, have it a frame later. */
export const hasFocus = (control: Locator) => control.and(control.page().locator(':focus')).waitFor();

/** Fields and buttons without a name, and whatever is wider than the window. */
export const flawsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const shown = (element: Element) => (element as HTMLElement).offsetParent !== null;
    const nameOf = (element: Element): string => {
      const labels = [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent).join('');
      return (
        (element.getAttribute('aria-label') ?? '') + labels + (element.matches('a, button') ? element.textContent : '')
      );
    };
    const nameless = [...document.querySelectorAll('a, button, input, select, summary')]
      .filter((element) => shown(element) && !element.matches('summary') && nameOf(element).trim() === '')
      .map((element) => `no name: ${element.outerHTML.slice(0, 120)}`);
    const wide = document.documentElement.scrollWidth > window.innerWidth ? ['wider than the window'] : [];
    // A script has sized and placed what is drawn in small; no such style stands in the page as it was sent.
    const inline = document.querySelectorAll(
      '[style]:not(.scaled, .scaled > iframe), style:not([data-vite-dev-id]), script:not([src])',
    ).length;
    const headings = document.querySelectorAll('h1').length;
    return [
      ...nameless,
      ...wide,
      ...(inline > 0 ? ['inline style or script'] : []),
      ...(headings === 1 ? [] : [`${headings} headings of the page`]),
      ...(document.documentElement.lang ? [] : ['no language']),
      ...(document.title ? [] : ['no title']),
    ];
  });
