import type { IncomingMessage, ServerResponse } from 'node:http';
import DataLoader from 'dataloader';
import { sessionCookie, tokenIn } from '../access/cookie.js';
import { type Found, findSessions } from '../access/session.load.js';
import { confirmRotation, endSessions, rotateSession } from '../access/session.store.js';
import { everyone, type Visit } from '../access/viewer.js';
import type { Services } from '../context.js';
import { Refusal } from '../errors.js';
import { addressOf } from './address.js';

/** Says who is asking. */
export interface Visits {
  /** Whoever sends a request. A bearer token that is none, or no longer, is refused; a cookie that is none counts for nothing. */
  ofRequest(request: IncomingMessage, response: ServerResponse): Promise<Visit>;
  /** Whoever opens a socket: `token` comes with connection_init. null: the token is none, or no longer. */
  ofSocket(request: IncomingMessage, token: string | null): Promise<Visit | null>;
}

type Needs = Pick<Services, 'database' | 'audit'> & {
  /** Whether people reach the server over HTTPS. */
  isSecure: boolean;
  trustedProxies: number;
  report: (message: string, error: unknown) => void;
};

/** A cookie's token is changed after so many seconds. */
const ROTATION = 3600;
const BEARER = /^Bearer +([\w.~+/-]+=*)$/i;

export function createVisits({ database, audit, isSecure, trustedProxies, report }: Needs): Visits {
  // All who come in the same moment are found by one statement.
  const sessions = new DataLoader<string, Found | null>((tokens) => findSessions(database, tokens), { cache: false });

  const from = (request: IncomingMessage) => ({
    address: addressOf(request, trustedProxies),
    userAgent: request.headers['user-agent'] ?? '',
  });

  /** A token that was changed long ago comes again: whoever has it must not go on, and neither must the other. [N7] */
  const find = async (token: string, request: IncomingMessage): Promise<Found | null> => {
    const found = await sessions.load(token);
    if (found?.isReplayed) {
      await endSessions(database.manager, { id: found.sessionId });
      audit.note({ viewer: found, door: 'HTTP', ...from(request) }, { action: 'replaySession' });
      return null;
    }
    if (found?.isUnconfirmed && !found.isFormer) {
      // Before anything is done with it: whether a next token replaces this one or the former depends on it.
      await confirmRotation(database.manager, found.sessionId).catch((error) =>
        report('a session was not confirmed', error),
      );
    }
    return found;
  };

  /** A token that was shown and is none, or no longer. [H3] */
  const noteRefused = (request: IncomingMessage, door: Visit['door']) =>
    audit.note({ viewer: everyone, door, ...from(request) }, { action: 'presentToken', outcome: 'UNAUTHENTICATED' });

  const renew = async ({ sessionId, tokenAge, isFormer, expiresAt }: Found, keep: NonNullable<Visit['keep']>) => {
    if (isFormer || tokenAge < ROTATION * 1000) return;
    const token = await rotateSession(database.manager, sessionId, ROTATION);
    if (token !== null) keep(token, new Date(expiresAt));
  };

  return {
    async ofRequest(request, response) {
      const keep = (token: string | null, expiresAt?: Date) =>
        void response.setHeader('Set-Cookie', sessionCookie(token, expiresAt, isSecure));
      const visit = { ...from(request), door: 'HTTP', keep } as const;
      const { authorization, cookie } = request.headers;
      if (authorization !== undefined) {
        const token = BEARER.exec(authorization)?.[1];
        const found = token === undefined ? null : await find(token, request);
        if (!found) {
          noteRefused(request, 'HTTP');
          throw new Refusal('UNAUTHENTICATED');
        }
        return { ...visit, viewer: found };
      }
      const token = tokenIn(cookie, isSecure);
      const found = token === null ? null : await find(token, request);
      if (found) await renew(found, keep);
      return { ...visit, viewer: found ?? everyone, isCookie: found !== null };
    },

    async ofSocket(request, given) {
      const visit = { ...from(request), door: 'WEBSOCKET' } as const;
      const token = given ?? tokenIn(request.headers.cookie, isSecure);
      if (token === null) return { ...visit, viewer: everyone };
      const found = await find(token, request);
      if (found) return { ...visit, viewer: found, isCookie: given === null };
      if (given === null) return { ...visit, viewer: everyone };
      noteRefused(request, 'WEBSOCKET');
      return null;
    },
  };
}
