import type { Request } from 'express';
import { Kind } from 'graphql';
import type { Traits } from './traits.js';

/** An operation as it comes over HTTP. */
export interface Asked {
  query: string;
  variables: Record<string, unknown>;
  operationName: string;
}

/** The operation of a plain request; null for anything else, such as a batch. GET is for those whom a browser asked before. */
export function askedBy({ method, body, headers, query }: Request): Asked | null {
  if (method === 'POST') return plain(body);
  const isGuarded = Boolean(headers['apollo-require-preflight'] || headers['x-apollo-operation-name']);
  if (method !== 'GET' || !isGuarded) return null;
  try {
    return plain({ ...query, variables: JSON.parse(String(query.variables || null)) });
  } catch {
    return null;
  }
}

function plain(given: unknown): Asked | null {
  const { query, variables, operationName, extensions } = (given ?? {}) as Partial<Asked> & { extensions?: unknown };
  const isPlain = typeof query === 'string' && typeof (variables ?? {}) === 'object' && !Array.isArray(variables);
  if (!isPlain || extensions || typeof (operationName ?? '') !== 'string') return null;
  return { query, variables: variables ?? {}, operationName: operationName ?? '' };
}

/** The id of the one meeting that the operation is about, if it is about one. */
export function meetingMeant({ meeting }: Traits, variables: Record<string, unknown>): string | null {
  const value = meeting?.kind === Kind.VARIABLE ? variables[meeting.name.value] : meeting;
  if (typeof value === 'string') return value;
  return meeting?.kind === Kind.STRING ? meeting.value : null;
}
