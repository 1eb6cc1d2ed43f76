import type { Page } from 'playwright-core';
import { keepPicture } from './browser.js';
import { flawsOf, LAPTOP, PHONE } from './pages.js';

/** Whom a meeting is prepared for, as they are typed in: name and unit. */
export const SPEAKERS = [
  ['Chen Yi', 'Organ Party Committee'],
  ['Zhou Er', 'Third Criminal Court'],
  ['Wu San', 'Second Civil Court'],
  ['Zheng Si', 'Administrative Court'],
  ['Wang Wu', 'Reconsideration and Supervision Court'],
  ['Zhao Liu', 'Judges College'],
] as const;
export const OTHERS = [
  ['Tian Qi', 'Third Criminal Court'],
  ['Sun Ba', 'Second Civil Court'],
  ['Li Jiu', 'Organ Party Committee'],
  ['Qian Shi', 'Railway Transport Court'],
] as const;

export const READ = `query ($id: ID!) { meeting(id: $id) { status title plannedSeconds period venue timeZone organization { name }
  agenda { kind title plannedSeconds statements { mode speaker { person { name } } } }
  participants { id duties seat person { name post organization { name parent { name } } } } } }`;

/** What is wrong with a page in both languages, on a laptop and on a phone; it speaks English before and after. */
export async function lookAt(page: Page, name: string): Promise<string[]> {
  const flaws: string[] = [];
  for (const [size, suffix] of [
    [LAPTOP, ''],
    [PHONE, '-phone'],
  ] as const) {
    await page.setViewportSize(size);
    for (const [other, language] of [
      ['中文', 'en'],
      ['English', 'zh'],
    ] as const) {
      flaws.push(...(await flawsOf(page)).map((flaw) => `${language}${suffix}: ${flaw}`));
      await keepPicture(page, `${name}-${language}${suffix}`);
      await page.getByRole('banner').getByRole('button', { name: other }).click();
    }
  }
  await page.setViewportSize(LAPTOP);
  // A picture leaves a style of its own behind.
  return process.env.SCREENSHOTS ? flaws.filter((flaw) => !flaw.includes('inline style')) : flaws;
}

export const optionOf = (page: Page, text: string) =>
  page.locator('.combobox-option').filter({ hasText: text }).first();

export const countIs = (page: Page, count: number) =>
  page
    .getByTestId('people-count')
    .filter({ hasText: new RegExp(`^${count} participant`) })
    .waitFor();

/** With the keyboard alone: a name, whatever comes first for it, and for somebody new their unit. */
export async function addByKeys(page: Page, name: string, unit: string | null, count: number): Promise<void> {
  await page.keyboard.type(name);
  await optionOf(page, name).waitFor();
  await page.keyboard.press('Enter');
  if (unit !== null) {
    await page.getByRole('form', { name: 'A new person' }).waitFor();
    await page.keyboard.type('Secretary');
    await page.keyboard.press('Tab');
    await page.keyboard.type(unit);
    await optionOf(page, unit).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => !document.querySelector('.new-person button[type="submit"][aria-disabled]'));
    await page.keyboard.press('Enter');
  }
  // The count may be pushed before the command is answered; only then is the field empty for the next name.
  await page
    .getByTestId('added')
    .filter({ hasText: new RegExp(`${count} in all$`) })
    .waitFor();
  await countIs(page, count);
}
