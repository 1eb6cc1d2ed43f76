import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** An operation stands as text: as the argument of operation(), or as the `query` of a client that has no types. */
const WRITTEN = /\boperation\(\s*(['`])([\s\S]*?)\1\s*,?\s*\)|\bquery: (['`])([\s\S]*?)\3/g;
/** Put together or escaped: not as it is sent. */
const IS_MADE = /\\|\$\{/;
const CALLED = /\boperation\(/g;

/** All operations that the screens send, by the SHA-256 of their text, which goes to the server as it stands. [G14] */
export async function operationsOfScreens(folder = 'src/web'): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /(?<!\.d)\.tsx?$/.test(entry.name));
  const texts = await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const code = await readFile(join(parentPath, name), 'utf8');
      const found = [...code.matchAll(WRITTEN)];
      const typed = found.filter(([whole]) => whole.startsWith('operation'));
      if (typed.length !== (code.match(CALLED) ?? []).length)
        throw new Error(`${name}: an operation is not plain text`);
      const untyped = found.flatMap(([, , , , text]) => (text === undefined || IS_MADE.test(text) ? [] : text));
      return [...typed.map(([, , text = '']) => plain(text, name)), ...untyped];
    }),
  );
  const sorted = texts.flat().toSorted();
  return Object.fromEntries(sorted.map((text) => [createHash('sha256').update(text).digest('hex'), text]));
}

function plain(text: string, file: string): string {
  if (IS_MADE.test(text)) throw new Error(`${file}: an operation is put together or escaped; write it as it is sent`);
  return text;
}
