import type { Page } from 'playwright-core';

export const CODE = '[data-testid="pairing-code"]';

/** The code on the glass, once there is one other than this. */
export async function codeOn(page: Page, otherThan = ''): Promise<string> {
  await page.waitForFunction(
    ([place, former]) => {
      const { code } = document.querySelector<HTMLElement>(place!)?.dataset ?? {};
      return code && code !== former;
    },
    [CODE, otherThan],
  );
  return (await page.getAttribute(CODE, 'data-code'))!;
}
