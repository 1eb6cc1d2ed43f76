import DataLoader from 'dataloader';
import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import { type Rows, readRows } from './rows.js';

/**
 * Reads rows for field resolvers, many at a time: however long a list, one statement per field and level. Made per
 * operation. Nothing is cached, so a subscription that lives for hours never shows a stale row.
 */
export interface Loaders {
  /** The row with this id, or null. */
  one<Row extends ObjectLiteral>(entity: EntityTarget<Row>, id: string | null): Promise<Row | null>;
  /** The rows whose column has this value, in the order of another column. */
  many<Row extends ObjectLiteral>(
    entity: EntityTarget<Row>,
    column: keyof Row & string,
    id: string,
    order: keyof Row & string,
  ): Promise<Row[]>;
}

/** What is read for which entity, column and order: the same again and again. */
const readings = new Map<string, { rows: Rows }>();

export function createLoaders(database: DataSource): Loaders {
  const loaders = new Map<string, DataLoader<string, ObjectLiteral[]>>();

  const loader = (entity: EntityTarget<ObjectLiteral>, column: string, order: string) => {
    const metadata = database.getMetadata(entity);
    const key = `${metadata.name}.${column}.${order}`;
    const known = loaders.get(key);
    if (known) return known;
    const { databaseName } = metadata.findColumnWithPropertyName(column)!;
    const reading = readings.get(key) ?? { rows: { entity, where: `t.${databaseName} = ANY($1)`, order } };
    readings.set(key, reading);
    const made = new DataLoader<string, ObjectLiteral[]>(
      async (ids) => {
        const grouped = new Map<string, ObjectLiteral[]>(ids.map((id) => [id, []]));
        const { rows } = await readRows(database.manager, reading, [[...grouped.keys()]]);
        for (const row of rows) grouped.get(row[column])?.push(row);
        return ids.map((id) => grouped.get(id)!);
      },
      { cache: false },
    );
    loaders.set(key, made);
    return made;
  };

  return {
    one: async <Row extends ObjectLiteral>(entity: EntityTarget<Row>, id: string | null) =>
      id === null ? null : (((await loader(entity, 'id', 'id').load(id))[0] as Row | undefined) ?? null),
    many: async <Row extends ObjectLiteral>(entity: EntityTarget<Row>, column: string, id: string, order: string) =>
      (await loader(entity, column, order).load(id)) as Row[],
  };
}
