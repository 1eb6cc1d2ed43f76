import {
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  isIntrospectionType,
  Kind,
} from 'graphql';

/** How many a list usually holds; those of a large meeting where they differ much from ten. */
const USUAL = 10;
const LENGTHS: Record<string, number> = { participants: 100, agenda: 20, statements: 20, turns: 2, comments: 3 };
/** A list in itself, such as the comments of a comment's statement, can only be meant to grow. */
const IN_ITSELF = 30;
/** The longest page that most lists have. */
const PAGE = 100;
/** On such types the list is the page itself, whose length stands at the field that gives the page. */
const IS_PAGE = /(Connection|Page)$/;

export function usualLength(
  parent: GraphQLNamedType,
  { name, type }: GraphQLField<any, any>,
  isInItself: boolean,
): number {
  if (isInItself) return IN_ITSELF;
  // The schema is one and known: its lists don't grow.
  if (IS_PAGE.test(parent.name) || isIntrospectionType(getNamedType(type))) return 1;
  return LENGTHS[name] ?? USUAL;
}

/** How long a page is asked for; 1 for whatever is no page. */
export function pageOf({ arguments: given = [] }: FieldNode, field: GraphQLField<any, any> | undefined): number {
  const first = field?.args.find(({ name }) => name === 'first');
  if (!first) return 1;
  const value = given.find(({ name }) => name.value === 'first')?.value;
  if (!value) return Number(first.defaultValue ?? PAGE);
  return value.kind === Kind.INT ? Math.max(1, Number(value.value)) : PAGE;
}
