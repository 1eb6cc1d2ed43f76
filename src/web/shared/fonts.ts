import '@fontsource/noto-sans-sc/500.css';
import '@fontsource/noto-sans-sc/700.css';
import { words } from './words.js';

/**
 * Fonts come in slices, each when one of its characters is first shown. [Z17] What the board says when the server is away can't
 * wait for that: its slices are fetched beforehand.
 */
export function fetchWordsOfNeed(): void {
  const text = Object.values(words)
    .flatMap(({ connecting, reconnecting, unreachable, stale }) => [
      connecting,
      reconnecting,
      unreachable,
      stale('0123456789:'),
    ])
    .join('');
  // A slice that can't be fetched now is asked for again when it is shown.
  for (const weight of [500, 700]) document.fonts.load(`${weight} 1em "Noto Sans SC"`, text).catch(() => undefined);
}
