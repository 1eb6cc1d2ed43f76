import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDraft, aFoundingMeeting, attempt, idsOf, perform } from '../support/builders.js';
import { ALIASES } from '../support/plans.js';
import { startServer, type TestServer, type ToldError } from '../support/server.js';

describe('HTTP', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  const post = (body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  it.each([
    ['application/json', 'application/json'],
    ['application/graphql-response+json', 'application/graphql-response+json'],
    ['application/graphql-response+json, application/json;q=0.9', 'application/graphql-response+json'],
    ['*/*', 'application/json'],
  ])('[G1] what the pipeline refuses comes in the media type that is asked for: %s', async (accept, type) => {
    for (const query of [ALIASES, '{ nothing }', '{ board(']) {
      const response = await post({ query }, { accept });
      expect([response.status, response.headers.get('content-type')]).toEqual([400, `${type}; charset=utf-8`]);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(Object.keys((await response.json()) as object)).toEqual(['errors']);
    }
  });

  it('[G4] lets the longest text in, and no body of more than 256 kB', async () => {
    const { meetingId, speakers } = await aDraft(server);
    const item = {
      kind: 'STATEMENT',
      title: 'S',
      speakerId: (speakers ?? [])[0] ?? (await idsOf(server, meetingId)).speakers[0],
    };
    await perform(server, 'addItem', { meetingId, input: item });
    const [statementId] = (await idsOf(server, meetingId)).statements;
    const { code } = await attempt(server, 'writeStatement', { meetingId, statementId, body: '述'.repeat(50_000) });
    expect(code).toBeUndefined();
    const response = await post({ query: '{ serverTime }', more: 'x'.repeat(256 * 1024) });
    expect(response.status).toBe(413);
    expect(((await response.json()) as { errors: ToldError[] }).errors[0]?.extensions.code).toBe('BAD_REQUEST');
  });

  it('[G5] takes one operation at a time, with an object of variables', async () => {
    const one = { query: '{ serverTime }' };
    for (const body of [
      [one],
      [one, one],
      [],
      { ...one, variables: [] },
      { ...one, variables: '{}' },
      { ...one, variables: 1 },
    ]) {
      const response = await post(body);
      const { errors } = (await response.json()) as { errors: ToldError[] };
      expect([response.status, errors[0]?.extensions.code]).toEqual([400, 'BAD_REQUEST']);
      expect(errors[0]?.message).not.toBe('');
    }
  });

  it('[G5] GET asks and never changes anything, nor answers what a page elsewhere could have sent', async () => {
    const before = await server.dump();
    const get = (query: string, headers: Record<string, string> = {}, more = '') =>
      fetch(`${server.url}/graphql?query=${encodeURIComponent(query)}${more}`, { headers });
    const change = 'mutation { createOrganization(input: { name: "x" }) { id } }';
    const ours = { 'apollo-require-preflight': '1' };
    for (const [query, headers, more, status] of [
      [change, ours, '', 405],
      [change, { 'content-type': 'application/json' }, '', 405],
      [change, {}, '', 400],
      ['{ serverTime }', {}, '', 400],
      ['{ serverTime }', ours, `&query=${encodeURIComponent(change)}`, 400],
      [ALIASES, ours, '', 400],
      [ALIASES, { 'content-type': 'application/json' }, '', 400],
      [`query a { serverTime } ${change.replace('mutation', 'mutation b')}`, ours, '&operationName=b', 405],
      ['{ serverTime }', ours, '', 200],
    ] as const) {
      const response = await get(query, headers as Record<string, string>, more);
      expect([query, headers, response.status]).toEqual([query, headers, status]);
    }
    expect(await server.dump()).toEqual(before);
  });

  it('[G3] what is answered from what was made before is held to the same limits', async () => {
    const meetingId = await aFoundingMeeting(server);
    const query = 'query ($id: ID!) { meeting(id: $id) { title } }';
    const good = await post({ query, variables: { id: meetingId } });
    expect(good.headers.get('etag')).not.toBeNull();
    for (const more of [
      JSON.stringify(Array(2_001).fill(0)),
      JSON.stringify('x'.repeat(120_000)),
      `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
    ]) {
      const body = JSON.stringify({ query, variables: { id: meetingId, more: '?' } });
      const refused = await post(body.replace('"?"', more));
      const { errors } = (await refused.json()) as { errors: ToldError[] };
      expect([refused.status, errors[0]?.extensions.code]).toEqual([400, 'TOO_COMPLEX']);
    }
  });
});
