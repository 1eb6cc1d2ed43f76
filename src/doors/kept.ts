import { createHash } from 'node:crypto';
import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { Request, RequestHandler } from 'express';
import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import { type Context, createContext, type Services } from '../context.js';
import type { Follow } from '../journal/follow.js';
import type { Position } from '../journal/position.js';
import { askedBy, meetingMeant } from './asked.js';
import type { Plans } from './plans.js';
import { tongueOf } from './present.js';

interface Settings {
  apollo: ApolloServer<Context>;
  plans: Plans;
  follow: Follow;
  services: Services;
}

interface Answer {
  status: number;
  type: string;
  bytes: Buffer;
}

/** An answer, and where its meeting stood before it was made. */
interface Kept {
  at: Position;
  etag: string;
  answer: Promise<Answer>;
}

const MOST_BYTES = 64 * 1024 * 1024;
/** What an answer is counted for while it is made. */
const SOME_BYTES = 16 * 1024;
/** Errors stand first in an answer. What went wrong may go right the next time. */
const ERRORS = Buffer.from('{"errors"');

/**
 * Queries of one board or one meeting are answered once for all who ask the same while the meeting stands still. Where it stands,
 * the table says each time, in one statement for all who ask in the same moment. Anything else goes on to Apollo Server. [L15]
 */
export function createKept({ apollo, plans, follow, services }: Settings): RequestHandler {
  const answers = new LRUCache<string, Kept>({ maxSize: MOST_BYTES });

  const make = async (request: Request): Promise<Answer> => {
    const headers = new HeaderMap();
    for (const [name, value] of Object.entries(request.headers)) if (value) headers.set(name, String(value));
    const { method, body, url } = request;
    const { search } = new URL(url, 'http://localhost');
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method, headers, search, body },
      context: async () => createContext(services, tongueOf(request.headers['accept-language'])),
    });
    const text = answer.body.kind === 'complete' ? answer.body.string : '';
    const type = answer.headers.get('content-type') ?? 'application/json; charset=utf-8';
    return { status: answer.status ?? 200, type, bytes: Buffer.from(text) };
  };

  const keep = (key: string, kept: Kept): Kept => {
    answers.set(key, kept, { size: SOME_BYTES });
    const drop = () => void (answers.peek(key) === kept && answers.delete(key));
    kept.answer.then(({ status, bytes }) => {
      const isGood = status === 200 && !bytes.subarray(0, ERRORS.length).equals(ERRORS);
      if (!isGood) drop();
      else if (answers.peek(key) === kept) answers.set(key, kept, { size: key.length + bytes.length });
    }, drop);
    return kept;
  };

  return async (request, response, next) => {
    const asked = askedBy(request);
    const plan = asked && plans(asked.query);
    if (!plan || plan instanceof GraphQLError) return next();
    const meetingId = meetingMeant(plan.traits, asked.variables);
    const at = meetingId === null ? null : await follow.position(meetingId).catch(() => null);
    // A rename is not told to a meeting that is over: its seq doesn't say everything.
    if (!at || at.isOver) return next();

    const tongue = tongueOf(request.headers['accept-language']);
    const key = JSON.stringify([plan.id, asked.operationName, asked.variables, tongue, request.headers.accept]);
    const known = answers.get(key);
    const isPresent = known?.at.epoch === at.epoch && known.at.seq === at.seq;
    const etag = isPresent ? known.etag : etagOf(key, at);
    if (request.headers['if-none-match']?.includes(etag)) return void response.set('ETag', etag).status(304).end();

    const { answer } = isPresent ? known : keep(key, { at, etag, answer: make(request) });
    const { status, type, bytes } = await answer;
    if (status === 200) response.set({ ETag: etag, 'Cache-Control': 'private, no-cache' });
    response.status(status).set({ 'Content-Type': type, Vary: 'Accept, Accept-Language' }).end(bytes);
  };
}

/** Weak: the same answer may be spelled in other bytes. The same on all servers. */
const etagOf = (key: string, { epoch, seq }: Position): string =>
  `W/"${epoch}.${seq}.${createHash('sha256').update(key).digest('base64url').slice(0, 12)}"`;
