/** Where a page may end, best first, and how much of the page may be given up for it. */
const ENDS: readonly { readonly after: RegExp; readonly within: number }[] = [
  { after: /^[。！？!?\n]$/u, within: 0.4 },
  { after: /^[；;.]$/u, within: 0.35 },
  { after: /^[，、,：:]$/u, within: 0.25 },
  { after: /^\s$/u, within: 0.2 },
];
const CLOSING = /^[。！？!?；;.，、,：:”’」』）)》】…—]$/u;

function endOf(characters: readonly string[], start: number, most: number): number {
  let full = start + most;
  for (const { after, within } of ENDS) {
    for (let end = full; end > full - most * within && end > start; end--) {
      const last = characters[end - 1] ?? '';
      const isDecimal = last === '.' && /\d/.test(characters[end] ?? '');
      if (!after.test(last) || isDecimal) continue;
      // The closing marks behind it stay with their sentence if the page can hold them.
      let past = end;
      while (past < full && CLOSING.test(characters[past] ?? '')) past++;
      return past;
    }
  }
  while (full > start + 1 && CLOSING.test(characters[full] ?? '')) full--;
  return full;
}

/** Cuts a text into pages that `fits` accepts: at the end of a sentence where possible, never inside a character. */
export function paginate(text: string, fits: (part: string) => boolean): string[] {
  const characters = [...new Intl.Segmenter().segment(text.trim())].map(({ segment }) => segment);
  const part = (start: number, end: number): string => characters.slice(start, end).join('').trim();
  const pages: string[] = [];
  let start = 0;
  while (start < characters.length) {
    if (fits(part(start, characters.length))) {
      pages.push(part(start, characters.length));
      break;
    }
    let low = 1;
    let high = characters.length - start;
    while (low < high - 1) {
      const middle = (low + high) >> 1;
      if (fits(part(start, start + middle))) low = middle;
      else high = middle;
    }
    const end = endOf(characters, start, low);
    pages.push(part(start, end));
    start = end;
  }
  return pages.filter(Boolean);
}

const READING_SPEED = 4.5;
const SHORTEST = 6_000;
/** While a page fades in nobody reads it. */
const FADE = 250;

/** How long a page stays: time to read it at 4.5 characters a second, and 6 s at least. */
export function pageMilliseconds(page: string): number {
  return FADE + Math.max(SHORTEST, ([...page].length / READING_SPEED) * 1_000);
}
