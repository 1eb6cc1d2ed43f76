import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import WebSocket from 'ws';
import { aFoundingMeeting, command } from '../support/builders.js';
import { namesOf, readMetrics } from '../support/metrics.js';
import { eventually } from '../support/process.js';
import { startServer, type TestServer } from '../support/server.js';
import { openSocket } from '../support/socket.js';

const BOARD = 'subscription ($id: ID!) { board(meetingId: $id) { seq } }';

describe('what an operator sees', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  const scrape = async () => {
    const response = await fetch(`${server.url}/metrics`);
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    return readMetrics(await response.text());
  };

  it('[O1] is Prometheus text: counters end in _total, buckets add up, and units are seconds and bytes', async () => {
    const { families, value } = await scrape();
    expect(families.size).toBeGreaterThan(30);
    for (const [name, { type, samples }] of families) {
      expect(name).toMatch(/^(rostrum|process|nodejs)_/);
      expect(name.endsWith('_total')).toBe(type === 'counter');
      for (const sample of samples) expect(sample.value).toBeGreaterThanOrEqual(0);
      if (type !== 'histogram') continue;
      expect(name).toMatch(/_seconds$/);
      expect(value(`${name}_bucket`, 'le="+Inf"')).toBe(value(`${name}_count`));
    }
    expect(value('process_resident_memory_bytes')).toBeGreaterThan(10e6);
    expect(value('process_cpu_seconds_total')).toBeGreaterThan(0);
    const now = Date.now() / 1000;
    expect(Math.abs(value('process_start_time_seconds') - (now - process.uptime()))).toBeLessThan(60);
  });

  it('[O1] says what happened', async () => {
    const id = await aFoundingMeeting(server);
    const before = await scrape();
    const sockets = [openSocket(server.url), openSocket(server.url)];
    const boards = sockets.map((socket) => socket.subscribe(BOARD, { id }));
    for (const board of boards) await board.next();
    const during = await scrape();
    expect(during.value('rostrum_sockets')).toBe(2);
    expect(during.value('rostrum_meetings')).toBe(1);
    const { data } = await command(server, id, 'openMeeting');
    for (const board of boards) expect((await board.next()).data.board.seq).toBe(data.done?.seq);
    // Who comes late gets what is there: no step was late for it.
    const late = openSocket(server.url);
    expect((await late.subscribe(BOARD, { id }).next()).data.board.seq).toBe(data.done?.seq);
    await late.close();
    await server.ask('{ nothing }');
    await new Promise((resolve) => new WebSocket(`${server.url}/elsewhere`).once('error', resolve));
    for (const socket of sockets) await socket.close();

    // The loop of sends, an answer's end and a socket's end are counted when they are over.
    const after = await eventually(scrape, ({ value }) => {
      const http = value('rostrum_http_requests_total', 'status="400"');
      const heard = value('rostrum_doorbell_lag_seconds_count') > before.value('rostrum_doorbell_lag_seconds_count');
      return value('rostrum_sockets') === 0 && value('rostrum_meetings') === 0 && http === 1 && heard;
    });
    const grown = (name: string, labels?: string) => after.value(name, labels) - before.value(name, labels);
    expect(grown('rostrum_deliveries_total')).toBe(5);
    expect(grown('rostrum_delivered_bytes_total')).toBeGreaterThan(5 * '{"seq":1}'.length);
    expect(grown('rostrum_commit_to_send_seconds_count')).toBe(1);
    expect(grown('rostrum_board_loads_total')).toBe(2);
    expect(grown('rostrum_refused_total')).toBe(1);
    expect(grown('rostrum_http_requests_total', 'status="200"')).toBeGreaterThanOrEqual(2);
    expect(grown('rostrum_http_request_seconds_count')).toBe(grown('rostrum_http_requests_total'));
    expect(grown('rostrum_sql_seconds_count', 'verb="INSERT"')).toBeGreaterThanOrEqual(1);
    expect(grown('rostrum_sql_seconds_count', 'verb="COMMIT"')).toBeGreaterThanOrEqual(1);
    expect(after.value('rostrum_database_connections')).toBeGreaterThanOrEqual(1);
  });

  it('[O1] counts a step that the doorbell did not tell of', async () => {
    const id = await aFoundingMeeting(server);
    const socket = openSocket(server.url);
    const board = socket.subscribe(BOARD, { id });
    const { seq } = (await board.next()).data.board;
    const before = await scrape();
    await server.sql('UPDATE meeting SET seq = seq + 1 WHERE id = $1', id);
    await board.until(({ data }) => data.board.seq > seq);
    const missed = (await scrape()).value('rostrum_doorbell_missed_total');
    expect(missed - before.value('rostrum_doorbell_missed_total')).toBe(1);
    await socket.close();
  });

  it('[O1] counts a statement that fails', async () => {
    const before = await scrape();
    await expect(server.sql('SELECT 1 / 0')).rejects.toThrow('division by zero');
    expect((await scrape()).value('rostrum_sql_failures_total')).toBe(before.value('rostrum_sql_failures_total') + 1);
  });

  it('[O1] names nobody and nothing: labels are of a closed kind', async () => {
    await aFoundingMeeting(server);
    const { families } = await scrape();
    const samples = [...families.values()].flatMap((family) => family.samples);
    const pairs = samples.flatMap(({ labels }) => labels.split(',')).filter((pair) => pair !== '');
    for (const pair of pairs) {
      expect(pair).toMatch(/^(le="[0-9.+Inf]+"|status="(\d{3}|aborted)"|verb="[A-Z]+"|kind="[a-z]+")$/);
    }
  });

  it.each(['grafana-dashboard.json', 'alerts.yml'])('[O1] %s asks for what is there', async (file) => {
    const text = readFileSync(`docs/operations/${file}`, 'utf8');
    const asked = new Set(text.match(/\b(?:rostrum|process|nodejs)_[a-z0-9_]+\b/g));
    expect(asked.size).toBeGreaterThan(8);
    const there = [...(await scrape()).families].flatMap(([name, { type }]) => namesOf(name, type));
    expect([...asked].filter((name) => !there.includes(name))).toEqual([]);
  });

  it('[O1] is not shown where the configuration says so', async () => {
    const silent = await startServer({ METRICS: false });
    expect((await fetch(`${silent.url}/metrics`)).status).toBe(404);
    await silent.stop();
  });
});
