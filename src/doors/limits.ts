import { GraphQLError } from 'graphql';
import { Refusal } from '../errors.js';

/**
 * What a document may be at most. The screens, the explorer and full introspection stay far below; graphql-js compares
 * every two selections of one name and every two fragments, which is what most of these numbers are small for. [G2]
 */
export const MOST = {
  tooManyCharacters: 20_000,
  tooManyTokens: 2_000,
  tooManyOperations: 20,
  tooManyFragments: 50,
  tooManySpreads: 100,
  tooDeep: 16,
  tooManyRootFields: 10,
  tooManyFields: 1_000,
  tooManyAliases: 30,
  tooManyRepeats: 50,
  tooManyDirectives: 50,
  tooCostly: 30_000,
} as const;

/** What the variables of one request may be at most: the longest text that can be kept, and lists of a whole hall. [G3] */
export const MOST_OF_VARIABLES = {
  valuesTooLong: 110_000,
  tooManyValues: 2_000,
  valuesTooDeep: 10,
} as const;

export type Excess = keyof typeof MOST | keyof typeof MOST_OF_VARIABLES | 'tooManyAtOnce' | 'tooCostlyTogether';

/** Told in the reader's language, like every refusal. */
export const tooComplex = (detail: Excess, limit: number): GraphQLError => refused('TOO_COMPLEX', { detail, limit });

export const refused = (...reason: ConstructorParameters<typeof Refusal>): GraphQLError =>
  new GraphQLError(reason[0], { originalError: new Refusal(...reason) });

/** The first limit that is passed. What can't be counted has passed it, too. */
export function excessOf<Name extends Excess>(
  counted: Partial<Record<Name, number>>,
  most: Record<Name, number>,
): GraphQLError | null {
  const [name] = (Object.keys(counted) as Name[]).filter((one) => !(counted[one]! <= most[one]));
  return name === undefined ? null : tooComplex(name, most[name]);
}

/** How large the variables of a request are. It goes round in a list, not into itself: nothing is too deep for it. */
export function excessOfVariables(variables: unknown): GraphQLError | null {
  const counted = { valuesTooLong: 0, tooManyValues: 0, valuesTooDeep: 0 };
  const waiting: [value: unknown, depth: number][] = [[variables, 0]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [value, depth] = next;
    counted.tooManyValues += 1;
    counted.valuesTooDeep = Math.max(counted.valuesTooDeep, depth);
    if (typeof value === 'string') counted.valuesTooLong += value.length;
    if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) {
        if (!Array.isArray(value)) counted.valuesTooLong += name.length;
        waiting.push([inner, depth + 1]);
      }
    }
    const excess = excessOf(counted, MOST_OF_VARIABLES);
    if (excess) return excess;
  }
  return null;
}
