import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startServer, type TestServer } from '../support/server.js';

const JSON_TYPE = { 'content-type': 'application/json' };

describe('bodies that are no GraphQL request', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  const send = async (body: BodyInit | undefined, headers: HeadersInit = JSON_TYPE, method = 'POST') => {
    const response = await fetch(`${server.url}/graphql`, { method, headers, body });
    const text = await response.text();
    expect(response.headers.get('content-type')).toMatch(/^application\/json\b/);
    // Neither a stack nor a path of this machine is told.
    expect(text).not.toMatch(/\bat .*\.[jt]s:\d|node_modules|<html|\/dist\//);
    return { status: response.status, errors: JSON.parse(text).errors };
  };

  const request = (more: object = {}) => JSON.stringify({ query: '{ serverTime }', ...more });

  it('[E3] are answered as JSON with a code, and without a stack', async () => {
    const cases: [string, BodyInit | undefined, number, HeadersInit?][] = [
      ['no body', undefined, 400],
      ['empty', '', 400],
      ['no JSON', '{"query"', 400],
      ['a number', '1', 400],
      ['null', 'null', 400],
      ['a text', '"{ serverTime }"', 400],
      ['a list', '[]', 400],
      ['a batch', `[${request()}]`, 400],
      ['nothing in it', '{}', 400],
      ['no query', request({ query: null }), 400],
      ['a number as query', request({ query: 1 }), 400],
      ['text as variables', request({ variables: '{}' }), 400],
      ['a list as variables', request({ variables: [] }), 400],
      ['a number as extensions', request({ extensions: 1 }), 400],
      ['a number as operationName', request({ operationName: 1 }), 400],
      ['an unknown operationName', request({ operationName: 'x' }), 400],
      ['JSON in UTF-16', Buffer.from(request(), 'utf16le'), 400],
      ['over 1 MB', request({ query: `#${'x'.repeat(1024 * 1024)}` }), 413],
      [
        'over 1 MB once unpacked',
        gzipSync(`#${'x'.repeat(9_000_000)}`),
        413,
        { ...JSON_TYPE, 'content-encoding': 'gzip' },
      ],
      ['a broken archive', 'xxxx', 400, { ...JSON_TYPE, 'content-encoding': 'gzip' }],
      ['an unknown encoding', request(), 415, { ...JSON_TYPE, 'content-encoding': 'xyz' }],
      ['an unknown charset', request(), 415, { 'content-type': 'application/json; charset=gbk' }],
      ['plain text', request(), 400, { 'content-type': 'text/plain' }],
      ['no type', Buffer.from(request()), 400, {}],
      ['a form', 'query={serverTime}', 400, { 'content-type': 'application/x-www-form-urlencoded' }],
      ['parts', '--x--', 400, { 'content-type': 'multipart/form-data; boundary=x' }],
      ['GraphQL without JSON', '{ serverTime }', 400, { 'content-type': 'application/graphql' }],
    ];
    for (const [name, body, status, headers] of cases) {
      for (const language of ['zh-CN', 'en']) {
        const answer = await send(body, { ...(headers ?? JSON_TYPE), 'accept-language': language } as HeadersInit);
        expect({ name, ...answer }).toMatchObject({ name, status, errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
        expect(answer.errors[0].message).not.toBe('');
      }
    }
    expect((await send('{', { ...JSON_TYPE, 'accept-language': 'zh' })).errors[0].message).toMatch(/^请求有误：/);
    expect(server.logged).toEqual([]);
  });

  it('[E3] a persisted query is refused by its own code', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: 'x' } };
    const { errors } = await send(JSON.stringify({ extensions }));
    expect(errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_SUPPORTED');
  });

  it('[E3] other methods are refused', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      const { status, errors } = await send(request(), JSON_TYPE, method);
      expect([method, status, errors[0].extensions.code]).toEqual([method, 405, 'BAD_REQUEST']);
    }
  });

  it('[E3] variables named like parts of an object’s prototype do no harm', async () => {
    const variables = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
    const { errors } = await send(`{"query":"{ serverTime }","variables":${variables},"__proto__":{"polluted":1}}`);
    expect(errors).toBeUndefined();
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('what breaks off, or is no HTTP, does not disturb the server', async () => {
    const { hostname, port } = new URL(server.url);
    const broken = (text: string) =>
      new Promise<void>((resolve) => {
        const socket = connect(Number(port), hostname, () => socket.end(text));
        socket.on('error', () => resolve());
        socket.on('close', () => resolve());
        socket.resume();
      });
    const head = 'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
    await broken(`${head}Content-Length: 100\r\n\r\n{"query":`);
    await broken('\0\0\0\0\r\n\r\n');
    await broken('GET /graphql HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
    await broken(`${head}Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: x\r\n\r\n`);
    expect((await send(request())).errors).toBeUndefined();
    expect(server.logged.filter(({ level }) => level >= 50)).toEqual([]);
  });
});
