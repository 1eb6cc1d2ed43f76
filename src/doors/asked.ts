import type { IncomingMessage } from 'node:http';
import { Kind } from 'graphql';
import type { Traits } from './traits.js';

/** An operation as it comes over HTTP. */
export interface Asked {
  query: string;
  variables: Record<string, unknown>;
  operationName: string | null;
  /** Whether something else is asked with it, such as a persisted query. */
  isExtended: boolean;
}

const PATH = '/graphql';
const MOST_BYTES = 64 * 1024;
const JSON_TYPE = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i;

/** Answers a request, if it is one that it answers: null at once if not, false when it turns out so later. */
export type Take = (asked: Asked) => Promise<boolean> | null;

/** Looks at what a plain request asks, and leaves those that are not taken as if nobody had looked. */
export function lookAt(request: IncomingMessage, take: Take, leave: () => void): void {
  const { method, headers, url = '' } = request;
  const [path, search] = [url.split('?', 1)[0], url.slice(url.indexOf('?') + 1)];
  const size = Number(headers['content-length']);
  const isPlain = JSON_TYPE.test(headers['content-type'] ?? '') && !headers['content-encoding'];
  if (path === PATH && method === 'GET' && isGuarded(headers)) {
    const asked = askedBy(search);
    leaveUnless(asked && !asked.isExtended && take(asked), request, undefined, leave);
  } else if (path === PATH && method === 'POST' && isPlain && size > 0 && size <= MOST_BYTES) {
    request.once('readable', () => lookInto(request, size, take, leave));
  } else {
    leave();
  }
}

function lookInto(request: IncomingMessage, size: number, take: Take, leave: () => void): void {
  const bytes: Buffer | null = request.read();
  const body = bytes?.length === size ? parsed(bytes.toString()) : undefined;
  const asked = askedIn(body);
  const taking = asked && !asked.isExtended && take(asked);
  if (!taking && bytes) request.unshift(bytes);
  leaveUnless(taking, request, body, leave);
}

function leaveUnless(
  taking: Promise<boolean> | null | false,
  request: IncomingMessage,
  body: unknown,
  leave: () => void,
): void {
  if (!taking) {
    leave();
    return;
  }
  // Whoever gets it after all finds it read to its end, and waits for no more of it.
  Object.assign(request.resume(), { body });
  const leaveWhenRead = () => void (request.readableEnded ? leave() : request.once('end', leave));
  taking.then((isAnswered) => isAnswered || leaveWhenRead(), leaveWhenRead);
}

/** A browser asks before it sends these from another page, so no page can make a browser ask them. */
export const isGuarded = (headers: IncomingMessage['headers']): boolean =>
  Boolean(headers['apollo-require-preflight'] || headers['x-apollo-operation-name']);

/** What an address asks; null if it says something twice, or what is no request. */
export function askedBy(search: string): Asked | null {
  const said = [...new URLSearchParams(search)];
  const { variables: text = 'null', extensions, ...rest } = Object.fromEntries(said);
  const variables = parsed(text);
  const isTwice = new Set(said.map(([name]) => name)).size < said.length;
  return isTwice || variables === undefined ? null : askedIn({ ...rest, variables, extensions });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a body asks; null if it is no request. */
export function askedIn(body: unknown): Asked | null {
  const { query, variables = null, operationName = null, extensions } = (body ?? {}) as Record<string, unknown>;
  const isObject = typeof variables === 'object' && !Array.isArray(variables);
  const isNamed = operationName === null || typeof operationName === 'string';
  if (typeof query !== 'string' || query === '' || !isObject || !isNamed) return null;
  return { query, variables: { ...variables }, operationName, isExtended: Boolean(extensions) };
}

/** The id of the one meeting that the operation is about, if it is about one. */
export function meetingMeant({ meeting }: Traits, variables: Record<string, unknown>): string | null {
  if (meeting?.kind === Kind.STRING) return meeting.value;
  const value = meeting?.kind === Kind.VARIABLE ? variables[meeting.name.value] : null;
  return typeof value === 'string' ? value : null;
}

const TYPES = ['application/json', 'application/graphql-response+json'];

/** The media type that the asker prefers; null where it takes more than a look to say. */
export function typeWanted(accept = '*/*'): string | null {
  if (accept.includes('q=')) return null;
  const wanted = accept.split(',').map((part) => part.split(';')[0]!.trim().toLowerCase());
  const first = wanted.find((type) => TYPES.includes(type) || type === '*/*' || type === 'application/*');
  return first === undefined ? null : TYPES.includes(first) ? first : TYPES[0]!;
}
