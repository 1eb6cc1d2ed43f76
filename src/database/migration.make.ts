import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { readConfig } from '../config.js';
import { openDatabase } from './open.js';

/** `npm run migrate:make name`: writes a migration with what the entities have and the database has not. Read it before use. */
const name = process.argv[2] ?? 'change';
const { database, close } = await openDatabase(readConfig());
const { upQueries, downQueries } = await database.driver.createSchemaBuilder().log();
await close();
if (upQueries.length === 0) {
  process.stdout.write('The database has all that the entities have: there is nothing to migrate.\n');
  process.exit(0);
}
// TypeORM orders migrations by the 13 digits at the end of their class's name.
const number = Date.now();
const calls = (queries: { query: string }[]) =>
  queries.map(({ query }) => `    await runner.query(${JSON.stringify(query)});`).join('\n');
const file = `migrations/${number}-${name}.ts`;
await writeFile(
  file,
  `import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ${name.replace(/\W+(.)?/g, (_, letter = '') => letter.toUpperCase()).replace(/^./, (c) => c.toUpperCase())}${number} implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
${calls(upQueries)}
  }

  async down(runner: QueryRunner): Promise<void> {
${calls(downQueries.reverse())}
  }
}
`,
);
process.stdout.write(`${upQueries.length} statements in ${file}; add it to migrations/index.ts\n`);
