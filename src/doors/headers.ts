import { createHash } from 'node:crypto';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { html } from './sandbox.js';

type Directives = Record<string, readonly string[]>;

/** Our own pages: this server's files and this server's API. No script and no style stands in a page itself. */
const OURS: Directives = {
  'default-src': ["'self'"],
  'base-uri': ["'none'"],
  'object-src': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};

/** A board, which other pages of ours show in small. */
const BOARD: Directives = { ...OURS, 'frame-ancestors': ["'self'"] };
const IS_BOARD = /^\/board(-preview)?\//;

/** GraphiQL's editor writes its styles into the page, and starts workers. */
const EXPLORER: Directives = {
  ...OURS,
  'style-src': ["'self'", "'unsafe-inline'"],
  'font-src': ["'self'", 'data:'],
  'img-src': ["'self'", 'data:'],
  'worker-src': ["'self'", 'blob:'],
};

const APOLLO = 'https://*.apollographql.com';

/** Apollo Sandbox: the one script and the one style of its page, and what comes from Apollo. */
const SANDBOX: Directives = {
  ...OURS,
  'script-src': ["'self'", `'${hashOf('script')}'`, 'https://embeddable-sandbox.cdn.apollographql.com'],
  'style-src': ["'self'", "'unsafe-inline'", 'https://embeddable-sandbox.cdn.apollographql.com'],
  'img-src': ["'self'", 'data:', APOLLO],
  'manifest-src': [APOLLO],
  'connect-src': ["'self'", APOLLO],
  'frame-src': [APOLLO],
};

/** A page may say by the hash of its text which inline script is its own. */
function hashOf(tag: string): string {
  const [, text = ''] = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(html) ?? [];
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

interface Settings {
  explorer: boolean;
  publicUrl: string;
}

/** The headers by which browsers are told what a page may do. Whoever reaches us by https shall come back by https. [G13] */
export function headers({ explorer, publicUrl }: Settings): RequestHandler {
  const isSecure = publicUrl.startsWith('https://');
  const pages = (directives: Directives) =>
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: copied(directives) },
      frameguard: { action: directives === BOARD ? 'sameorigin' : 'deny' },
      strictTransportSecurity: isSecure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    });
  const ours = pages(OURS);
  const board = pages(BOARD);
  const others: Record<string, RequestHandler> = explorer
    ? { '/explorer': pages(EXPLORER), '/graphql': pages(SANDBOX) }
    : {};
  return (request, response, next) => {
    const policy = others[request.path] ?? (IS_BOARD.test(request.path) ? board : ours);
    policy(request, response, next);
  };
}

const copied = (directives: Directives) =>
  Object.fromEntries(Object.entries(directives).map(([name, values]) => [name, [...values]]));
