import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDraft, attempt, perform, UNKNOWN } from '../support/builders.js';
import { startServer, type TestServer } from '../support/server.js';

describe('units and persons', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  const unit = async (name: string, parentId?: string | null): Promise<string> =>
    (await perform(server, 'createOrganization', { input: { name, parentId } })).id;
  const move = (id: string, parentId: string | null, name = 'moved') =>
    attempt(server, 'updateOrganization', { id, input: { name, parentId } });
  const person = async (name: string, organizationId: string): Promise<string> =>
    (await perform(server, 'createPerson', { input: { name, organizationId } })).id;
  const remove = async (name: 'deleteOrganization' | 'deletePerson', id: string) => {
    const { done, code } = await attempt(server, name, { id });
    return code ?? done;
  };

  it('[P4] units form a tree, persons belong to a unit', async () => {
    const court = await unit(' 高院\u3000');
    const [b, a] = [await unit('民二庭', court), await unit('刑三庭', court)];
    const below = await unit('合议庭', a);
    const li = await perform(server, 'createPerson', { input: { name: ' 李勇 ', organizationId: a } });
    const query = `query ($id: ID!) { node(id: $id) { ... on Organization { name parentId parent { id }
      children { id name parent { id } children { name } } } ... on Person { name post organization { name parent { name } } } } }`;
    const read = async (id: string) => (await server.data(query, { id })).node;
    expect(await read(court)).toEqual({
      name: '高院',
      parentId: null,
      parent: null,
      children: [
        { id: a, name: '刑三庭', parent: { id: court }, children: [{ name: '合议庭' }] },
        { id: b, name: '民二庭', parent: { id: court }, children: [] },
      ],
    });
    expect(await read(li.id)).toEqual({
      name: '李勇',
      post: '',
      organization: { name: '刑三庭', parent: { name: '高院' } },
    });
    await move(below, b, '合议庭');
    expect((await read(below)).parent).toEqual({ id: b });
    await move(below, null, '合议庭');
    expect((await read(below)).parent).toBeNull();
    const input = { name: '李勇', post: '庭长', organizationId: b };
    await perform(server, 'updatePerson', { id: li.id, input });
    expect(await read(li.id)).toMatchObject({ post: '庭长', organization: { name: '民二庭' } });
    const left = await perform(server, 'updateOrganization', { id: b, input: { name: '民二庭' } });
    expect([left.id, (await read(b)).parent]).toEqual([b, null]);
  });

  it('[P5] a unit can’t belong to itself or to a unit below it, however its id is spelt', async () => {
    const a = await unit('A');
    const b = await unit('B', a);
    const c = await unit('C', b);
    const before = await server.dump();
    for (const below of [a, b, c, c.toUpperCase()]) {
      expect((await move(a, below)).code).toBe('CYCLE');
      expect((await move(a.toUpperCase(), below)).code).toBe('CYCLE');
    }
    expect(await server.dump()).toEqual(before);
    expect((await move(c, a, 'C')).code).toBeUndefined();
    expect((await move(b, c, 'B')).code).toBeUndefined();
  });

  it('[P5] of two moves at once that would close a ring, one is refused', async () => {
    for (let round = 0; round < 10; round++) {
      const [a, b] = [await unit('A'), await unit('B')];
      const codes = (await Promise.all([move(a, b), move(b, a)])).map(({ code }) => code ?? 'done');
      expect(codes.toSorted()).toEqual(['CYCLE', 'done']);
    }
    const ring = await Promise.all(Array.from({ length: 8 }, (_, n) => unit(`R${n}`)));
    const moves = await Promise.all(ring.map((id, n) => move(id, ring[(n + 1) % 8]!)));
    expect(moves.filter(({ code }) => code === 'CYCLE')).toHaveLength(1);
    const [{ count }] = await server.sql(`WITH RECURSIVE up AS (
      SELECT id, parent_id FROM organization UNION SELECT up.id, o.parent_id FROM up JOIN organization o ON o.id = up.parent_id)
      SELECT count(*)::int AS count FROM up WHERE id = parent_id`);
    expect(count).toBe(0);
  });

  it('[P7] what something refers to is not deleted, and goes when nothing does', async () => {
    const { meetingId, organizationId, speakers } = await aDraft(server, { speakers: 1 });
    const { meeting } = await server.data(
      'query ($id: ID!) { meeting(id: $id) { participants(duty: SPEAKER) { person { id } } } }',
      {
        id: meetingId,
      },
    );
    const speaker: string = meeting.participants[0].person.id;
    const parent = await unit('Parent');
    const child = await unit('Child', parent);
    const before = await server.dump();
    expect(await remove('deleteOrganization', parent)).toBe('IN_USE');
    expect(await remove('deleteOrganization', organizationId)).toBe('IN_USE');
    expect(await remove('deletePerson', speaker)).toBe('IN_USE');
    expect(await remove('deletePerson', UNKNOWN)).toBe('NOT_FOUND');
    expect(await remove('deletePerson', parent)).toBe('NOT_FOUND');
    expect(await remove('deleteOrganization', speaker)).toBe('NOT_FOUND');
    expect(await server.dump()).toEqual(before);
    expect(await remove('deleteOrganization', child)).toBe(true);
    expect(await remove('deleteOrganization', parent)).toBe(true);
    expect(await remove('deleteOrganization', parent)).toBe('NOT_FOUND');
    await perform(server, 'removeParticipant', { meetingId, participantId: speakers[0] });
    expect(await remove('deletePerson', speaker)).toBe(true);
    const told = await attempt(server, 'deleteOrganization', { id: organizationId }, 'zh');
    expect(told.error).toMatchObject({
      message: '该单位仍在使用中，不能删除或更改。',
      extensions: { what: 'organization' },
    });
  });

  it('[P7] a unit that is deleted while somebody joins it is either gone or in use', async () => {
    for (let round = 0; round < 10; round++) {
      const id = await unit('Contested');
      const [gone, joined] = await Promise.all([
        remove('deleteOrganization', id),
        attempt(server, 'createPerson', { input: { name: 'x', organizationId: id } }),
      ]);
      expect(['true done', 'true NOT_FOUND', 'IN_USE done']).toContain(`${gone} ${joined.code ?? 'done'}`);
      const { persons } = await server.data('query ($id: ID!) { persons(organizationId: $id) { totalCount } }', { id });
      expect(persons.totalCount).toBe(gone === true ? 0 : 1);
    }
  });

  it('[P7] looking whether a unit is in use does not wait for the meetings that use it, so it can’t deadlock', async () => {
    const { meetingId, organizationId } = await aDraft(server, { speakers: 0 });
    const { database } = server.services;
    await database.query(`CREATE FUNCTION stall() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM pg_advisory_xact_lock(4711); RETURN NEW; END $$`);
    await database.query('CREATE TRIGGER stall BEFORE INSERT ON requirement FOR EACH ROW EXECUTE FUNCTION stall()');
    const runner = database.createQueryRunner();
    await runner.query('SELECT pg_advisory_lock(4711)');
    const command = perform(server, 'addRequirement', { meetingId, input: { heading: 'x' } });
    const stalled = "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND objid = 4711";
    while ((await database.query(stalled)).length === 0);
    // The command holds its meeting now, and goes on only when this is over.
    expect(await remove('deleteOrganization', organizationId)).toBe('IN_USE');
    await runner.query('SELECT pg_advisory_unlock(4711)');
    await runner.release();
    expect((await command).type).toBe('RequirementAdded');
    await database.query('DROP FUNCTION stall CASCADE');
  });

  it('[P6] what a board shows of a person or a unit is told to every meeting that is not over, and to no other', async () => {
    const home = await unit('Home');
    const li = await person('Li', home);
    const statuses = ['DRAFT', 'SCHEDULED', 'LIVE', 'PAUSED', 'CLOSED', 'ARCHIVED'];
    const course = [
      'scheduleMeeting',
      'openMeeting',
      'pauseMeeting',
      'resumeMeeting',
      'closeMeeting',
      'archiveMeeting',
    ];
    const meetings: Record<string, string> = {};
    for (const status of [...statuses, 'UNRELATED']) {
      const { meetingId, speakers } = await aDraft(server, { speakers: 2 });
      meetings[status] = meetingId;
      const act = (name: string, args: object = {}) => perform(server, name, { meetingId, ...args });
      if (status === 'UNRELATED') continue;
      await act('addParticipant', { input: { personId: li, duties: ['HOST'] } });
      await act('addItem', { input: { kind: 'WRITTEN_STATEMENTS', title: 'x' } });
      const { meeting } = await server.data('query ($id: ID!) { meeting(id: $id) { agenda { id } } }', {
        id: meetingId,
      });
      await act('addWrittenStatement', { itemId: meeting.agenda[0].id, speakerId: speakers[0], body: 'x' });
      const far = { DRAFT: 0, SCHEDULED: 1, LIVE: 2, PAUSED: 3, CLOSED: 5, ARCHIVED: 6 }[status];
      for (const name of course.slice(0, far)) await act(name);
    }
    const look = (id: string) =>
      server.data(
        `query ($id: ID!) { board(meetingId: $id) { seq status hosts { name post organization } }
          journal(meetingId: $id, first: 500) { entries { seq type item { id } } } }`,
        { id },
      );
    const rename: [() => Promise<unknown>, object][] = [
      [
        () => perform(server, 'updatePerson', { id: li, input: { name: '李', post: '主任', organizationId: home } }),
        { name: '李', post: '主任', organization: 'Home' },
      ],
      [
        () => perform(server, 'updateOrganization', { id: home, input: { name: '家' } }),
        { name: '李', post: '主任', organization: '家' },
      ],
    ];
    for (const [change, shown] of rename) {
      const before: Record<string, any> = {};
      for (const [status, id] of Object.entries(meetings)) before[status] = await look(id);
      await change();
      for (const [status, id] of Object.entries(meetings)) {
        const after = await look(id);
        const told = after.journal.entries.slice(before[status].journal.entries.length);
        const isTold = ['DRAFT', 'SCHEDULED', 'LIVE', 'PAUSED'].includes(status);
        const seq = before[status].board.seq + (isTold ? 1 : 0);
        expect([status, told]).toEqual([status, isTold ? [{ seq, type: 'PeopleUpdated', item: null }] : []]);
        expect([status, after.board.seq]).toEqual([status, seq]);
        if (isTold) expect(after.board.hosts).toContainEqual(shown);
      }
    }
    const { meetingId, organizationId } = await aDraft(server);
    const { seq } = (await look(meetingId)).board;
    await perform(server, 'updateOrganization', { id: organizationId, input: { name: 'Holder' } });
    expect((await look(meetingId)).board.seq).toBe(seq + 1);
  });
});
