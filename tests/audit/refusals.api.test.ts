import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { everyone, inside, type Visit } from '../../src/access/viewer.js';
import { createAudit } from '../../src/audit/audit.js';
import { noteRefusal } from '../../src/audit/refusals.js';
import { createDataSource } from '../../src/database/data-source.js';
import { Refusal } from '../../src/errors.js';
import { aDraft, attempt, perform, UNKNOWN } from '../support/builders.js';
import { Hostile } from '../support/hostile.js';
import { startServer, type TestServer } from '../support/server.js';
import { damages, trail, trailEnd, trailHas } from '../support/trail.js';
import { anAccount, bearer, visitor as somebody } from '../support/visitor.js';

describe('what was refused is in the audit trail', () => {
  let server: TestServer;
  let meetingId: string;
  beforeAll(async () => {
    server = await startServer();
    ({ meetingId } = await aDraft(server));
  });
  afterAll(() => server.stop());

  const times = (lines: { times: number }[]) => lines.reduce((sum, line) => sum + line.times, 0);
  const visitor: Visit = { ...inside, viewer: everyone, door: 'HTTP', address: '10.0.0.9' };

  it('[H3] each refused mutation by its code, with its meeting and without a text', async () => {
    const before = await trailEnd(server);
    await attempt(server, 'openMeeting', { meetingId: meetingId.toUpperCase() });
    await attempt(server, 'callItem', { meetingId: UNKNOWN, itemId: UNKNOWN });
    await attempt(server, 'callItem', { meetingId: 'unspeakable', itemId: UNKNOWN });
    await attempt(server, 'addRequirement', { meetingId, input: { heading: `unspeakable${'x'.repeat(300)}` } });
    await attempt(server, 'deletePerson', { id: UNKNOWN });
    const lines = await trailHas(server, before, (found) => times(found) === 5);
    const told = lines.map(({ action, outcome, meetingId: id }) => [action, outcome, id].join(' '));
    expect(told.toSorted()).toEqual(
      [
        `openMeeting WRONG_STATUS ${meetingId}`,
        `callItem NOT_FOUND ${UNKNOWN}`,
        'callItem NOT_FOUND ',
        `addRequirement INVALID_INPUT ${meetingId}`,
        'deletePerson NOT_FOUND ',
      ].toSorted(),
    );
    expect(JSON.stringify(lines)).not.toContain('unspeakable');
  });

  it('[H3] what somebody tried to look at and may not, whoever refuses it', async () => {
    const { ask } = await anAccount(server, 'curious');
    const before = await trailEnd(server);
    await ask('query ($id: ID!) { sessions(accountId: $id) { id } }', { id: UNKNOWN });
    await ask('query ($id: ID!) { meeting(id: $id) { id } }', { id: meetingId });
    await server.ask('query ($id: ID!) { pairingOf(meetingId: $id, code: "none") { address } }', { id: meetingId });
    const nobody = somebody(server, bearer('unspeakable'));
    await nobody('{ serverTime }');
    const socket = await Hostile.open(server.url, { init: false });
    socket.send({ type: 'connection_init', payload: { token: 'unspeakable' } });
    await socket.ended();
    const lines = await trailHas(server, before, (found) => times(found) === 5);
    // Equal ones of one moment are one line.
    const each = lines.flatMap(({ action, outcome, times: n }) => Array(n).fill(`${action} ${outcome}`));
    expect(each.toSorted()).toEqual([
      'meeting FORBIDDEN',
      'pairingOf WRONG_CODE',
      'presentToken UNAUTHENTICATED',
      'presentToken UNAUTHENTICATED',
      'sessions FORBIDDEN',
    ]);
    expect(JSON.stringify(lines)).not.toContain('unspeakable');
  });

  it('[H3] not what a query finds wrong, nor what is no command at all', async () => {
    const before = await trailEnd(server);
    await server.ask('{ board(meetingId: "none") { seq } }');
    await server.ask('mutation { callItem(meetingId: 1) { seq } }');
    await attempt(server, 'openMeeting', { meetingId });
    const lines = await trailHas(server, before, (found) => found.length > 0);
    expect(lines.map(({ action }) => action)).toEqual(['openMeeting']);
  });

  it('[H3] many of one kind are few lines with the right count', async () => {
    const before = await trailEnd(server);
    await Promise.all(Array.from({ length: 200 }, () => attempt(server, 'openMeeting', { meetingId })));
    const lines = await trailHas(server, before, (found) => times(found) === 200);
    expect(lines.length).toBeLessThan(100);
    expect(lines.every(({ action, outcome }) => action === 'openMeeting' && outcome === 'WRONG_STATUS')).toBe(true);
  });

  it('[H3] once, however many hear of it', async () => {
    const before = await trailEnd(server);
    const context = { audit: server.services.audit, visit: visitor };
    const refusal = new Refusal('FORBIDDEN');
    noteRefusal(context, { fieldName: 'auditTrail' }, {}, refusal);
    noteRefusal(context, { fieldName: 'auditTrail' }, {}, refusal);
    noteRefusal(context, { fieldName: 'signIn' }, {}, new Refusal('WRONG_CREDENTIALS'), { name: 'li' });
    const lines = await trailHas(server, before, (found) => found.length === 2);
    expect(lines).toMatchObject([
      { action: 'auditTrail', outcome: 'FORBIDDEN', actorKind: 'PUBLIC', address: '10.0.0.9', times: 1, detail: {} },
      { action: 'signIn', outcome: 'WRONG_CREDENTIALS', detail: { name: 'li' } },
    ]);
  });

  it('[H3] a command that is repeated by its key is noted as such', async () => {
    const command = { meetingId, input: { heading: 'once' }, idempotencyKey: 'key' };
    const before = await trailEnd(server);
    const { seq, subjectId } = await perform(server, 'addRequirement', command);
    await perform(server, 'addRequirement', command);
    const lines = await trailHas(server, before, (found) => found.length === 2);
    expect(lines).toMatchObject([
      { action: 'addRequirement', outcome: 'DONE', meetingSeq: seq, subjectId, detail: {} },
      { action: 'addRequirement', outcome: 'DONE', meetingSeq: null, subjectId, detail: { isRepeated: true } },
    ]);
  });

  it('[H3] is kept while the database is away, written when it is back or the server stops, and never throws', async () => {
    const { database } = server.services;
    const reports: string[] = [];
    const audit = createAudit(database, (message) => reports.push(message));
    const before = await trailEnd(server);
    await database.query('ALTER TABLE audit_pending RENAME TO audit_gone');
    audit.note(visitor, { action: 'first', outcome: 'FORBIDDEN' });
    for (let n = 0; n < 3; n++) audit.note(visitor, { action: 'second', outcome: 'FORBIDDEN' });
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    expect(() => audit.note(visitor, { action: 'third', detail: loop })).not.toThrow();
    expect(reports).toEqual(['a line was lost to the audit trail']);
    await database.query('ALTER TABLE audit_gone RENAME TO audit_pending');
    await audit.close();
    const lines = await trail(server, before);
    expect(lines.map(({ action, times: count }) => [action, count])).toEqual([
      ['first', 1],
      ['second', 3],
    ]);
    audit.note(visitor, { action: 'fourth' });
    await audit.close();
    expect(await trail(server, before)).toHaveLength(2);
    expect(await damages(server)).toEqual([]);
  });

  it('[H3] is given up, with a report, when the server stops while the database is away', async () => {
    const database = createDataSource('postgres://nobody@127.0.0.1:1/none');
    const reports: string[] = [];
    const audit = createAudit(database, (message) => reports.push(message));
    audit.note(visitor, { action: 'first' });
    audit.note(visitor, { action: 'second' });
    await audit.close();
    expect(reports).toEqual(['1 lines were lost to the audit trail', '1 lines were lost to the audit trail']);
  });
});
