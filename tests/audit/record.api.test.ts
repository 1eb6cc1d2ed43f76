import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findSessions } from '../../src/access/session.load.js';
import { inside, type Visit } from '../../src/access/viewer.js';
import { createContext } from '../../src/context.js';
import { addRequirement } from '../../src/requirement/requirement.rules.js';
import { aDraft, aFoundingMeeting, attempt, idsOf, perform } from '../support/builders.js';
import { ADMINISTRATOR, TOKEN } from '../support/credentials.js';
import { startServer, type TestServer } from '../support/server.js';
import { damages, trail, trailEnd } from '../support/trail.js';

const ACCOUNT = '0190a000-0000-7000-8000-00000000aaaa';

describe('what is done is in the audit trail', () => {
  let server: TestServer;
  let meetingId: string;
  let organizationId: string;
  beforeAll(async () => {
    server = await startServer();
    ({ meetingId, organizationId } = await aDraft(server));
  });
  afterAll(() => server.stop());

  it('[H2] each command with who, when, from where and the entry that it wrote', async () => {
    const before = await trailEnd(server);
    const done = await perform(server, 'addRequirement', { meetingId, input: { heading: 'One' } });
    const [line, ...others] = await trail(server, before);
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      seq: String(Number(before) + 1),
      actorKind: 'ACCOUNT',
      actorId: ADMINISTRATOR,
      actorName: 'Tester',
      address: '127.0.0.1',
      action: 'addRequirement',
      outcome: 'DONE',
      meetingId,
      meetingSeq: done.seq,
      subjectId: done.subjectId,
      detail: {},
      times: 1,
    });
    expect(line!.at.getTime()).toBeGreaterThanOrEqual(new Date(done.at).getTime());
  });

  it('[H2] in the name of who asks', async () => {
    const before = await trailEnd(server);
    const [found] = await findSessions(server.services.database, [TOKEN]);
    const { sessionId } = found!;
    const viewer = { ...found!, id: ACCOUNT, name: '李勇' };
    const visit: Visit = { viewer, door: 'HTTP', address: '2001:db8::7', userAgent: 'x' };
    const { write, act } = createContext(server.services, 'en', visit);
    await write({ meetingId }, addRequirement, { heading: 'x', body: '' });
    await act({ action: 'changePassword' }, async (_manager, fact) => {
      fact.subjectId = ACCOUNT;
      fact.detail = { count: 2 };
    });
    const who = { actorKind: 'ACCOUNT', actorId: ACCOUNT, actorName: '李勇', sessionId };
    expect(await trail(server, before)).toMatchObject([
      { ...who, address: '2001:db8::7', action: 'addRequirement' },
      { ...who, address: '2001:db8::7', action: 'changePassword', subjectId: ACCOUNT, detail: { count: 2 } },
    ]);
  });

  it('[H2] units and persons, drafts, undo and deletion too', async () => {
    const draft = await aDraft(server);
    const before = await trailEnd(server);
    const input = { name: 'x', organizationId };
    const { id: unit } = await perform(server, 'createOrganization', { input: { name: 'x' } });
    await perform(server, 'updateOrganization', { id: unit, input: { name: 'y' } });
    await perform(server, 'deleteOrganization', { id: unit });
    const { id: person } = await perform(server, 'createPerson', { input });
    await perform(server, 'updatePerson', { id: person, input });
    await perform(server, 'deletePerson', { id: person });
    await perform(server, 'deleteMeeting', { meetingId: draft.meetingId });
    const founding = await aFoundingMeeting(server);
    const from = await trailEnd(server);
    const { statements, chair: author } = await idsOf(server, founding);
    const comment = { statementId: statements[0], authorId: author, body: 'unspeakable' };
    const act = (name: string, args: object = {}) => perform(server, name, { meetingId: founding, ...args });
    const { seq } = await act('openMeeting');
    await act('undoLastStep');
    const { subjectId: commentId } = await act('draftComment', { input: comment });
    await act('editDraft', { commentId, input: { body: 'unspeakable too' } });
    await act('discardDraft', { commentId });
    const lines = await trail(server, before);
    expect(lines.slice(0, 7).map(({ action, subjectId, meetingSeq }) => [action, subjectId, meetingSeq])).toEqual([
      ['createOrganization', unit, null],
      ['updateOrganization', unit, null],
      ['deleteOrganization', unit, null],
      ['createPerson', person, null],
      ['updatePerson', person, null],
      ['deletePerson', person, null],
      ['deleteMeeting', draft.meetingId, null],
    ]);
    expect((await trail(server, from)).map(({ action, meetingSeq }) => [action, meetingSeq])).toEqual([
      ['openMeeting', seq],
      ['undoLastStep', seq + 1],
      ['draftComment', null],
      ['editDraft', null],
      ['discardDraft', null],
    ]);
    expect(JSON.stringify(await trail(server))).not.toContain('unspeakable');
  });

  it('[H2] every entry of every journal has its line, but for what people’s changes announce', async () => {
    const rows = await server.sql(`SELECT type FROM journal_entry j WHERE type <> 'PeopleUpdated' AND NOT EXISTS (
      SELECT FROM audit_entry a WHERE a.meeting_id = j.meeting_id AND a.meeting_seq = j.seq AND a.outcome = 'DONE')`);
    expect(rows).toEqual([]);
  });

  it('[H2] nothing is done that can’t be told, and nothing is told that was not done', async () => {
    const before = [await server.dump(), await trail(server)];
    await server.sql(`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;
      CREATE TRIGGER fail BEFORE INSERT ON audit_entry EXECUTE FUNCTION fail()`);
    expect((await attempt(server, 'addRequirement', { meetingId, input: { heading: 'x' } })).code).toBe('INTERNAL');
    expect((await attempt(server, 'createOrganization', { input: { name: 'x' } })).code).toBe('INTERNAL');
    await server.sql('DROP FUNCTION fail CASCADE');
    await server.sql('UPDATE audit_head SET id = 2');
    expect((await attempt(server, 'addRequirement', { meetingId, input: { heading: 'x' } })).code).toBe('INTERNAL');
    await server.sql('UPDATE audit_head SET id = 1');
    const { act } = createContext(server.services, 'en', inside);
    await expect(act({ action: 'x' }, () => Promise.reject(new Error('on second thoughts')))).rejects.toThrow('second');
    expect([await server.dump(), await trail(server)]).toEqual(before);
    expect(await server.sql('SELECT FROM audit_pending')).toEqual([]);
  });

  it('[H1] PostgreSQL chains what Node verifies, whatever stands in it', async () => {
    const { act } = createContext(server.services, 'en', {
      ...inside,
      viewer: { ...inside.viewer, name: '"\\ \u2028 \t李勇 😀 \ud800\0%s' },
      address: "'; --",
    });
    const detail = { n: [1, 1.5, 1e21, 1e-7, Number.MAX_SAFE_INTEGER], text: '"\\\u0007é%s\0', deep: { a: null } };
    await act({ action: 'odd "%1$s', detail }, async () => undefined);
    await act({ action: 'x', meetingId: meetingId.toUpperCase(), subjectId: 'none' }, async () => undefined);
    expect((await trail(server)).slice(-2)).toMatchObject([
      { actorName: '"\\ \u2028 \t李勇 😀 \ufffd\ufffd%s', detail: { ...detail, text: '"\\\u0007é%s\ufffd' } },
      { meetingId, subjectId: null },
    ]);
    expect(await damages(server)).toEqual([]);
  });

  it('[H1] numbers have no holes and time does not go back, whatever the clock does', async () => {
    await server.sql(`UPDATE audit_head SET at = '2099-01-01T00:00:00Z'`);
    const before = await trailEnd(server);
    for (const heading of ['x', 'y']) await perform(server, 'addRequirement', { meetingId, input: { heading } });
    const later = await trail(server, before);
    expect(later.map(({ at }) => at.toJSON())).toEqual(Array(2).fill('2099-01-01T00:00:00.000Z'));
    expect((await trail(server)).map(({ seq }) => Number(seq))).toEqual(
      Array.from({ length: Number(await trailEnd(server)) }, (_, index) => index + 1),
    );
    expect(await damages(server)).toEqual([]);
  });

  it('[H4] commands of many meetings, drafts and changes of people at once all end, each with its line', async () => {
    const meetings = await Promise.all(Array.from({ length: 8 }, () => aFoundingMeeting(server)));
    const all = await Promise.all(meetings.map((id) => idsOf(server, id)));
    const [{ organization_id: unit }] = await server.sql(
      'SELECT organization_id FROM meeting WHERE id = $1',
      meetings[0],
    );
    const [{ id: person, organization_id: unitOfPerson }] = await server.sql(
      'SELECT person.id, person.organization_id FROM person JOIN participant ON person_id = person.id WHERE meeting_id = $1',
      meetings[0],
    );
    const before = await trailEnd(server);
    const work = Array.from({ length: 10 }, (_, n) => [
      ...meetings.map((id) => () => attempt(server, 'addRequirement', { meetingId: id, input: { heading: `R${n}` } })),
      ...meetings.map((id, index) => () => {
        const { statements, chair: authorId } = all[index]!;
        return attempt(server, 'draftComment', {
          meetingId: id,
          input: { statementId: statements[0], authorId, body: 'x' },
        });
      }),
      () => attempt(server, 'updateOrganization', { id: unit, input: { name: `Unit ${n}` } }),
      () => attempt(server, 'updatePerson', { id: person, input: { name: `P${n}`, organizationId: unitOfPerson } }),
      () => attempt(server, 'addRequirement', { meetingId, expectedSeq: 0, input: { heading: 'x' } }),
    ]).flat();
    const answers = await Promise.all(work.map((one) => one()));
    const codes = answers.map(({ code }) => code ?? 'DONE');
    expect(codes.filter((code) => code !== 'DONE')).toEqual(Array(10).fill('CONFLICT'));
    const done = (await trail(server, before)).filter(({ outcome }) => outcome === 'DONE');
    expect(done).toHaveLength(work.length - 10);
    expect(await damages(server)).toEqual([]);
  });

  it('[H4] a server that stalls in the middle of a command holds up nobody else', async () => {
    const before = await trailEnd(server);
    const { act } = createContext(server.services, 'en', inside);
    let goOn: (() => void) | undefined;
    const going = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let stalled: Promise<void> | undefined;
    await new Promise<void>((told) => {
      stalled = act({ action: 'stalled' }, async (manager) => {
        await server.services.audit.record(manager, inside, { action: 'told early' });
        told();
        await going;
      });
    });
    await perform(server, 'addRequirement', { meetingId, input: { heading: 'x' } });
    expect((await trail(server, before)).map(({ action }) => action)).toEqual(['addRequirement']);
    goOn?.();
    await stalled;
    expect((await trail(server, before)).map(({ action }) => action)).toEqual([
      'addRequirement',
      'told early',
      'stalled',
    ]);
  });

  it('[H8] the database refuses to change or delete an entry', async () => {
    const before = await trail(server);
    for (const statement of [
      `UPDATE audit_entry SET actor_name = 'x' WHERE seq = 1`,
      'DELETE FROM audit_entry WHERE seq = 1',
      'DELETE FROM audit_entry WHERE false',
      'TRUNCATE audit_entry',
    ]) {
      await expect(server.sql(statement)).rejects.toThrow('an entry of the audit trail is never changed');
    }
    expect(await trail(server)).toEqual(before);
  });
});
