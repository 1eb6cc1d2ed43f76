import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDraft, attempt, perform } from '../support/builders.js';
import { ask as askDatabase } from '../support/database.js';
import { startServer, type TestServer } from '../support/server.js';

describe('when the server or its database fails', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  const status = async (path: string) => (await fetch(`${server.url}${path}`)).status;
  const faults = () => server.logged.filter(({ msg }) => msg === 'an error that is ours');

  it('[E1] an error of our own is told by its id only, and logged under it', async () => {
    const { meetingId } = await aDraft(server);
    const query = 'query ($id: ID!) { serverTime meeting(id: $id) { title requirements { heading } } }';
    await server.sql('ALTER TABLE requirement RENAME TO hidden');
    for (const [language, sentence] of [
      ['zh', '服务器内部出现问题，编号 '],
      ['en', 'Something went wrong in the server; it is logged under '],
    ] as const) {
      const { data, errors, status: code } = await server.ask(query, { id: meetingId }, language);
      expect([code, data]).toEqual([200, null]);
      expect(errors).toHaveLength(1);
      const { message, path, extensions } = errors![0]!;
      expect(message.startsWith(sentence)).toBe(true);
      expect(path).toEqual(['meeting', 'requirements']);
      expect(extensions).toEqual({ code: 'INTERNAL', id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
      expect(message).toContain(extensions.id);
      expect(JSON.stringify(errors)).not.toMatch(/relation|hidden|SELECT|stack/);
      expect(faults().at(-1)).toMatchObject({
        id: extensions.id,
        err: { message: 'relation "requirement" does not exist' },
      });
    }
    const refused = await attempt(server, 'addRequirement', { meetingId, input: { heading: 'x' } });
    expect(refused.code).toBe('INTERNAL');
    await server.sql('ALTER TABLE hidden RENAME TO requirement');
    expect((await perform(server, 'addRequirement', { meetingId, input: { heading: 'x' } })).type).toBe(
      'RequirementAdded',
    );
    expect(faults()).toHaveLength(3);
  });

  it('without its database it says UNAVAILABLE, changes nothing, and goes on when it is back', async () => {
    const { meetingId } = await aDraft(server);
    const name = new URL(server.databaseUrl).pathname.slice(1);
    const [known, before] = [faults().length, await server.dump()];
    expect([await status('/healthz'), await status('/readyz')]).toEqual([200, 200]);

    await askDatabase('postgres', `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
    await askDatabase('postgres', `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
    const command = { meetingId, input: { heading: 'x' } };
    const codes = await Promise.all([
      ...Array.from({ length: 30 }, async () => (await server.ask('{ meetings { totalCount } }')).errors?.[0]),
      ...Array.from({ length: 30 }, async () => (await attempt(server, 'addRequirement', command)).error),
      server
        .ask('query ($id: ID!) { board(meetingId: $id) { seq } }', { id: meetingId })
        .then(({ errors }) => errors?.[0]),
      server.ask('query ($id: ID!) { node(id: $id) { id } }', { id: meetingId }).then(({ errors }) => errors?.[0]),
    ]);
    expect(new Set(codes.map((error) => error?.extensions.code))).toEqual(new Set(['UNAVAILABLE']));
    const told = await attempt(server, 'addRequirement', command, 'zh');
    expect(told.error?.message).toBe('数据库暂时不可用，请稍后重试。');
    expect([await status('/healthz'), await status('/readyz')]).toEqual([200, 503]);
    expect((await server.ask('{ serverTime }', {}, 'en', {})).errors).toBeUndefined();

    await askDatabase('postgres', `ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
    expect(await server.dump()).toEqual(before);
    expect((await perform(server, 'addRequirement', command)).type).toBe('RequirementAdded');
    expect(await status('/readyz')).toBe(200);
    expect(faults()).toHaveLength(known);
  });

  it('a connection that dies under a command costs that command only', async () => {
    const { meetingId } = await aDraft(server);
    const { database } = server.services;
    const known = faults().length;
    const runner = database.createQueryRunner();
    await runner.startTransaction();
    await runner.query('SELECT id FROM meeting WHERE id = $1 FOR UPDATE', [meetingId]);
    const waiting = attempt(server, 'addRequirement', { meetingId, input: { heading: 'lost' } });
    const kill = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    while ((await database.query(kill)).length === 0);
    expect((await waiting).code).toBe('UNAVAILABLE');
    await runner.commitTransaction();
    await runner.release();
    const done = await perform(server, 'addRequirement', { meetingId, input: { heading: 'kept' } });
    const { meeting } = await server.data('query ($id: ID!) { meeting(id: $id) { seq requirements { heading } } }', {
      id: meetingId,
    });
    expect(meeting).toEqual({ seq: done.seq, requirements: [{ heading: 'kept' }] });
    expect(faults()).toHaveLength(known);
  });
});
