import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { everyone, inside, type Visit } from '../../src/access/viewer.js';
import { type Chained, createWalk } from '../../src/audit/walk.js';
import { createContext } from '../../src/context.js';
import { auditExport } from '../../src/doors/audit.export.js';
import { aDraft } from '../support/builders.js';
import { authorization } from '../support/credentials.js';
import { startServer, type TestServer } from '../support/server.js';
import { type TrailLine, trail, trailEnd, trailHas } from '../support/trail.js';

const named = (name: string): Visit => ({ ...inside, viewer: { ...inside.viewer, name } });
const NAMES = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1', '"a", b', '两\r\n行', 'plain'];

describe('the audit trail is exported', () => {
  let server: TestServer;
  let meetingId: string;
  beforeAll(async () => {
    server = await startServer();
    ({ meetingId } = await aDraft(server));
    for (const name of NAMES)
      await createContext(server.services, 'en', named(name)).act({ action: 'odd' }, async () => 0);
  });
  afterAll(() => server.stop());

  /** Asks as an administrator. */
  const get = (path: string) =>
    fetch(`${server.url}/audit.${path}`, { headers: { ...authorization, 'accept-language': 'zh' } });

  /** Reads RFC 4180. */
  const cells = (csv: string): string[][] =>
    csv
      .split(/\r\n(?=")/)
      .map((line) => [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell]) => cell!.replaceAll('""', '"')));

  it('[H6] as CSV that spreadsheets read and run nothing of', async () => {
    const response = await get('csv?action=odd');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [heading, ...rows] = cells(new TextDecoder().decode(bytes));
    expect(heading!.slice(0, 5)).toEqual(['seq', 'at', 'actorKind', 'actorId', 'actorName']);
    expect(rows.map((row) => row.length)).toEqual(NAMES.map(() => 15));
    expect(rows.map((row) => row[4])).toEqual(NAMES.map((name, index) => (index < 7 ? `'${name}` : name)));
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="audit.csv"');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('[H6] as lines of JSON from which alone the chain can be verified', async () => {
    const text = await (await get('jsonl')).text();
    const rows: Chained[] = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows.map(({ seq }) => seq)).toEqual((await trail(server)).slice(0, rows.length).map(({ seq }) => seq));
    expect(rows.at(-1)?.action).not.toBe('');
    const { take } = createWalk();
    expect(rows.flatMap(take)).toEqual([]);
  });

  it('[H6] in pages, however long it is', async () => {
    await server.sql(
      `INSERT INTO audit_pending SELECT gen_random_uuid(), '["SYSTEM",null,"x",null,"","many","DONE",null,null,null,"{}",1]' FROM generate_series(1, 2500)`,
    );
    const lines = (await (await get('jsonl?action=many')).text()).trimEnd().split('\n');
    expect(new Set(lines.map((line) => JSON.parse(line).seq)).size).toBe(2500);
    const none = await (await get('csv?action=none')).text();
    expect(cells(none)).toHaveLength(1);
    expect(await (await get('jsonl?action=none')).text()).toBe('');
  });

  it('[H6] and the export is itself in the trail, with what was asked for', async () => {
    const before = await trailEnd(server);
    await (await get(`csv?meetingId=${meetingId}&to=2999-01-01T00:00:00Z&text=part`)).text();
    const isIt = ({ detail }: TrailLine) => detail.text === 'part';
    const line = (await trailHas(server, before, (found) => found.some(isIt))).find(isIt);
    expect(line).toMatchObject({
      action: 'EXPORT',
      outcome: 'DONE',
      meetingId,
      detail: { format: 'csv', meetingId, text: 'part', to: '2999-01-01T00:00:00.000Z', lines: 3 },
    });
  });

  it('[H6] with the same conditions as the API’s, and what can’t be meant is refused', async () => {
    const count = async (query: string) => (await (await get(`jsonl?${query}`)).text()).split('\n').length - 1;
    expect(await count('actorKind=SYSTEM&outcome=DONE&action=odd')).toBe(NAMES.length);
    expect(await count('actorKind=DISPLAY')).toBe(0);
    expect(await count('from=2999-01-01')).toBe(0);
    for (const query of ['from=never', 'meetingId=x', 'action=%00', `text=${'x'.repeat(300)}`]) {
      const response = await get(`csv?${query}`);
      expect([query, response.status]).toEqual([query, 400]);
      const { errors } = (await response.json()) as { errors: { message: string }[] };
      expect(errors[0]?.message).toMatch(/[一-龟]/);
      expect(response.headers.get('content-disposition')).toBeNull();
    }
  });

  it('[H6] to administrators only; who is refused is noted', async () => {
    const operator = { ...inside.viewer, kind: 'ACCOUNT', isAdministrator: false } as const;
    const visits: Record<string, Visit> = {
      nobody: { ...inside, viewer: everyone, address: '10.9.9.9' },
      operator: { ...inside, viewer: operator, address: '10.9.9.9' },
    };
    const app = express().use(
      auditExport({
        services: server.services,
        visitOf: async (request) => visits[request.get('x-who') ?? ''] ?? inside,
        reportBug: () => undefined,
      }),
    );
    const http = app.listen(0, '127.0.0.1');
    await new Promise((resolve) => http.once('listening', resolve));
    const before = await trailEnd(server);
    const get = async (who: string) => {
      const { port } = http.address() as { port: number };
      const response = await fetch(`http://127.0.0.1:${port}/audit.jsonl?text=who`, { headers: { 'x-who': who } });
      return [response.status, await response.text()] as const;
    };
    expect(await get('nobody')).toEqual([401, expect.stringContaining('Please sign in first.')]);
    expect(await get('operator')).toEqual([403, expect.stringContaining('FORBIDDEN')]);
    expect((await get('administrator'))[0]).toBe(200);
    const isOurs = ({ address, detail }: TrailLine) => address === '10.9.9.9' || detail.text === 'who';
    const lines = await trailHas(server, before, (found) => found.filter(isOurs).length === 3);
    expect(lines.filter(isOurs).map(({ action, outcome, address }) => [action, outcome, address])).toEqual([
      ['EXPORT', 'UNAUTHENTICATED', '10.9.9.9'],
      ['EXPORT', 'FORBIDDEN', '10.9.9.9'],
      ['EXPORT', 'DONE', ''],
    ]);
    http.closeAllConnections();
    await new Promise((resolve) => http.close(resolve));
  });
});
