import type { EntityManager } from 'typeorm';
import { columns } from './chain.js';
import { loadAll, type Wanted } from './trail.load.js';
import type { Chained } from './walk.js';

/** In the order in which they are hashed, with the hash. */
const all = ['seq', 'at', ...columns, 'hash'] as const;

export interface Format {
  type: string;
  heading: string;
  line: (row: Chained) => string;
}

/** What a spreadsheet would take for a formula, in half and full width. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r]/u;

/** A cell as RFC 4180 has it. An apostrophe keeps a spreadsheet from running what somebody has put into a name. [H6] */
const cell = (value: string | number | null): string => {
  const text = String(value ?? '');
  return `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
};

const csvLine = (cells: readonly (string | number | null)[]) => `${cells.map(cell).join(',')}\r\n`;

export const formats = {
  /** For people: with the mark by which Excel knows UTF-8. */
  csv: {
    type: 'text/csv; charset=utf-8',
    heading: `\ufeff${csvLine(all)}`,
    line: (row) => csvLine(all.map((column) => row[column])),
  },
  /** For machines: every column to the letter, so that the chain can be verified from the file alone. */
  jsonl: {
    type: 'application/jsonl; charset=utf-8',
    heading: '',
    line: (row) => `${JSON.stringify(Object.fromEntries(all.map((column) => [column, row[column]])))}\n`,
  },
} satisfies Record<string, Format>;

/** The file page by page, oldest first; `count` is told how many lines each page has. */
export async function* exported(
  manager: EntityManager,
  wanted: Wanted,
  { heading, line }: Format,
  count: (lines: number) => void,
): AsyncGenerator<string> {
  let begun = heading;
  for await (const page of loadAll(manager, wanted)) {
    count(page.length);
    yield begun + page.map(line).join('');
    begun = '';
  }
  yield begun;
}
