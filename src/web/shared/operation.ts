import type { DocumentDecoration, initGraphQLTada } from 'gql.tada';
import type { introspection } from './introspection.js';

interface Setup {
  introspection: introspection;
  disableMasking: true;
  scalars: { DateTimeISO: string; ID: string };
}

/** A GraphQL operation that knows the types of its result and of its variables. */
export type Operation<Data, Variables> = DocumentDecoration<Data, Variables>;

/**
 * Types an operation against the schema. Only the types of gql.tada are used: the value is the text itself and goes
 * to the server as it stands, so that no screen carries a GraphQL parser.
 */
export const operation = ((text: string) => text) as unknown as initGraphQLTada<Setup>;

export function textOf<Data, Variables>(typed: Operation<Data, Variables>): string {
  return typed as unknown as string;
}
