import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
  visit,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { excessOf, excessOfVariables, MOST, refused, tooComplex } from './limits.js';
import { measure } from './measure.js';
import { type Traits, traitsOf } from './traits.js';

/** What is known of a document, found out once for all who send it: a hall that comes back sends the same one. */
export interface Plan {
  /** Tells documents apart, on all servers alike: the SHA-256 of the text, as Apollo Server asks for it. */
  id: string;
  document: DocumentNode;
  /** What is wrong with it or with what it was sent with, or what can be seen from it. */
  errors: readonly GraphQLError[];
  traits: Traits;
  /** What its largest operation costs. */
  cost: number;
}

/**
 * The one way in: the plan of what is asked, for both doors; a GraphQLError if it can't be read. It never throws. Without
 * variables it is the plan of the document alone. [G1]
 */
export interface Plans {
  (text: string, variables?: Record<string, unknown>, operationName?: string | null): Plan | GraphQLError;
  /** Whether the text was found faultless lately: then it costs nothing to plan it again. */
  knows(text: string): boolean;
  /** The document of such a text. */
  document(id: string): DocumentNode | undefined;
}

interface Settings {
  schema: GraphQLSchema;
  /** Whether the schema may be read, and mistakes in names be answered with the right ones. [G6] */
  introspection: boolean;
  /** SHA-256 of the texts that are taken; null: all are. [G14] */
  trusted: ReadonlySet<string> | null;
}

/** Tokens of all plans that are kept: a hall sends one document, and a hostile socket thousands of others. */
const MOST_KEPT = 20_000;
/** Whoever gets so many told has enough to do. */
const MOST_ERRORS = 20;
const NOTHING: Traits = { cursors: new Set(), isVolatile: true, isPersonal: false, meeting: null };

export function createPlans({ schema, introspection, trusted }: Settings): Plans {
  const ids = new Map<string, Plan>();
  const plans = new LRUCache<string, Plan>({
    maxSize: MOST_KEPT,
    sizeCalculation: ({ document }, text) => (document.tokenCount ?? 0) + Math.ceil(text.length / 100) + 1,
    dispose: ({ id }) => void ids.delete(id),
  });
  const rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  const hideSuggestions = !introspection;

  const find = (text: string): Plan | GraphQLError => {
    if (text.length > MOST.tooManyCharacters) return tooComplex('tooManyCharacters', MOST.tooManyCharacters);
    const id = createHash('sha256').update(text).digest('hex');
    if (trusted && !trusted.has(id)) return refused('UNTRUSTED_DOCUMENT');
    const document = read(text);
    const ofWhole = excessOfDocument(document);
    const measured = ofWhole ? [] : measure(schema, document);
    const excess = ofWhole ?? measured.map((one) => excessOf(one, MOST)).find((one) => one !== null);
    const errors = excess ? [excess] : validate(schema, document, rules, { hideSuggestions, maxErrors: MOST_ERRORS });
    const traits = errors.length > 0 ? NOTHING : traitsOf(schema, document);
    return { id, document, errors, traits, cost: Math.max(0, ...measured.map(({ tooCostly }) => tooCostly)) };
  };

  const plan = (text: string): Plan | GraphQLError => {
    const known = plans.get(text);
    if (known) return known;
    const found = attempt(() => find(text));
    // What is wrong is not worth its place.
    if (found instanceof GraphQLError || found.errors.length > 0) return found;
    ids.set(found.id, found);
    plans.set(text, found);
    return found;
  };

  /** Variables that don't fit are refused here and not by whoever executes, so that both doors say the same of them. [G3] */
  const faultsOf = ({ document }: Plan, variables: Record<string, unknown>, operationName: string | null) => {
    const excess = excessOfVariables(variables);
    const defined = excess ? null : getOperationAST(document, operationName)?.variableDefinitions;
    if (!defined) return excess ? [excess] : [];
    return getVariableValues(schema, defined, variables, { maxErrors: MOST_ERRORS, hideSuggestions }).errors ?? [];
  };

  const planOf = (text: string, variables?: Record<string, unknown>, operationName: string | null = null) => {
    const found = plan(text);
    if (found instanceof GraphQLError || found.errors.length > 0 || !variables) return found;
    const errors = attempt(() => faultsOf(found, variables, operationName));
    if (errors instanceof GraphQLError) return errors;
    return errors.length > 0 ? { ...found, errors, traits: NOTHING } : found;
  };
  return Object.assign(planOf, {
    knows: (text: string) => plans.has(text),
    document: (id: string) => ids.get(id)?.document,
  });
}

/** graphql-js throws what it can't read and, against its word, where a directive on a subscription's field takes a variable. */
function attempt<Result>(work: () => Result): Result | GraphQLError {
  try {
    return work();
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    if (error instanceof RangeError) return tooComplex('tooDeep', MOST.tooDeep);
    return new GraphQLError('', { originalError: error as Error });
  }
}

const OVER_TOKENS = /^Syntax Error: Document contains more that \d+ tokens/;

function read(text: string): DocumentNode {
  try {
    return parse(text, { maxTokens: MOST.tooManyTokens });
  } catch (error) {
    const isOver = error instanceof GraphQLError && OVER_TOKENS.test(error.message);
    throw isOver ? tooComplex('tooManyTokens', MOST.tooManyTokens) : error;
  }
}

/** Counted before graphql-js validates: some of its rules take the square of what they are given. [G2] */
function excessOfDocument(document: DocumentNode): GraphQLError | null {
  const kinds = document.definitions.map(({ kind }) => kind);
  const tooManyOperations = kinds.filter((kind) => kind === Kind.OPERATION_DEFINITION).length;
  const tooManyFragments = kinds.length - tooManyOperations;
  return excessOf({ tooManyOperations, tooManyFragments, tooManySpreads: spreadsOf(document) }, MOST);
}

function spreadsOf(document: DocumentNode): number {
  let count = 0;
  visit(document, {
    FragmentSpread() {
      count += 1;
    },
  });
  return count;
}
