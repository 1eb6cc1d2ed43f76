import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { Refusal } from './errors.js';
import { integer, text } from './input.js';

/** Relay-style connections: pages of a list that grows, by a cursor that stays right while rows come and go. */

@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there are more after this page.' })
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the last one here; null if there is none.' })
  endCursor!: string | null;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many at most, 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'Cursor after which the page begins; null: at the beginning.' })
  after?: string | null;
}

interface Order<Row> {
  /** The column to sort by; ids break ties. */
  column: keyof Row & string;
  direction: 'ASC' | 'DESC';
}

const encode = (key: unknown[]) => Buffer.from(JSON.stringify(key)).toString('base64url');

/** Cursors come back from outside: one of another list, or one made up, must not reach PostgreSQL. */
function decode(cursor: string, type: unknown): [string, string] {
  const fits = (value: string) => (type === 'timestamptz' ? new Date(value).toJSON() === value : !value.includes('\0'));
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const [value, id] = Array.isArray(key) ? (key as unknown[]) : [];
    if (typeof value === 'string' && fits(value) && typeof id === 'string' && isUuid(id)) return [value, id];
  } catch {
    // Said below.
  }
  throw new Refusal('INVALID_INPUT', { field: 'after', problem: 'notACursor' });
}

/** Runs a query for one page. The alias of the rows in the query is `row`. */
export async function connection<Row extends ObjectLiteral & { id: string }>(
  query: SelectQueryBuilder<Row>,
  { first, after }: PageArgs,
  { column, direction }: Order<Row>,
) {
  integer('first', first, 1, 100);
  const totalCount = await query.getCount();
  if (after != null) {
    const cast = query.expressionMap.mainAlias?.metadata.findColumnWithPropertyName(column)?.type;
    const [value, id] = decode(after, cast);
    query.andWhere(`(row.${column}, row.id) ${direction === 'ASC' ? '>' : '<'} (:value::${cast}, :id::uuid)`, {
      value,
      id,
    });
  }
  const rows = await query
    .orderBy(`row.${column}`, direction)
    .addOrderBy('row.id', direction)
    .take(first + 1)
    .getMany();
  const edges = rows.slice(0, first).map((node) => ({ node, cursor: encode([node[column], node.id]) }));
  return { edges, totalCount, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
}

/** A pattern for ILIKE that finds the text anywhere. Nothing that is searched is longer. */
export const anywhere = (said: string): string =>
  `%${text('text', said, { max: 200, empty: true }).replace(/[\\%_]/g, '\\$&')}%`;
