import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { endSessions, openSession, touchSessions } from '../../src/access/session.store.js';
import { aDraft, idsOf } from '../support/builders.js';
import { ADMINISTRATOR } from '../support/credentials.js';
import { eventually } from '../support/process.js';
import { startServer, type TestServer } from '../support/server.js';
import { bearer, visitor } from '../support/visitor.js';

const OWNER = { accountId: ADMINISTRATOR };
const RENAME = `mutation ($id: ID!) { updateMeeting(meetingId: $id, input: { title: "in vain" }) { seq } }`;

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

/** Commands that wait for a lock in this database; other tests have theirs. */
const waiting = async (): Promise<number> => {
  const rows = await server.sql(
    `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return rows[0].n;
};

it.each<[string, (manager: EntityManager, sessionId: string) => Promise<unknown>, string]>([
  ['whose session ended', (manager, id) => endSessions(manager, { id }), 'UNAUTHENTICATED'],
  ['whose rights were changed', (manager) => touchSessions(manager, OWNER), 'FORBIDDEN'],
])('[F6] refuses the command of somebody %s while it waited for the meeting', async (_, change, code) => {
  const { database } = server.services;
  const { meetingId } = await aDraft(server);
  const { seq } = await idsOf(server, meetingId);
  const { token, sessionId } = await openSession(database.manager, OWNER, {
    seconds: 60,
    address: '',
    userAgent: '',
  });
  const before = await waiting();
  const command = await database.transaction(async (manager) => {
    await manager.query('SELECT FROM meeting WHERE id = $1 FOR UPDATE', [meetingId]);
    const asked = visitor(server, bearer(token))(RENAME, { id: meetingId });
    await eventually(waiting, (count) => count > before);
    await change(database.manager, sessionId);
    return { asked };
  });
  expect((await command.asked).code).toBe(code);
  expect(await idsOf(server, meetingId)).toMatchObject({ seq });
});
