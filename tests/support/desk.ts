import type { Page } from 'playwright-core';

/** Drafts, by their number on the page. */
export const drafts = (page: Page) => page.getByTestId('desk').getByTestId('draft');
export const textOf = (page: Page, number = 1) =>
  drafts(page)
    .nth(number - 1)
    .getByRole('textbox');
export const isIn = (page: Page, state: string, number = 1) =>
  drafts(page)
    .nth(number - 1)
    .and(page.locator(`[data-state="${state}"]`))
    .waitFor();

/** Whether the browser would ask before the page is left. */
export const warns = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const leaving = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving);
    return leaving.defaultPrevented;
  });
