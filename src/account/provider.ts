import * as oidc from 'openid-client';
import type { Config } from '../config.js';

/** Why somebody could not sign in through the provider; the page /sign-in says it in words. */
export type Problem = 'unavailable' | 'denied' | 'expired' | 'unverified' | 'unknown' | 'tooMany';

/** The provider's way ended without anybody being recognised. */
export class NotRecognised extends Error {
  constructor(
    readonly problem: Problem,
    cause?: unknown,
  ) {
    super(problem, { cause });
  }
}

/** What the browser keeps while it is at the provider. */
export interface Kept {
  state: string;
  nonce: string;
  verifier: string;
}

/** Who somebody is, as the provider says. */
export interface Identity {
  /** Issuer and subject: never the same for two. */
  subject: string;
  /** The claim that is an account's name the first time; null where the provider gives none. */
  name: string | null;
}

export interface Provider {
  /** Where to send the browser. */
  begin(): Promise<{ url: URL; kept: Kept }>;
  /** Who came back. Throws NotRecognised. */
  finish(search: string, kept: Kept): Promise<Identity>;
}

type Settings = Pick<Config, 'OIDC_ISSUER' | 'OIDC_CLIENT_ID' | 'OIDC_CLIENT_SECRET' | 'OIDC_CLAIM'>;

const TIMEOUT = 10;

/**
 * An OpenID provider. It is asked who it is when somebody wants to sign in, and again after it could not be reached: a
 * provider that is down keeps nobody from starting, and nobody with a password from signing in. [N11]
 */
export function createProvider(settings: Settings, callback: () => string): Provider {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: id, OIDC_CLIENT_SECRET: secret, OIDC_CLAIM: claim } = settings;
  // config.ts lets http pass for this computer only.
  const insecure = issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [];
  // The token's signature is checked, although it comes from the provider itself.
  const execute = [...insecure, oidc.enableNonRepudiationChecks];
  let known: Promise<oidc.Configuration> | null = null;

  const discovered = (): Promise<oidc.Configuration> => {
    known ??= oidc.discovery(new URL(issuer), id, secret, undefined, { execute, timeout: TIMEOUT }).catch((error) => {
      known = null;
      throw new NotRecognised('unavailable', error);
    });
    return known;
  };

  return {
    async begin() {
      const configuration = await discovered();
      const kept = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      };
      const url = oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: callback(),
        scope: 'openid profile email',
        code_challenge: await oidc.calculatePKCECodeChallenge(kept.verifier),
        code_challenge_method: 'S256',
        state: kept.state,
        nonce: kept.nonce,
      });
      return { url, kept };
    },

    async finish(search, { state, nonce, verifier }) {
      const configuration = await discovered();
      const returned = new URL(callback());
      returned.search = search;
      try {
        const tokens = await oidc.authorizationCodeGrant(configuration, returned, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims()!;
        // Many providers give the claims of a person only where they are asked for them. An address and whether it is
        // verified are taken from the same answer.
        const isLacking = (claim === 'email' ? [claim, 'email_verified'] : [claim]).some((name) => !(name in claims));
        const said =
          isLacking && configuration.serverMetadata().userinfo_endpoint
            ? await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub)
            : claims;
        return { subject: `${claims.iss} ${claims.sub}`, name: nameIn(said, claim) };
      } catch (error) {
        throw error instanceof NotRecognised ? error : new NotRecognised(problemOf(error), error);
      }
    },
  };
}

/** An address of e-mail could be anybody's, unless the provider says in so many words that it has verified it. [N13] */
function nameIn(claims: oidc.IDToken | oidc.UserInfoResponse, claim: string): string | null {
  const name = claims[claim];
  if (typeof name !== 'string') return null;
  if (claim === 'email' && claims.email_verified !== true) throw new NotRecognised('unverified');
  return name;
}

function problemOf(error: unknown): Problem {
  if (error instanceof oidc.AuthorizationResponseError) return 'denied';
  if (error instanceof oidc.ResponseBodyError && error.error === 'invalid_grant') return 'expired';
  // What came back is not what was sent: another state, or another nonce.
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'OAUTH_INVALID_RESPONSE' || code === 'OAUTH_JWT_CLAIM_COMPARISON_FAILED' ? 'expired' : 'unavailable';
}
