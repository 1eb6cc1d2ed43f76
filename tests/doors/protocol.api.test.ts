import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditServer } from 'graphql-http';
import { examples } from '../../src/demo/examples.js';
import { authorization } from '../support/credentials.js';
import { startServer, type TestServer } from '../support/server.js';

const STUDIO = 'https://studio.apollographql.com';

describe('HTTP', () => {
  let server: TestServer;
  let strict: TestServer;
  beforeAll(async () => {
    [server, strict] = await Promise.all([
      startServer({ CORS_ORIGINS: [STUDIO, 'http://localhost:5173'] }),
      startServer({ EXPLORER: false }),
    ]);
  });
  afterAll(() => Promise.all([server.stop(), strict.stop()]));

  const get = (path: string, headers: HeadersInit = {}, of = server) => fetch(`${of.url}${path}`, { headers });

  it('keeps to GraphQL over HTTP: the audits of graphql-http find no error', async () => {
    const results = await auditServer({ url: `${server.url}/graphql` });
    expect(results.length).toBeGreaterThan(50);
    const wrong = results.flatMap((result) =>
      result.status === 'error' ? [`${result.id} ${result.name}: ${result.reason}`] : [],
    );
    expect(wrong).toEqual([]);
  });

  it('GET asks, and never changes anything', async () => {
    const headers = { 'apollo-require-preflight': 'yes', ...authorization };
    const ask = (query: string, more = '') => get(`/graphql?query=${encodeURIComponent(query)}${more}`, headers);
    expect(await (await ask('{ meetings { totalCount } }')).json()).toEqual({ data: { meetings: { totalCount: 0 } } });
    const variables = `&variables=${encodeURIComponent('{"text":"甲"}')}`;
    const found = await ask('query ($text: String) { organizations(text: $text) { totalCount } }', variables);
    expect(await found.json()).toEqual({ data: { organizations: { totalCount: 0 } } });
    const before = await server.dump();
    for (const query of [
      'mutation { createOrganization(input: { name: "x" }) { id } }',
      'query a { serverTime } mutation b { createOrganization(input: { name: "x" }) { id } }',
    ]) {
      const refused = await ask(query, '&operationName=b');
      expect([refused.status, (await refused.json()).errors[0].extensions.code].join()).toMatch(/^4\d\d,BAD_REQUEST$/);
    }
    expect(await server.dump()).toEqual(before);
  });

  it('a request that another page’s form could send is refused', async () => {
    const body = JSON.stringify({ query: 'mutation { createOrganization(input: { name: "x" }) { id } }' });
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        body,
        headers: { 'content-type': type },
      });
      expect(response.status).toBe(400);
    }
    expect((await get('/graphql?query={serverTime}')).status).toBe(400);
    expect((await server.dump()).organization).toBeNull();
  });

  it('no other origin may read the API unless it is configured', async () => {
    const allowed = async (of: TestServer, origin: string, method: string) => {
      const headers = { origin, 'content-type': 'application/json', 'access-control-request-method': 'POST' };
      const body = method === 'POST' ? '{"query":"{ serverTime }"}' : undefined;
      const response = await fetch(`${of.url}/graphql`, { method, headers, body });
      expect(response.headers.get('access-control-allow-credentials')).toBeNull();
      return response.headers.get('access-control-allow-origin');
    };
    for (const method of ['POST', 'OPTIONS']) {
      expect(await allowed(strict, STUDIO, method)).toBeNull();
      expect(await allowed(server, STUDIO, method)).toBe(STUDIO);
      expect(await allowed(server, 'http://localhost:5173', method)).toBe('http://localhost:5173');
      for (const other of [
        'https://evil.example',
        `${STUDIO}.evil.example`,
        'http://studio.apollographql.com',
        'null',
      ]) {
        expect(await allowed(server, other, method)).toBeNull();
      }
    }
  });

  it('says that it lives, and that it is ready', async () => {
    for (const [path, status] of [
      ['/healthz', 'ok'],
      ['/readyz', 'ready'],
    ] as const) {
      const response = await get(path);
      expect([response.status, await response.json()]).toEqual([200, { status }]);
      expect(response.headers.get('x-powered-by')).toBeNull();
    }
  });

  it('a browser that opens /graphql is given the explorer, with both endpoints and the examples', async () => {
    const response = await get('/graphql', { accept: 'text/html,application/xhtml+xml' });
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    const html = await response.text();
    expect(html).toContain("const endpoint = location.origin + '/graphql';");
    expect(html).toContain('initialEndpoint: endpoint,');
    expect(html).toContain("initialSubscriptionEndpoint: endpoint.replace(/^http/, 'ws'),");
    const [, document = ''] = /^ *document: (.*),$/m.exec(html) ?? [];
    for (const example of examples) expect(JSON.parse(document)).toContain(example.document.trim());
    // Every script that is opened is closed once: nothing in the examples ends one early.
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html.match(/<\/script/gi)).toHaveLength(2);
    expect(document).not.toContain('<');
    const [, variables = ''] = /^ *variables: (.*),$/m.exec(html) ?? [];
    expect(JSON.parse(variables)).toMatchObject({ id: '' });
  });

  it('EXPLORER=no hides it, here and at /explorer', async () => {
    const response = await get('/graphql', { accept: 'text/html' }, strict);
    expect(await response.text()).not.toMatch(/sandbox|<script/i);
    expect((await get('/explorer', { accept: 'text/html' }, strict)).status).toBe(404);
    expect(await strict.data('{ __typename }')).toEqual({ __typename: 'Query' });
  });
});
