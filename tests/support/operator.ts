import type { Page } from 'playwright-core';

/** Somebody at a console in Chinese, who knows nothing but what it shows. */
export function operatorAt(page: Page) {
  const button = page.getByTestId('next');
  const enabled = page.locator('[data-testid="next"][aria-disabled="false"]');
  const next = async () => (await button.innerText()).replaceAll(/\s+/g, ' ');

  /** Waits until the button says something else; false: it says that it was pressed too soon. */
  const isMade = (before: string) =>
    page
      .waitForFunction((said) => {
        const words = document.querySelector<HTMLElement>('[data-testid="next"], [data-testid="next-none"]')?.innerText;
        if (words && words.replaceAll(/\s+/g, ' ') !== said) return 'made';
        const hint = document.querySelector<HTMLElement>('[data-testid="next-hint"]')?.innerText ?? '';
        return hint.includes('刚刚变化') && 'too soon';
      }, before)
      .then((outcome) => outcome.jsonValue())
      .then((outcome) => outcome === 'made');

  return {
    page,
    /** What stands on the large button. */
    next,
    /** Presses the space bar until the step on the button is made; once, unless it had just come there. */
    async press() {
      await enabled.waitFor();
      const before = await next();
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      do await page.keyboard.press('Space');
      while (!(await isMade(before)));
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
