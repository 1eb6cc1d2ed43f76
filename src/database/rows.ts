import type { EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';

/** Some rows of one entity. */
export interface Rows {
  entity: EntityTarget<ObjectLiteral>;
  /** SQL that says which rows of the table `t` are wanted. */
  where: string;
  /** Property by which they are ordered; their keys decide between equals. */
  order: string;
}

/** A statement, and the properties of each list that are dates. */
interface Reading {
  sql: string;
  dates: [name: string, properties: string[]][];
}

/** The same lists are read again and again. */
const readings = new WeakMap<object, Reading>();

/**
 * Reads lists of rows of several entities in one statement: one snapshot of the database, one round trip, and a fraction
 * of the work of as many finds. The database makes JSON of the rows; the entities say what it means.
 */
export async function readRows<Name extends string>(
  manager: EntityManager,
  lists: Readonly<Record<Name, Rows>>,
  parameters: unknown[],
): Promise<Record<Name, ObjectLiteral[]>> {
  const reading = readings.get(lists) ?? readingOf(manager, lists);
  readings.set(lists, reading);
  const [read] = await manager.query(reading.sql, parameters);
  // JSON has no dates, and what it makes of a time depends on the session's time zone.
  for (const [name, properties] of reading.dates) {
    for (const row of read[name])
      for (const property of properties) if (row[property] !== null) row[property] = new Date(row[property]);
  }
  return read;
}

function readingOf(manager: EntityManager, lists: Readonly<Record<string, Rows>>): Reading {
  const each = Object.entries(lists).map(([name, rows]) => {
    const metadata = manager.connection.getMetadata(rows.entity);
    const dates = metadata.columns.filter(({ type }) => type === 'timestamptz');
    const sql = `(${selectOf(metadata, rows)}) AS "${name}"`;
    return { name, sql, dates: dates.map(({ propertyName }) => propertyName) };
  });
  return {
    sql: `SELECT ${each.map(({ sql }) => sql).join(', ')}`,
    dates: each.map(({ name, dates }) => [name, dates]),
  };
}

function selectOf(metadata: EntityMetadata, { where, order }: Rows): string {
  const inJson = ({ databaseName, type }: (typeof metadata.columns)[number]) =>
    type === 'timestamptz' ? `extract(epoch FROM t.${databaseName}) * 1000` : `t.${databaseName}`;
  const pairs = metadata.columns.map((column) => `'${column.propertyName}', ${inJson(column)}`);
  const by = [metadata.findColumnWithPropertyName(order)!, ...metadata.primaryColumns];
  return `SELECT coalesce(json_agg(json_build_object(${pairs.join(', ')}) ORDER BY ${by.map(({ databaseName }) => `t.${databaseName}`).join(', ')}), '[]')
    FROM ${metadata.tableName} t WHERE ${where}`;
}
