import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { prepare } from '../../src/demo/prepare.js';
import { type Span, startCollector } from '../support/collector.js';
import { authorization } from '../support/credentials.js';
import { cloneDatabase } from '../support/database.js';
import { post, spawnServer } from '../support/process.js';
import { openSocket } from '../support/socket.js';

const BOARD = 'subscription ($id: ID!) { board(meetingId: $id) { seq } }';
const OPEN = 'mutation ($id: ID!) { openMeeting(meetingId: $id) { seq } }';
const TRACE = '0af7651916cd43dd8448eb211c80319c';
const CALLER = 'b7ad6b7169203331';

/** What follows from a command, on the server that sends. */
const AFTER = ['board load', 'send'];

const prepareAt = (url: string) =>
  prepare(async (document, variables) => (await post(url, document, variables)).data, 'en', 'traced');

describe('traces', () => {
  it('[O2] lead from the request through the command to what another server sends', async () => {
    const collector = await startCollector();
    const database = await cloneDatabase();
    const environment = { DATABASE_URL: database.url, DEMO: 'no', OTEL_EXPORTER_OTLP_ENDPOINT: collector.url };
    const writer = await spawnServer(environment);
    const sender = await spawnServer(environment);
    const id = await prepareAt(writer.url);
    const socket = openSocket(sender.url);
    const boards = socket.subscribe(BOARD, { id });
    await boards.next();
    const response = await fetch(`${writer.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization, traceparent: `00-${TRACE}-${CALLER}-01` },
      body: JSON.stringify({ query: OPEN, variables: { id } }),
    });
    const { data } = (await response.json()) as { data: { openMeeting: { seq: number } } };
    const { seq } = data.openMeeting;
    await boards.until((message) => message.data.board.seq === seq);
    await socket.close();
    // A server that stops hands over what it has.
    expect(await writer.end('SIGTERM')).toBe(0);
    expect(await sender.end('SIGTERM')).toBe(0);
    await collector.stop();
    await database.drop();

    const spans = collector.spans.filter(({ traceId }) => traceId === TRACE);
    const span = (name: string): Span => {
      const found = spans.filter((one) => one.name === name);
      expect(found).toHaveLength(1);
      return found[0]!;
    };
    const command = span('command openMeeting');
    expect(command.parentSpanId).toBe(CALLER);
    for (const name of AFTER) expect(span(name).parentSpanId).toBe(command.spanId);
    for (const { attributes } of spans) {
      expect(attributes).toMatchObject({ 'service.name': 'rostrum', 'rostrum.meeting': id, 'rostrum.seq': seq });
    }
    const instance = (name: string) => span(name).attributes['service.instance.id'];
    expect(instance('board load')).not.toBe(instance('command openMeeting'));
  });

  it('[O2] are no reason to fail where the collector is away', async () => {
    const collector = await startCollector();
    await collector.stop();
    const database = await cloneDatabase();
    const server = await spawnServer({
      DATABASE_URL: database.url,
      DEMO: 'no',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    });
    const id = await prepareAt(server.url);
    expect((await post(server.url, OPEN, { id })).errors).toBeUndefined();
    expect(await server.end('SIGTERM')).toBe(0);
    expect(server.output()).toContain('traces could not be handed over');
    await database.drop();
  });

  it.each(['', 'http://127.0.0.1:9'])('[O2] load the SDK only where there is a collector: "%s"', async (endpoint) => {
    const program = `
      import { createRequire } from 'node:module';
      import { startTraces } from './dist/src/telemetry/traces.js';
      await startTraces(${JSON.stringify(endpoint)}, console);
      console.log(Object.keys(createRequire(process.cwd() + '/x').cache).some((file) => file.includes('sdk-trace')));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
    expect(stdout.trim()).toBe(String(endpoint !== ''));
  });
});
