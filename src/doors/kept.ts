import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, RequestListener, ServerResponse } from 'node:http';
import { execute, GraphQLError, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { common, type Sight, sightOf, wordOf } from '../access/rights.rules.js';
import type { Viewer } from '../access/viewer.js';
import { createSharedContext, type Services } from '../context.js';
import type { Follow } from '../journal/follow.js';
import type { Position, Standing } from '../journal/position.js';
import { type Asked, lookAt, meetingMeant, typeWanted } from './asked.js';
import type { Plan, Plans } from './plans.js';
import { type Tongue, tongueOf } from './present.js';
import type { Visits } from './visits.js';

interface Settings {
  schema: GraphQLSchema;
  plans: Plans;
  follow: Follow;
  services: Services;
  visits: Visits;
  origins: string[];
}

/** An answer, and where its meeting stood before it was made; null if it went wrong. */
interface Kept {
  at: Position;
  etag: string;
  answer: Promise<Buffer | null>;
}

/** A request that is answered here. */
interface Wanted {
  plan: Plan;
  meetingId: string;
  type: string;
}

interface Given {
  status: number;
  headers: OutgoingHttpHeaders;
  bytes: Buffer;
}

const MOST_BYTES = 64 * 1024 * 1024;
/** What an answer is counted for while it is made. */
const SOME_BYTES = 16 * 1024;

/**
 * Queries of one board or one meeting are answered once for all who ask the same while the meeting stands still. Where it stands,
 * the table says each time, in one statement for all who ask in the same moment. Everything else, errors among it, is
 * left to those who stand behind. [L15]
 */
export function createKept({ schema, plans, follow, services, visits, origins }: Settings) {
  const answers = new LRUCache<string, Kept>({ maxSize: MOST_BYTES });

  const make = async (
    { plan: { document }, meetingId }: Wanted,
    { variables, operationName }: Asked,
    tongue: Tongue,
    sight: Sight,
  ): Promise<Buffer | null> => {
    const contextValue = createSharedContext(services, tongue, meetingId, sight);
    const { data, errors } = await execute({
      schema,
      document,
      variableValues: variables,
      operationName,
      contextValue,
    });
    return errors ? null : Buffer.from(`${JSON.stringify({ data })}\n`);
  };

  const keep = (key: string, kept: Kept): Kept => {
    answers.set(key, kept, { size: SOME_BYTES });
    const weigh = (bytes: Buffer | null) => {
      if (answers.peek(key) !== kept) return;
      answers.delete(key);
      // What went wrong may go right the next time. What is set again without being deleted keeps the size that it had.
      if (bytes !== null) answers.set(key, kept, { size: key.length + bytes.length });
    };
    kept.answer.then(weigh, () => weigh(null));
    return kept;
  };

  /** What anybody may see, the position says; whoever has signed in is looked up. */
  const sightFor = async (viewer: Viewer, meetingId: string, at: Standing): Promise<Sight> =>
    viewer.kind === 'PUBLIC'
      ? sightOf(viewer, meetingId, { ...at, participantId: null, duties: [], view: null })
      : services.rights.sight(viewer, meetingId);

  const answer = async (wanted: Wanted, asked: Asked, request: IncomingMessage, response: ServerResponse) => {
    const { plan, meetingId, type } = wanted;
    const { headers } = request;
    const [at, { viewer }] = await Promise.all([follow.position(meetingId), visits.ofRequest(request, response)]);
    // A rename is not told to a meeting that is over: its seq doesn't say everything.
    if (!at || at.isOver) return null;
    const sight = common(await sightFor(viewer, meetingId, at), plan.traits);
    if (!sight.isSeen) return null;
    const tongue = tongueOf(headers['accept-language']);
    const key = JSON.stringify([plan.id, asked.operationName, asked.variables, tongue, wordOf(sight)]);
    const known = answers.get(key);
    const isPresent = known?.at.epoch === at.epoch && known.at.seq === at.seq;
    const etag = isPresent ? known.etag : etagOf(key, at);
    const { origin = '' } = headers;
    const said = {
      ETag: etag,
      'Cache-Control': 'private, no-cache',
      Vary: 'Accept, Accept-Language, Authorization, Cookie, Origin',
      ...(origins.includes(origin) && { 'Access-Control-Allow-Origin': origin }),
    };
    if (headers['if-none-match']?.includes(etag)) return { status: 304, headers: said, bytes: NOTHING };
    const bytes = await (isPresent ? known : keep(key, { at, etag, answer: make(wanted, asked, tongue, sight) }))
      .answer;
    return (
      bytes && {
        status: 200,
        headers: {
          ...said,
          'X-Content-Type-Options': 'nosniff',
          'Content-Type': `${type}; charset=utf-8`,
          'Content-Length': bytes.length,
        },
        bytes,
      }
    );
  };

  const wanted = (
    { query, variables, operationName }: Asked,
    { accept }: IncomingMessage['headers'],
  ): Wanted | null => {
    const plan = plans(query, variables, operationName);
    const type = typeWanted(accept);
    if (plan instanceof GraphQLError || type === null) return null;
    const meetingId = meetingMeant(plan.traits, variables);
    return meetingId === null ? null : { plan, meetingId, type };
  };

  return (behind: RequestListener): RequestListener =>
    (request, response) => {
      const take = (asked: Asked) => {
        const one = wanted(asked, request.headers);
        return one && answer(one, asked, request, response).then((given) => give(response, given));
      };
      lookAt(request, take, () => behind(request, response));
    };
}

const NOTHING = Buffer.alloc(0);

function give(response: ServerResponse, given: Given | null): boolean {
  if (given) response.writeHead(given.status, given.headers).end(given.bytes);
  return given !== null;
}

/** Weak: the same answer may be spelled in other bytes. The same on all servers. */
const etagOf = (key: string, { epoch, seq }: Position): string =>
  `W/"${epoch}.${seq}.${createHash('sha256').update(key).digest('base64url').slice(0, 12)}"`;
