import { readFile, writeFile } from 'node:fs/promises';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { settingsTable } from './config.js';
import { buildRostrumSchema } from './schema.js';

/**
 * `npm run schema`: writes what is made from the code: schema/schema.graphql and the README's table of settings. With
 * --check it writes nothing and fails if a file would change.
 */
const isCheck = process.argv.includes('--check');

const schema = lexicographicSortSchema(await buildRostrumSchema());
await emit(
  'schema/schema.graphql',
  () => `# Made by \`npm run schema\` from the resolvers. Don't edit.\n\n${printSchema(schema)}\n`,
);
await emit('README.md', (readme) =>
  readme.replace(
    /(<!-- settings -->\n)[\s\S]*?(\n<!-- \/settings -->)/,
    (_, begin, end) => `${begin}${settingsTable()}${end}`,
  ),
);

async function emit(file: string, make: (present: string) => string): Promise<void> {
  const present = await readFile(file, 'utf8').catch(() => '');
  const made = make(present);
  if (made === present) return;
  if (isCheck) {
    process.stderr.write(`${file} is not what the code makes of it; run npm run schema\n`);
    process.exitCode = 1;
    return;
  }
  await writeFile(file, made);
  process.stdout.write(`${file}\n`);
}
