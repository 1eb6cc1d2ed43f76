import type { Request, RequestHandler } from 'express';
import { GraphQLError } from 'graphql';
import { type Asked, askedBy, askedIn, isGuarded } from './asked.js';
import type { Plans } from './plans.js';
import { presentError, type ReportBug, tongueOf, translate } from './present.js';

interface Settings {
  plans: Plans;
  reportBug: ReportBug;
}

const STATUS: Record<string, number> = { UNTRUSTED_DOCUMENT: 403, INTERNAL: 500 };

/**
 * Stands before Apollo Server: what the pipeline refuses is answered here, as the door would. What is no request at all is
 * left to Apollo Server, which says why. [G1]
 */
export const createGuard =
  ({ plans, reportBug }: Settings): RequestHandler =>
  (request, response, next) => {
    const asked = askedOf(request);
    const plan = asked && plans(asked.query, asked.variables, asked.operationName);
    const errors = plan instanceof GraphQLError ? [plan] : (plan?.errors ?? []);
    if (errors.length === 0) return next();
    const tongue = tongueOf(request.headers['accept-language']);
    const told = errors.map((error) => translate(presentError(error, reportBug), tongue));
    response
      .status(STATUS[String(told[0]!.extensions?.code)] ?? 400)
      .set('Cache-Control', 'no-store')
      .type(request.accepts(TYPES) || TYPES[0]!)
      .send(JSON.stringify({ errors: told }));
  };

const TYPES = ['application/json', 'application/graphql-response+json'];

/** A GET that a page of another origin could have sent is refused by Apollo Server, whatever it asks. [G5] */
function askedOf({ method, headers, body, originalUrl }: Request): Asked | null {
  if (method === 'POST') return askedIn(body);
  const isOurs = isGuarded(headers) || headers['content-type'] !== undefined;
  if (method !== 'GET' || !isOurs || !originalUrl.includes('?')) return null;
  return askedBy(originalUrl.slice(originalUrl.indexOf('?') + 1));
}
