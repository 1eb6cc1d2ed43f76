import type { EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';

/** Some rows of one entity. */
export interface Rows {
  entity: EntityTarget<ObjectLiteral>;
  /** SQL that says which rows of the table `t` are wanted. */
  where: string;
  /** Property by which they are ordered. */
  order: string;
}

/**
 * Reads lists of rows of several entities in one statement: one snapshot of the database, one round trip, and a fraction
 * of the work of as many finds. The database makes JSON of the rows; the entities say what it means.
 */
export async function readRows<Name extends string>(
  manager: EntityManager,
  lists: Readonly<Record<Name, Rows>>,
  parameters: unknown[],
): Promise<Record<Name, ObjectLiteral[]>> {
  const named = Object.entries<Rows>(lists).map(([name, rows]) => ({
    name,
    rows,
    metadata: manager.connection.getMetadata(rows.entity),
  }));
  const each = named.map(({ name, rows, metadata }) => `(${selectOf(metadata, rows)}) AS "${name}"`);
  const [read] = await manager.query(`SELECT ${each.join(', ')}`, parameters);
  for (const { name, metadata } of named) readDates(read[name], metadata);
  return read;
}

function selectOf(metadata: EntityMetadata, { where, order }: Rows): string {
  const pairs = metadata.columns.map(({ propertyName, databaseName }) => `'${propertyName}', t.${databaseName}`);
  const by = metadata.findColumnWithPropertyName(order)!.databaseName;
  return `SELECT coalesce(json_agg(json_build_object(${pairs.join(', ')}) ORDER BY t.${by}), '[]')
    FROM ${metadata.tableName} t WHERE ${where}`;
}

/** JSON has no dates. */
function readDates(rows: ObjectLiteral[], { columns }: EntityMetadata): void {
  const dates = columns.filter(({ type }) => type === 'timestamptz').map(({ propertyName }) => propertyName);
  for (const row of rows) {
    for (const name of dates) if (row[name] !== null) row[name] = new Date(row[name]);
  }
}
