import type { Page } from 'playwright-core';

/** Somebody at a console in Chinese, who knows nothing but what it shows. */
export function operatorAt(page: Page) {
  const button = page.getByTestId('next');
  /** What stands on it has stood there long enough to have been read. */
  const armed = page.locator('[data-testid="next"][data-armed="true"][aria-disabled="false"]');
  const next = async () => (await button.innerText()).replaceAll(/\s+/g, ' ');
  /** Waits until the space bar is taken for "next", and answers what stands on the button then. */
  async function aim(): Promise<string> {
    await armed.waitFor();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    return next();
  }
  const strike = () => page.keyboard.press('Space');
  /** Something else stands where this stood. */
  const moved = (before: string) =>
    page.waitForFunction((said) => {
      const place = document.querySelector<HTMLElement>('[data-testid="next"], [data-testid="next-none"]');
      return place !== null && place.innerText.replaceAll(/\s+/g, ' ') !== said;
    }, before);

  return {
    page,
    /** What stands on the large button. */
    next,
    aim,
    strike,
    moved,
    /** Makes the step on the button by the space bar. */
    async press() {
      const before = await aim();
      await strike();
      await moved(before);
    },
    tab: (name: string) => page.getByRole('link', { name, exact: true }).click(),
    deed: (name: string) => page.getByTestId(name).click(),

    /** Chooses from what is found for a text, or makes it anew where there is none. */
    async choose(label: string, text: string, option: string) {
      await page.getByRole('combobox', { name: label, exact: true }).fill(text);
      await page.getByRole('option', { name: option }).first().click();
    },

    /** Writes a comment at the desk and shows it to the room. */
    async comment(text: string, aspect = '优点') {
      await this.tab('点评');
      const draft = page.locator('[data-testid="draft"]').last();
      await draft.getByRole('textbox').fill(text);
      await draft.getByRole('button', { name: new RegExp(aspect) }).click();
      await draft.locator('[data-testid="draft-state"][data-state="SAVED"]').waitFor();
      await draft.getByRole('textbox').press('Control+Enter');
      await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    },
  };
}

export type Operator = ReturnType<typeof operatorAt>;
