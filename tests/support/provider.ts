import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { Provider } from 'oidc-provider';

export interface Person {
  email: string;
  email_verified?: unknown;
}

export interface TestProvider {
  issuer: string;
  /** Who signs in at the provider next, by their subject there. */
  persons: Record<string, Person>;
  /** Listens on its port, again after `down`. */
  up(): Promise<void>;
  down(): Promise<void>;
}

export const CLIENT = { OIDC_CLIENT_ID: 'rostrum', OIDC_CLIENT_SECRET: 'a secret of the tests, long enough' };

/** A real OpenID provider on a port of its own. Its own pages ask for a name only. */
export async function startProvider(port: number, callbacks: string[]): Promise<TestProvider> {
  const issuer = `http://127.0.0.1:${port}`;
  const persons: Record<string, Person> = {};
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.OIDC_CLIENT_ID,
        client_secret: CLIENT.OIDC_CLIENT_SECRET,
        redirect_uris: callbacks,
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    cookies: { keys: ['a key of the tests'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    findAccount: (_context, sub) => ({ accountId: sub, claims: async () => ({ sub, ...persons[sub] }) }),
  });
  let server: Server | undefined;
  const up = async () => {
    server = createServer(provider.callback()).listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await up();
  return {
    issuer,
    persons,
    up,
    down: async () => {
      server?.closeAllConnections();
      server?.close();
      if (server) await once(server, 'close');
    },
  };
}

/** A browser without a screen: it keeps cookies by host and path, and fills in the provider's own pages. */
export class Agent {
  private readonly jar = new Map<string, { path: string; value: string }>();

  /** The cookies that a browser would send to this address. */
  private cookies(url: URL): string {
    return [...this.jar]
      .filter(([key, { path }]) => key.startsWith(`${url.host} `) && url.pathname.startsWith(path))
      .map(([key, { value }]) => `${key.split(' ')[1]}=${value}`)
      .join('; ');
  }

  async fetch(address: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address);
    const headers = { ...init.headers, cookie: this.cookies(url) };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      const path = /; *path=([^;]+)/i.exec(line)?.[1] ?? '/';
      const isGone = /expires=Thu, 01 Jan 1970/i.test(line);
      if (isGone) this.jar.delete(`${url.host} ${name}`);
      else this.jar.set(`${url.host} ${name}`, { path, value });
    }
    return response;
  }

  has(host: string, name: string): boolean {
    return this.jar.has(`${host} ${name}`);
  }

  /** Forgets what it has of this host. */
  forget(host: string): void {
    for (const key of this.jar.keys()) if (key.startsWith(`${host} `)) this.jar.delete(key);
  }

  /** Goes where it is sent, as this person at the provider, until an address fits or nothing sends it on; answers with that address. */
  async go(address: string, login: string, until: (url: URL) => boolean, isRefusing = false): Promise<URL> {
    let next = address;
    let init: RequestInit = {};
    for (let step = 0; step < 20; step++) {
      const url = new URL(next);
      if (until(url)) return url;
      const response = await this.fetch(next, init);
      init = {};
      const location = response.headers.get('location');
      if (location) {
        next = new URL(location, next).href;
        continue;
      }
      const page = await response.text();
      const action = (isRefusing ? /href="([^"]+\/abort)"/ : /<form[^>]*action="([^"]+)"/).exec(page)?.[1];
      if (!action) return url;
      next = new URL(action, next).href;
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? '';
      if (!isRefusing)
        init = {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams({ prompt, login, password: 'any' }),
        };
    }
    throw new Error(`it was sent around and around: ${next}`);
  }
}
