import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  isEnumType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  parse,
  printSchema,
  validate,
} from 'graphql';
import { settingsTable } from '../src/config.js';
import { examples } from '../src/demo/examples.js';
import { sentences } from '../src/errors.sentences.js';
import { words } from '../src/errors.words.js';
import { entryTypes, isAside, steps } from '../src/journal/entry.js';
import { buildRostrumSchema } from '../src/schema.js';

const read = (file: string) => readFileSync(file, 'utf8');
const files = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => found!);
/** What stands in the first list and not in the second, each once. */
const lacking = (wanted: string[], there: string[]) =>
  [...new Set(wanted)].filter((one) => !there.includes(one)).sort();

describe('the rules', () => {
  const document = all(read('docs/rules.md'), /^- \*\*([A-Z]\d+)\*\* [A-Z].*\.$/gm);
  const titles = files('tests')
    .filter((file) => file.endsWith('.test.ts'))
    .flatMap((file) => all(read(file), /['"`]((?:\[[A-Z]\d+\] )+)/g))
    .flatMap((ids) => all(ids, /([A-Z]\d+)/g));
  const comments = files('src')
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => all(read(file), /(\/\*[\s\S]*?\*\/|\/\/.*)/g))
    .flatMap((comment) => all(comment, /\[([A-Z]\d+)\]/g));

  it('are a document of IDs that are used once and run 1, 2, 3 … under each letter', () => {
    const lines = all(read('docs/rules.md'), /^- (.*)$/gm);
    expect(lines).toHaveLength(document.length);
    const letters = new Set(document.map(([letter]) => letter));
    for (const letter of letters) {
      const own = document.filter((id) => id.startsWith(letter!));
      expect(own).toEqual(own.map((_, index) => `${letter}${index + 1}`));
    }
  });

  it('are each quoted by a test', () => {
    expect(lacking(document, titles)).toEqual([]);
  });

  it('are all that tests quote', () => {
    expect(lacking(titles, document)).toEqual([]);
  });

  it('are all that the code quotes', () => {
    expect(lacking(comments, document)).toEqual([]);
  });

  it('are each quoted by the code, but for those of the database’s folder (D) and of the whole (X)', () => {
    const whole = document.filter((id) => /^[DX]/.test(id));
    expect(lacking(document, [...comments, ...whole])).toEqual([]);
  });
});

describe('the sentences', () => {
  const details = (sentence: string) => [...new Set(all(sentence, /\{(\w+)\}/g))].sort();

  it.each(Object.entries({ ...words, ...sentences }))('[E5] %s has two, with the same details', (_, { zh, en }) => {
    expect(details(zh)).toEqual(details(en));
    expect(zh.trim()).not.toBe('');
    expect(en.trim()).not.toBe('');
  });

  it('[E5] have a word for whatever is not found', () => {
    const named = files('src')
      .filter((file) => file.endsWith('.ts') && !file.startsWith('src/web'))
      .flatMap((file) => all(read(file), /(?:\breference\(|\bid\(|what: )'([a-z]\w+)'/g));
    expect(named).toContain('display');
    expect(lacking(named, Object.keys(words))).toEqual([]);
  });

  it('[E5] [U2] name all that can stand in the way of an undo', () => {
    const others = entryTypes.filter((type) => !(steps as readonly string[]).includes(type) && !isAside(type));
    const unnamed = others.filter((type) => !(type in words));
    expect(unnamed).toEqual(['MeetingCreated', 'StepUndone']);
  });

  it.each(Object.entries(sentences))('[E5] %s is said in Chinese and in English', (_, { zh, en }) => {
    expect(zh).toMatch(/[\u3001-\u9fff\uff01-\uff5e]/);
    expect(en).not.toMatch(/[\u3001-\u9fff\uff01-\uff5e]/);
  });
});

describe('the schema', () => {
  it('is emitted as it is committed', async () => {
    const [heading, blank, ...committed] = read('schema/schema.graphql').split('\n');
    expect(heading).toMatch(/^# .+\.$/);
    expect(blank).toBe('');
    expect(committed.join('\n')).toBe(`${printSchema(lexicographicSortSchema(await buildRostrumSchema()))}\n`);
  });

  it('describes every type, field, argument and value', async () => {
    const schema = await buildRostrumSchema();
    const parts = Object.values(schema.getTypeMap())
      .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
      .flatMap((type) => {
        const inside = isEnumType(type) ? type.getValues() : 'getFields' in type ? Object.values(type.getFields()) : [];
        const prefixed = inside.map(({ name, description }) => ({ name: `${type.name}.${name}`, description }));
        const args = isObjectType(type)
          ? Object.values(type.getFields()).flatMap((field) =>
              field.args.map(({ name, description }) => ({ name: `${type.name}.${field.name}(${name})`, description })),
            )
          : [];
        return [{ name: type.name, description: type.description }, ...prefixed, ...args];
      });
    expect(parts.length).toBeGreaterThan(300);
    const silent = parts.filter(({ description }) => !description?.trim()).map(({ name }) => name);
    expect(silent).toEqual([]);
  });
});

describe('the operations that are written down', () => {
  /** Operations stand as text: in the screens as the argument of operation(), in the README as graphql code. */
  const inScreens = files('src/web').flatMap((file) =>
    [...read(file).matchAll(/operation\((['`])([\s\S]*?)\1\)/g)].map(([, , text]) => [file, text ?? ''] as const),
  );
  const inReadme = [...read('README.md').matchAll(/```graphql\n([\s\S]*?)```/g)].map(
    ([, text]) => ['README.md', text ?? ''] as const,
  );
  const inExplorer = examples.map(({ name, document }) => [name, document] as const);

  it('are found', () => {
    expect(inScreens).toHaveLength(107);
    expect(inReadme).toHaveLength(3);
  });

  it.each([...inScreens, ...inReadme, ...inExplorer])('fit the schema: %s', async (_, text) => {
    expect(validate(await buildRostrumSchema(), parse(text))).toEqual([]);
  });

  it('are the same in the README as in the explorer', () => {
    const bare = (text: string) => text.replace(/^(query|subscription) \w+/, '$1').replace(/\s+/g, '');
    const offered = examples.map(({ document }) => bare(document));
    for (const [, text] of inReadme) expect(offered).toContain(bare(text));
  });
});

describe('the house', () => {
  it('has no style sheet that no page loads', () => {
    const loaded = files('src/web').flatMap((file) =>
      all(read(file), /(?:import|href=|@import) ?['"](\.[^'"]+\.css)['"]/g).map((path) => join(file, '..', path)),
    );
    expect(
      lacking(
        files('src/web').filter((file) => file.endsWith('.css')),
        loaded,
      ),
    ).toEqual([]);
  });

  it('has no file of more than 250 lines', () => {
    const long = files('src')
      .map((file) => ({ file, lines: read(file).trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > 250);
    expect(long).toEqual([]);
  });

  it('has a README with the settings as they are in the code', () => {
    const [, table] = /<!-- settings -->\n([\s\S]*?)\n<!-- \/settings -->/.exec(read('README.md')) ?? [];
    expect(table).toBe(settingsTable());
  });
});
