import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { type Traits, traitsOf } from './traits.js';

/** What is known of a document, found out once for all who send it: a hall that comes back sends the same one. */
export interface Plan {
  /** Tells documents apart, on all servers alike. */
  id: string;
  document: DocumentNode;
  /** What is wrong with it, or what can be seen from it. */
  errors: readonly GraphQLError[];
  traits: Traits;
}

/** The plan of a text; a GraphQLError if it can't be read. */
export type Plans = (text: string) => Plan | GraphQLError;

const MOST_CHARACTERS = 500_000;
const MOST_TOKENS = 10_000;
const NOTHING: Traits = { cursors: new Set(), isVolatile: true, isPersonal: false, meeting: null };

export function createPlans(schema: GraphQLSchema, introspection: boolean): Plans {
  const plans = new LRUCache<string, Plan>({
    maxSize: MOST_CHARACTERS,
    sizeCalculation: (_, text) => text.length + 1,
  });
  const rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];

  return (text) => {
    const known = plans.get(text);
    if (known) return known;
    const document = read(text);
    if (document instanceof GraphQLError) return document;
    const errors = faults(schema, document, rules);
    const traits = errors.length > 0 ? NOTHING : traitsOf(schema, document);
    const plan = { id: createHash('sha256').update(text).digest('base64url'), document, errors, traits };
    // What is wrong is not worth its place.
    if (errors.length === 0) plans.set(text, plan);
    return plan;
  };
}

function read(text: string): DocumentNode | GraphQLError {
  try {
    return parse(text, { maxTokens: MOST_TOKENS });
  } catch (error) {
    return error as GraphQLError;
  }
}

/** graphql-js throws, against its word, where a directive on a subscription's own field takes a variable. */
function faults(...given: Parameters<typeof validate>): readonly GraphQLError[] {
  try {
    return validate(...given);
  } catch (error) {
    return [error as GraphQLError];
  }
}
