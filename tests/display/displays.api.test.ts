import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createSeen, type Seen } from '../../src/access/seen.js';
import { findSessions } from '../../src/access/session.load.js';
import { aDraft, attempt, UNKNOWN } from '../support/builders.js';
import { aScreen, confirm, displaysOf, stateOf } from '../support/pairing.js';
import { eventually } from '../support/process.js';
import { startServer, type TestServer } from '../support/server.js';
import { hearing } from '../support/statements.js';

describe('the displays of a meeting', () => {
  let here: TestServer;
  let there: TestServer;
  let meetingId: string;
  const seen: Seen[] = [];
  beforeAll(async () => {
    here = await startServer();
    there = await startServer({ DATABASE_URL: here.databaseUrl });
    ({ meetingId } = await aDraft(here));
  });
  afterAll(async () => {
    await Promise.all(seen.map(({ stop }) => stop()));
    await there.stop();
    await here.stop();
  });

  const aDisplay = async (name = 'Hall', id = meetingId) => {
    const { code, token } = await aScreen(here);
    const display = await confirm(there, id, code, name);
    const [session] = await findSessions(here.services.database, [token]);
    return { id: display.id as string, token, sessionId: session!.sessionId };
  };
  /** The sockets of one server, opened and closed by hand. */
  const lookOut = ({ services }: TestServer) => {
    const open = new Set<string>();
    const reports: string[] = [];
    const report = (message: string) => void reports.push(message);
    const watch = createSeen({ database: services.database, open: () => open, report });
    seen.push(watch);
    return {
      reports,
      ...watch,
      arrive(sessionId: string) {
        open.add(sessionId);
        watch.arrived(sessionId);
      },
      leave(sessionId: string) {
        open.delete(sessionId);
        watch.left(sessionId);
      },
    };
  };
  const becomes = (server: TestServer, id: string, isConnected: boolean) =>
    eventually(
      async () => (await displaysOf(server, meetingId)).find((display) => display.id === id),
      (display) => display.isConnected === isConnected,
    );

  it('[Y4] are listed as they were paired, by any server, and a revoked one no longer', async () => {
    const { meetingId: own } = await aDraft(here);
    const names = ['Hall', 'Foyer', 'Stage'];
    const ids: string[] = [];
    for (const name of names) ids.push((await aDisplay(name, own)).id);
    for (const server of [here, there]) {
      const listed = await displaysOf(server, own);
      expect(listed.map(({ name }) => name)).toEqual(names);
      expect(listed.map(({ isConnected }) => isConnected)).toEqual([false, false, false]);
    }
    await attempt(there, 'revokeDisplay', { meetingId: own, displayId: ids[1] });
    expect((await displaysOf(here, own)).map(({ id }) => id)).toEqual([ids[0], ids[2]]);
  });

  it('[Y4] are connected while a socket is open on any server, and not once the last is closed', async () => {
    const { id, sessionId } = await aDisplay();
    const [a, b] = [lookOut(here), lookOut(there)];
    a.arrive(sessionId);
    await becomes(there, id, true);
    a.leave(sessionId);
    await becomes(there, id, false);
    b.arrive(sessionId);
    await becomes(here, id, true);
    expect([...a.reports, ...b.reports]).toEqual([]);
  });

  it('[Y4] are connected if they have come back before it was written that they left', async () => {
    const { id, sessionId } = await aDisplay();
    const door = lookOut(here);
    door.arrive(sessionId);
    door.leave(sessionId);
    door.arrive(sessionId);
    await door.stop();
    expect((await displaysOf(there, meetingId)).find((display) => display.id === id).isConnected).toBe(true);
    const closing = lookOut(here);
    closing.leave(sessionId);
    await closing.stop();
    expect((await displaysOf(there, meetingId)).find((display) => display.id === id).isConnected).toBe(false);
  });

  it('[Y4] are not believed to be connected when nothing was heard of them for 25 seconds', async () => {
    const { id, sessionId } = await aDisplay();
    const door = lookOut(here);
    door.arrive(sessionId);
    await becomes(here, id, true);
    await door.stop();
    await here.sql("UPDATE session SET connected_at = connected_at - interval '25 seconds' WHERE id = $1", sessionId);
    await becomes(there, id, false);
  });

  it('[Y4] cost the same number of statements, however many they are', async () => {
    const { meetingId: few } = await aDraft(here);
    const { meetingId: many } = await aDraft(here);
    await aDisplay('Hall', few);
    for (let number = 1; number <= 5; number++) await aDisplay(`Hall ${number}`, many);
    const statements: string[] = [];
    const counting = await startServer(
      { DATABASE_URL: here.databaseUrl },
      hearing((text) => void statements.push(text)),
    );
    const cost = async (id: string) => {
      statements.length = 0;
      await displaysOf(counting, id);
      return statements.filter((text) => /FROM (display|session) t/.test(text)).length;
    };
    await cost(few);
    expect([await cost(few), await cost(many)]).toEqual([2, 2]);
    await counting.stop();
  });

  it('[Y5] are given another name', async () => {
    const { id } = await aDisplay('Hall');
    expect(
      (await attempt(there, 'updateDisplay', { meetingId, displayId: id, input: { name: ' Foyer ' } })).done,
    ).toMatchObject({
      id,
      name: 'Foyer',
    });
    const before = await here.dump();
    expect((await attempt(here, 'updateDisplay', { meetingId, displayId: id, input: { name: '' } })).code).toBe(
      'INVALID_INPUT',
    );
    expect((await attempt(here, 'updateDisplay', { meetingId, displayId: UNKNOWN, input: { name: 'x' } })).code).toBe(
      'NOT_FOUND',
    );
    expect(await here.dump()).toEqual(before);
  });

  it('[Y5] are revoked for good: the session has ended on every server', async () => {
    const { id, token, sessionId } = await aDisplay();
    const other = await aDisplay();
    const gone = { meetingId, displayId: id.toUpperCase() };
    expect((await attempt(there, 'revokeDisplay', gone)).done).toBe(true);
    for (const server of [here, there]) {
      expect(await findSessions(server.services.database, [token])).toEqual([null]);
      expect(await stateOf(server, token)).toBe('WRONG_CODE');
    }
    const [{ isMarked }] = await here.sql(
      'SELECT ended_at IS NOT NULL AND changed_at >= ended_at AS "isMarked" FROM session WHERE id = $1',
      sessionId,
    );
    expect(isMarked).toBe(true);
    expect((await findSessions(here.services.database, [other.token]))[0]?.id).toBe(other.id);
    const before = await here.dump();
    expect((await attempt(here, 'revokeDisplay', gone)).done).toBe(true);
    expect((await attempt(here, 'updateDisplay', { ...gone, input: { name: 'x' } })).code).toBe('NOT_FOUND');
    expect(await here.dump()).toEqual(before);
  });

  it('[Y5] are not reached through another meeting', async () => {
    const { id } = await aDisplay();
    const { meetingId: other } = await aDraft(here);
    const before = await here.dump();
    for (const name of ['revokeDisplay', 'updateDisplay']) {
      for (const stranger of [other, UNKNOWN, 'nothing']) {
        const { code } = await attempt(here, name, { meetingId: stranger, displayId: id, input: { name: 'x' } });
        expect(code).toBe('NOT_FOUND');
      }
    }
    expect(await here.dump()).toEqual(before);
  });
});
