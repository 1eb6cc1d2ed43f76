import { readFile, writeFile } from 'node:fs/promises';
import { minifyIntrospection, outputIntrospectionFile } from 'gql.tada/internal';
import { introspectionFromSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { accessPage } from './access/access.page.js';
import { settingsTable } from './config.js';
import { operationsOfScreens } from './operations.emit.js';
import { buildRostrumSchema } from './schema.js';

/**
 * `npm run schema`: writes what is made from the code: schema/schema.graphql, the types of the screens' operations, the list of
 * trusted documents, docs/access.md, and the README's table of settings and text of the client. With --check it writes nothing
 * and fails if a file would change.
 */
const isCheck = process.argv.includes('--check');

const schema = lexicographicSortSchema(await buildRostrumSchema());
await emit(
  'schema/schema.graphql',
  () => `# Made by \`npm run schema\` from the resolvers. Don't edit.\n\n${printSchema(schema)}\n`,
);
// gql.tada's own command line needs the compiler API that TypeScript 7 no longer has; these two functions do not.
const introspection = minifyIntrospection(introspectionFromSchema(schema, { descriptions: false }));
const types = outputIntrospectionFile(introspection, { fileType: '.d.ts', shouldPreprocess: true });
await emit('src/web/shared/introspection.d.ts', () => types);
const client = await readFile('src/web/shared/rostrum.client.ts', 'utf8');
await emit('README.md', (readme) =>
  between(between(readme, 'settings', settingsTable()), 'client', `\`\`\`ts\n${client}\`\`\``),
);

const documents = await operationsOfScreens();
await emit('schema/trusted-documents.json', () => `${JSON.stringify(documents, null, 2)}\n`);
await emit('docs/access.md', accessPage);

/** The text with other words between two marks. */
function between(text: string, mark: string, words: string): string {
  const [begin, end] = [`<!-- ${mark} -->\n`, `<!-- /${mark} -->`];
  return `${text.split(begin)[0]}${begin}${words}\n${end}${text.split(end)[1]}`;
}

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
