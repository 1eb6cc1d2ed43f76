import { type Request, type Response, Router } from 'express';
import { cookieIn, serialized } from '../access/cookie.js';
import type { Visit } from '../access/viewer.js';
import { triedName } from '../account/account.rules.js';
import { createProvider, type Identity, type Kept, NotRecognised } from '../account/provider.js';
import { enter } from '../account/sign-in.js';
import { accountOf } from '../account/subject.store.js';
import { createContext, type Services } from '../context.js';
import { Refusal } from '../errors.js';
import { localPath } from './local-path.js';
import type { Visits } from './visits.js';

interface Settings {
  services: Services;
  visits: Visits;
  report: (message: string, error: unknown) => void;
}

/** What the audit trail is told of a try. */
interface Noted {
  through: string;
  /** Of the account that the provider's claim would be. */
  name?: string;
}

const PATH = '/sign-in/oidc';
const MINUTES = 10;

/** The door for those who come from an OpenID provider. What goes wrong is said by the page /sign-in. [N11] [N13] */
export function oidcDoor({ services, visits, report }: Settings): Router {
  const { config, home } = services;
  const router = Router();
  const isSecure = config.PUBLIC_URL.startsWith('https:');
  const provider = createProvider(config, () => `${home()}${PATH}/callback`);

  /** Lax: the browser comes back from another site. `__Host-` keeps other hosts of our domain from slipping one in. */
  const keep = (response: Response, kept: (Kept & { to: string }) | null): void => {
    const value = kept === null ? '' : Buffer.from(JSON.stringify(kept)).toString('base64url');
    const expires = new Date(kept === null ? 0 : Date.now() + MINUTES * 60_000);
    const path = isSecure ? '/' : PATH;
    response.append('Set-Cookie', serialized(nameOf(isSecure), value, { expires, isSecure, sameSite: 'Lax', path }));
  };

  const fail = (response: Response, error: unknown): void => {
    const isLimit = error instanceof Refusal && error.code === 'TOO_MANY_ATTEMPTS';
    const problem = error instanceof NotRecognised ? error.problem : isLimit ? 'tooMany' : 'unavailable';
    if (problem === 'unavailable') report('nobody can sign in through the OpenID provider', error);
    response.redirect(303, `/sign-in?problem=${problem}`);
  };

  router.use(PATH, (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });

  router.get(PATH, async (request, response) => {
    try {
      const { url, kept } = await provider.begin();
      keep(response, { ...kept, to: localPath(request.query.to) });
      response.redirect(303, url.href);
    } catch (error) {
      fail(response, error);
    }
  });

  /** Signs in whoever the provider says it is; the link to the account and the session are one step. */
  const signIn = async (visit: Visit, identity: Identity): Promise<void> => {
    const { act } = createContext(services, 'en', visit);
    const opened = await act({ action: 'signIn', detail: { through: config.OIDC_ISSUER } }, async (manager, fact) => {
      const account = await accountOf(manager, identity);
      if (!account) throw new NotRecognised('unknown');
      Object.assign(fact, { subjectId: account.id, detail: { ...fact.detail, isLinked: account.isNew } });
      return enter(manager, config, visit, account.id, 'COOKIE');
    });
    visit.keep?.(opened.token, opened.expiresAt);
  };

  /** Who came back, and where they wanted to go. */
  const receive = async (
    request: Request,
    visit: Visit,
    kept: Kept & { to: string },
    noted: Noted,
  ): Promise<string> => {
    await services.attempts.check('LINK', visit.address);
    const identity = await provider.finish(new URL(request.originalUrl, home()).search, kept);
    noted.name = triedName(identity.name ?? '') ?? undefined;
    await signIn(visit, identity);
    return localPath(kept.to);
  };

  router.get(`${PATH}/callback`, async (request, response) => {
    const kept = keptIn(cookieIn(request.headers.cookie, nameOf(isSecure)));
    // Not begun here: a picture on any page can send a browser to this address, which is no attempt of its owner's.
    if (!kept) return fail(response, new NotRecognised('expired'));
    const visit = await visits.ofRequest(request, response);
    const noted: Noted = { through: config.OIDC_ISSUER };
    try {
      const to = await receive(request, visit, kept, noted);
      keep(response, null);
      response.redirect(303, to);
    } catch (error) {
      if (error instanceof NotRecognised && error.problem !== 'unavailable') {
        await services.attempts.failed('LINK', visit.address);
        const detail = { ...noted, problem: error.problem };
        services.audit.note(visit, { action: 'signIn', outcome: 'WRONG_CREDENTIALS', detail });
      }
      keep(response, null);
      fail(response, error);
    }
  });
  return router;
}

const nameOf = (isSecure: boolean): string => (isSecure ? '__Host-rostrum-oidc' : 'rostrum-oidc');

/** What the browser kept; null: nothing, or nothing that we gave it. */
function keptIn(value: string | null): (Kept & { to: string }) | null {
  try {
    const kept = JSON.parse(Buffer.from(value ?? '', 'base64url').toString());
    const isWhole = [kept.state, kept.nonce, kept.verifier].every((part) => typeof part === 'string' && part !== '');
    return isWhole ? kept : null;
  } catch {
    return null;
  }
}
