import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDraft, aFoundingMeeting, attempt, idsOf, perform } from '../support/builders.js';
import { startServer, type TestServer } from '../support/server.js';

describe('commands that race, repeat and crash', () => {
  let server: TestServer;
  let meetingId: string;
  const seqs = async (): Promise<number[]> =>
    (await server.sql('SELECT seq FROM journal_entry WHERE meeting_id = $1 ORDER BY seq', meetingId)).map(
      ({ seq }: { seq: number }) => seq,
    );
  const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);
  const times = <T>(n: number, work: (index: number) => Promise<T>) => Promise.all(upTo(n).map((index) => work(index)));
  const receipts = async () => (await server.dump()).receipt?.length ?? 0;

  beforeAll(async () => {
    server = await startServer();
    ({ meetingId } = await aDraft(server));
  });
  afterAll(() => server.stop());

  it('[W1] fifty commands at once are done one after the other, without a hole', async () => {
    const { seq } = await idsOf(server, meetingId);
    const kinds = ['OPENING', 'REMARKS', 'BALLOT', 'CLOSING', 'INTERMISSION'];
    const done = await times(50, (n) =>
      n % 2 === 0
        ? perform(server, 'addRequirement', { meetingId, input: { heading: `R${n}` } })
        : perform(server, 'addItem', { meetingId, input: { kind: kinds[n % 5], title: `I${n}`, position: 1 } }),
    );
    expect(done.map((receipt) => receipt.seq).toSorted((a, b) => a - b)).toEqual(upTo(seq + 50).slice(seq));
    expect(await seqs()).toEqual(upTo(seq + 50));
    const { meeting } = await server.data(
      'query ($id: ID!) { meeting(id: $id) { seq agenda { position } requirements { number } } }',
      { id: meetingId },
    );
    expect(meeting.seq).toBe(seq + 50);
    expect(meeting.agenda.map(({ position }: { position: number }) => position)).toEqual(upTo(25));
    expect(meeting.requirements.map(({ number }: { number: number }) => number)).toEqual(upTo(25));
  });

  it('[W2] of ten operators who press next at once, one makes the step and the others are told', async () => {
    const id = await aFoundingMeeting(server);
    const { seq: expectedSeq } = await perform(server, 'openMeeting', { meetingId: id });
    const { items } = await idsOf(server, id);
    const answers = await times(10, () =>
      attempt(server, 'callItem', { meetingId: id, itemId: items[0], expectedSeq }),
    );
    const [winner, ...others] = answers.filter(({ done }) => done);
    expect(winner?.done).toMatchObject({ seq: expectedSeq + 1, type: 'ItemCalled' });
    expect(others).toEqual([]);
    for (const { error } of answers.filter(({ done }) => !done)) {
      expect(error?.extensions).toEqual({ code: 'CONFLICT', seq: expectedSeq + 1, expectedSeq });
    }
  });

  it('[W2] refuses any seq but the present one, and takes none for any', async () => {
    const before = await server.dump();
    const { seq } = await idsOf(server, meetingId);
    for (const expectedSeq of [0, -1, seq - 1, seq + 1, 2 ** 31 - 1, -(2 ** 31)]) {
      const { error } = await attempt(server, 'updateMeeting', { meetingId, expectedSeq, input: { title: 'x' } });
      expect(error?.extensions).toEqual({ code: 'CONFLICT', seq, expectedSeq });
    }
    expect(await server.dump()).toEqual(before);
    await perform(server, 'updateMeeting', { meetingId, expectedSeq: seq, input: { title: 'now' } });
    await perform(server, 'updateMeeting', { meetingId, expectedSeq: null, input: { title: 'any' } });
  });

  it('[W3] each entry is later than the one before, whatever the clock does', async () => {
    const { meetingId: id } = await aDraft(server);
    const future = '2099-01-01T00:00:00.123Z';
    const { seq } = await idsOf(server, id);
    await server.sql(
      `INSERT INTO journal_entry (meeting_id, seq, type, at, refs, before) VALUES ($1, $2, 'MeetingUpdated', $3, '{}', '[]')`,
      id,
      seq + 1,
      future,
    );
    await server.sql('UPDATE meeting SET seq = $2 WHERE id = $1', id, seq + 1);
    const next = await perform(server, 'addRequirement', { meetingId: id, input: { heading: 'later' } });
    const after = await perform(server, 'addRequirement', { meetingId: id, input: { heading: 'later still' } });
    expect([next.at, after.at]).toEqual(['2099-01-01T00:00:00.124Z', '2099-01-01T00:00:00.125Z']);
    const unit = (await idsOf(server, id)).organization;
    await perform(server, 'updateOrganization', { id: unit, input: { name: 'Renamed' } });
    const { journal } = await server.data(
      'query ($id: ID!, $after: Int!) { journal(meetingId: $id, after: $after) { entries { type at } } }',
      {
        id,
        after: seq + 3,
      },
    );
    expect(journal.entries).toEqual([{ type: 'PeopleUpdated', at: '2099-01-01T00:00:00.126Z' }]);
  });

  it('[W3] times are the database’s, and grow within a meeting', async () => {
    const [{ before }] = await server.sql('SELECT clock_timestamp() AS before');
    await times(10, () => perform(server, 'addRequirement', { meetingId, input: { heading: 'x' } }));
    const [{ after }] = await server.sql('SELECT clock_timestamp() AS after');
    const rows = await server.sql('SELECT at FROM journal_entry WHERE meeting_id = $1 ORDER BY seq', meetingId);
    const at: number[] = rows.map((row: { at: Date }) => row.at.getTime());
    expect(at).toEqual([...new Set(at)].sort((a, b) => a - b));
    for (const time of at.slice(-10)) {
      expect(time).toBeGreaterThanOrEqual(before.getTime());
      expect(time).toBeLessThanOrEqual(after.getTime());
    }
  });

  it('[W4] the same command with the same key gets the first answer again, even after later ones', async () => {
    const key = { idempotencyKey: ' key one ' };
    const command = { meetingId, input: { heading: 'once' }, ...key };
    const first = await perform(server, 'addRequirement', command);
    await perform(server, 'dropRequirement', { meetingId, requirementId: first.subjectId });
    const { seq } = await idsOf(server, meetingId);
    const before = await server.dump();
    expect(await perform(server, 'addRequirement', command)).toEqual(first);
    expect(await perform(server, 'addRequirement', { ...command, idempotencyKey: 'key one' })).toEqual(first);
    expect(await perform(server, 'addRequirement', { ...command, expectedSeq: seq + 7 })).toEqual(first);
    expect(await server.dump()).toEqual(before);
  });

  it('[W4] a key belongs to one command: another one, another input or another meeting is refused', async () => {
    const { meetingId: other } = await aDraft(server);
    const key = { idempotencyKey: 'key two' };
    await perform(server, 'addRequirement', { meetingId, input: { heading: 'once' }, ...key });
    const before = await server.dump();
    const input = { kind: 'REMARKS', title: 'x' };
    for (const [name, args] of [
      ['addRequirement', { meetingId, input: { heading: 'twice' }, ...key }],
      ['addRequirement', { meetingId: other, input: { heading: 'once' }, ...key }],
      ['addItem', { meetingId, input, ...key }],
      ['undoLastStep', { meetingId, ...key }],
      ['deleteMeeting', { meetingId, ...key }],
    ] as const) {
      expect([name, (await attempt(server, name, args)).code]).toEqual([name, 'KEY_REUSED']);
    }
    expect(await server.dump()).toEqual(before);
  });

  it('[W4] twenty at once with the same key make one change', async () => {
    const { seq, organization } = await idsOf(server, meetingId);
    const before = await receipts();
    const command = { meetingId, input: { heading: 'together' }, idempotencyKey: 'key three' };
    const answers = await times(20, () => perform(server, 'addRequirement', command));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await idsOf(server, meetingId)).seq).toBe(seq + 1);
    const input = {
      organizationId: organization,
      title: 'Only one',
      period: '2021',
      startsAt: '2022-02-10T01:00:00Z',
      timeZone: 'UTC',
    };
    const made = await times(20, () => perform(server, 'createMeeting', { input, idempotencyKey: 'key four' }));
    expect(new Set(made.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await server.data('{ meetings(filter: { text: "Only one" }) { totalCount } }')).meetings.totalCount).toBe(
      1,
    );
    expect(await receipts()).toBe(before + 2);
  });

  it('[W4] of ten meetings that race for one key, one gets it', async () => {
    const meetings = await times(10, async () => (await aDraft(server, { speakers: 0 })).meetingId);
    const before = await receipts();
    const answers = await Promise.all(
      meetings.map((id) =>
        attempt(server, 'addRequirement', { meetingId: id, input: { heading: 'x' }, idempotencyKey: 'key five' }),
      ),
    );
    expect(answers.map(({ code }) => code ?? 'done').toSorted()).toEqual([...Array(9).fill('KEY_REUSED'), 'done']);
    expect(await receipts()).toBe(before + 1);
  });

  it('[W4] a refused command leaves its key free, and a deleted meeting its answer', async () => {
    const { meetingId: id } = await aDraft(server);
    const command = { meetingId: id, idempotencyKey: 'key six' };
    expect((await attempt(server, 'openMeeting', command)).code).toBe('WRONG_STATUS');
    const gone = await perform(server, 'deleteMeeting', command);
    expect(gone).toMatchObject({ type: null, meetingId: id, subjectId: id });
    expect(await perform(server, 'deleteMeeting', command)).toEqual(gone);
    expect((await attempt(server, 'deleteMeeting', { meetingId: id })).code).toBe('NOT_FOUND');
  });

  it('[W4] a crash between the change and its receipt leaves neither, and the key can be used', async () => {
    const crash = (how: string) =>
      server.sql(
        `CREATE OR REPLACE FUNCTION crash() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${how}; RETURN NULL; END $$`,
      );
    const command = { meetingId, input: { heading: 'crash' }, idempotencyKey: 'key seven' };
    await crash("RAISE EXCEPTION 'crash'");
    await server.sql(`CREATE CONSTRAINT TRIGGER crash AFTER INSERT ON receipt DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION crash()`);
    const before = await server.dump();
    expect((await attempt(server, 'addRequirement', command)).code).toBe('INTERNAL');
    await crash('PERFORM pg_terminate_backend(pg_backend_pid())');
    expect((await attempt(server, 'addRequirement', command)).code).toBe('UNAVAILABLE');
    expect(await server.dump()).toEqual(before);
    await server.sql('DROP TRIGGER crash ON receipt');
    const done = await perform(server, 'addRequirement', command);
    expect(await perform(server, 'addRequirement', command)).toEqual(done);
    expect(await seqs()).toEqual(upTo(done.seq));
  });
});
