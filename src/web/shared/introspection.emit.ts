import { minifyIntrospection, outputIntrospectionFile } from 'gql.tada/internal';
import { type GraphQLSchema, introspectionFromSchema } from 'graphql';

/**
 * The text of `introspection.d.ts`, from which the screens' operations get their types.
 * gql.tada's own command line needs the compiler API that TypeScript 7 no longer has; these two functions do not.
 */
export function emitIntrospection(schema: GraphQLSchema): string {
  const introspection = minifyIntrospection(introspectionFromSchema(schema, { descriptions: false }));
  return outputIntrospectionFile(introspection, { fileType: '.d.ts', shouldPreprocess: true });
}
