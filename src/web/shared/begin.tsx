import { type ComponentChild, render } from 'preact';
import { readAddress } from './address.js';
import { Languages } from './language.js';

/** Shows a page in the theme and the language that its address asks for. */
export function begin(page: ComponentChild): void {
  document.documentElement.dataset.theme = readAddress(location).theme ?? 'light';
  const root = document.getElementById('page');
  if (root) render(<Languages>{page}</Languages>, root);
}
