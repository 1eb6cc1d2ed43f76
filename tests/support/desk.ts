import type { Page } from 'playwright-core';
import type { Visitor } from './visitor.js';

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

/** What somebody has drafted on a statement, as the server has it. */
export async function keptDrafts(
  ask: Visitor,
  statementId: string,
): Promise<{ body: string; aspect: string | null }[]> {
  const { data } = await ask('query ($id: ID!) { node(id: $id) { ... on Statement { drafts { body aspect } } } }', {
    id: statementId,
  });
  return data.node.drafts;
}
