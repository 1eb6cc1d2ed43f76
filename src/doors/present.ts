import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isUnavailable } from '../database/constraints.js';
import { Refusal, type RefusalCode, type RefusalDetails } from '../errors.js';
import { sentences } from '../errors.sentences.js';
import { words } from '../errors.words.js';

/** The languages in which people are told things. */
export type Tongue = 'zh' | 'en';

/** Picks from an Accept-Language header; a language we don't speak is answered in English. */
export function tongueOf(acceptLanguage: string | undefined): Tongue {
  // No browser's is longer, and 64 kB of blanks would keep the pattern below busy for seconds.
  const wanted = (acceptLanguage ?? '')
    .slice(0, 1000)
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(/\s*;\s*q\s*=\s*/);
      return { tag: tag.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) || 0 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .find(({ tag }) => /^(zh|en)\b/.test(tag));
  return wanted?.tag.startsWith('zh') ? 'zh' : 'en';
}

/** The sentence of a code, filled in. Details that are words are said in the reader's language. */
export function say(code: RefusalCode, details: RefusalDetails, tongue: Tongue): string {
  const fill = (sentence: string): string =>
    sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = details[name] ?? '';
      return Object.hasOwn(words, value) ? fill(words[value as keyof typeof words][tongue]) : String(value);
    });
  return fill(sentences[code][tongue]);
}

/** Codes that Apollo and graphql-js give, and ours for them. */
const foreign: Record<string, RefusalCode> = {
  GRAPHQL_PARSE_FAILED: 'GRAPHQL_PARSE_FAILED',
  GRAPHQL_VALIDATION_FAILED: 'GRAPHQL_VALIDATION_FAILED',
  BAD_USER_INPUT: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'BAD_REQUEST',
  BAD_REQUEST: 'BAD_REQUEST',
  PERSISTED_QUERY_NOT_SUPPORTED: 'PERSISTED_QUERY_NOT_SUPPORTED',
};

export type ReportBug = (id: string, error: unknown) => void;

/**
 * What a user is told of an error, the same on both doors: a refusal by its sentence and code; a fault of the request by
 * what graphql-js says of it; anything else is logged under an id and said in one neutral sentence. [E1]
 */
export function presentError(error: unknown, report: ReportBug): GraphQLFormattedError {
  const graphql = error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error });
  const told = (code: RefusalCode, details: RefusalDetails): GraphQLFormattedError => ({
    message: say(code, details, 'en'),
    ...(graphql.locations && { locations: graphql.locations }),
    ...(graphql.path && { path: graphql.path }),
    extensions: { ...details, code },
  });

  const cause = causeOf(graphql);
  if (cause instanceof Refusal) return told(cause.code, cause.details);
  if (isUnavailable(cause)) return told('UNAVAILABLE', {});
  const code = foreign[String(graphql.extensions.code)] ?? faultOf(graphql, cause);
  if (code) return told(code, { detail: graphql.message });
  const id = randomUUID();
  report(id, cause);
  return told('INTERNAL', { id });
}

/** The same in the reader's language. [E2] */
export function translate(error: GraphQLFormattedError, tongue: Tongue): GraphQLFormattedError {
  const { code, ...details } = error.extensions as { code: RefusalCode } & RefusalDetails;
  return { ...error, message: say(code, details, tongue) };
}

/** The error at the bottom: graphql-js and Apollo each wrap what was thrown. */
export function causeOf(error: Error): unknown {
  let cause: unknown = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

const wrongVariable =
  /^Variable "\$\w+" (got invalid value|of required type .* was not provided|of non-null type .* must not be)/;

/** graphql-js gives no code. An error without a path was there before any resolver ran. */
function faultOf(error: GraphQLError, cause: unknown): RefusalCode | undefined {
  // A variable may be null where the argument has a default; graphql-js finds out while executing, and gives it a path.
  if (cause instanceof GraphQLError && cause.message.startsWith('Argument "')) return 'BAD_USER_INPUT';
  if (error.path || error.extensions.code) return undefined;
  // What a scalar says of a variable's value comes as the cause.
  if (wrongVariable.test(error.message)) return 'BAD_USER_INPUT';
  if (error.originalError) return undefined;
  return error.message.startsWith('Syntax Error') ? 'GRAPHQL_PARSE_FAILED' : 'GRAPHQL_VALIDATION_FAILED';
}
