import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { tokenFor } from '../../src/demo/token.js';
import { ask, cloneDatabase, type TestDatabase } from '../support/database.js';
import { post, type ServerProcess, spawnServer } from '../support/process.js';
import { bearer, PASSWORD, SIGN_IN, USE, VIEWER, visitor } from '../support/visitor.js';

/** Runs a program of ours until it ends. */
async function run(program: string, args: string[], environment: Record<string, string>) {
  const child = spawn(process.execPath, [program, ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  const [code] = await once(child, 'exit');
  return { code: code as number, output };
}

describe('the first start', () => {
  let database: TestDatabase;
  let folder: string;
  let servers: ServerProcess[] = [];
  beforeEach(async () => {
    database = await cloneDatabase();
    folder = await mkdtemp(join(tmpdir(), 'rostrum-first-'));
  });
  afterEach(async () => {
    await Promise.all(servers.map((server) => server.end('SIGTERM')));
    servers = [];
    await database.drop();
    await rm(folder, { recursive: true });
  });

  const query = (sql: string) => ask(new URL(database.url).pathname.slice(1), sql);
  const start = async (environment: Record<string, string> = {}) => {
    const server = await spawnServer({
      DATABASE_URL: database.url,
      DATA_DIR: folder,
      DEMO: 'no',
      DRAIN_SECONDS: '0',
      ...environment,
    });
    servers.push(server);
    return server;
  };
  const linksIn = (text: string, after: string) =>
    [...text.matchAll(new RegExp(`${after}\\s+(http://[^\\s#]+/invite[^\\s#]*#([\\w-]+))`, 'g'))].map(
      ([, link, token]) => ({
        link: link!,
        token: token!,
      }),
    );
  const administrator = (server: ServerProcess) => linksIn(server.output(), 'within 72 hours:');
  const operator = (server: ServerProcess) => linksIn(server.output(), 'Operator');

  it('[N14] gives a link that makes an administrator, again at each start until it was used', async () => {
    await query('DELETE FROM account');
    const first = await start();
    const [one] = administrator(first);
    expect(one?.link).toBe(`${first.url}/invite#${one?.token}`);
    expect((await query('SELECT name, is_administrator, password_hash FROM account')).rows).toEqual([
      { name: 'administrator', is_administrator: true, password_hash: null },
    ]);
    // In the terminal, and in no line of the log.
    expect(
      first
        .output()
        .split('\n')
        .filter((line) => line.startsWith('{') && line.includes(one!.token)),
    ).toEqual([]);

    const second = await start();
    const [other] = administrator(second);
    expect(other?.token).not.toBe(one?.token);
    expect((await query('SELECT count(*)::int FROM account')).rows).toEqual([{ count: 1 }]);
    const used = await visitor(second)(USE, { token: one!.token, name: 'li', password: PASSWORD });
    const viewer = (await visitor(first, bearer(used.data.useInvitation.token))(VIEWER)).data.viewer;
    expect(viewer).toMatchObject({ kind: 'ACCOUNT', name: 'li', isAdministrator: true });
    expect((await visitor(first)(USE, { token: other!.token, password: PASSWORD })).code).toBe('LINK_USED');

    const third = await start();
    expect(administrator(third)).toEqual([]);
    expect(third.output()).not.toContain('/invite#');
    expect((await visitor(third)(SIGN_IN, { name: 'li', password: PASSWORD })).code).toBeUndefined();
  });

  it('[N14] of two servers at once makes one account; the link of either works', async () => {
    await query('DELETE FROM account');
    const both = await Promise.all([start(), start()]);
    expect((await query('SELECT count(*)::int FROM account')).rows).toEqual([{ count: 1 }]);
    const [, second] = both.map((server) => administrator(server)[0]!.token);
    expect((await visitor(both[0]!)(USE, { token: second, password: PASSWORD })).code).toBeUndefined();
  });

  it('[N15] of the demo gives a link that lets its operator in once, to run the founding meeting and no other', async () => {
    const server = await start({ DEMO: 'yes', DEMO_LANGUAGE: 'en' });
    const [link] = operator(server);
    expect(link?.link).toMatch(new RegExp(`^${server.url}/invite\\?to=/console/[\\w-]{36}#${link?.token}$`));
    const used = await visitor(server)(USE, { token: link!.token });
    const me = visitor(server, bearer(used.data.useInvitation.token));
    expect((await me(VIEWER)).data.viewer).toMatchObject({ name: 'Operator (example)', isAdministrator: false });
    expect((await visitor(server)(USE, { token: link!.token })).code).toBe('LINK_USED');

    const [, id] = /board\/([\w-]+)/.exec(server.output())!;
    const open = 'mutation ($id: ID!) { openMeeting(meetingId: $id) { seq } }';
    expect((await me(open, { id })).code).toBeUndefined();
    const board = 'query ($id: ID!) { board(meetingId: $id) { status } }';
    expect((await visitor(server)(board, { id })).data.board.status).toBe('LIVE');
    expect((await me('{ accounts { totalCount } }')).code).toBe('FORBIDDEN');
    const { data } = await post(
      server.url,
      `mutation ($unit: ID!) { createMeeting(input: { organizationId: $unit, title: "Another", period: "1",
        startsAt: "2022-02-10T01:00:00Z", timeZone: "UTC" }) { meetingId } }`,
      { unit: (await query('SELECT id FROM organization LIMIT 1')).rows[0].id },
    );
    expect((await me(open, { id: data.createMeeting.meetingId })).code).toBe('FORBIDDEN');
  });

  it('[N15] of the demo keeps a token in a file that nobody else may read, for the rehearsal', async () => {
    const server = await start({ DEMO: 'yes' });
    const file = join(folder, 'operator-token');
    const token = (await readFile(file, 'utf8')).trim();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(server.output()).not.toContain(token);
    expect((await visitor(server, bearer(token))(VIEWER)).data.viewer.name).toBe('会务（示例）');
    // A rehearsal goes on over a restart; what was ended is made anew.
    await start({ DEMO: 'yes' });
    expect((await readFile(file, 'utf8')).trim()).toBe(token);
    await query(
      'UPDATE session SET ended_at = now() WHERE account_id IN (SELECT id FROM account WHERE name = $$operator$$)',
    );
    await start({ DEMO: 'yes' });
    expect((await readFile(file, 'utf8')).trim()).not.toBe(token);

    const { code, output } = await run(
      'dist/src/demo/rehearse.js',
      ['--speed', '600', '--url', `${server.url}/graphql`],
      { DATA_DIR: folder },
    );
    expect(output).toContain('CLOSED');
    expect(code).toBe(0);
  });

  it('[N15] of the demo withdraws the link of the start before, and leaves an operator of one’s own alone', async () => {
    const [former] = operator(await start({ DEMO: 'yes' }));
    const second = await start({ DEMO: 'yes' });
    expect((await visitor(second)(USE, { token: former!.token })).code).toBe('LINK_USED');
    const [link] = operator(second);
    expect((await visitor(second)(USE, { token: link!.token })).code).toBeUndefined();
    for (const made of ["password_hash = 'x'", "subject = 'x'", 'is_administrator = true', "display_name = 'Wang'"]) {
      await query(`UPDATE account SET password_hash = NULL, subject = NULL, is_administrator = false,
        display_name = 'Operator (example)' WHERE name = 'operator'`);
      await query(`UPDATE account SET ${made} WHERE name = 'operator'`);
      expect(operator(await start({ DEMO: 'yes' }))).toEqual([]);
      await start();
      expect((await query("SELECT is_suspended FROM account WHERE name = 'operator'")).rows[0].is_suspended).toBe(
        false,
      );
    }
  });

  it('[N15] keeps the demo’s operator out once there is no demo: link, token and account', async () => {
    const [link] = operator(await start({ DEMO: 'yes' }));
    const token = (await readFile(join(folder, 'operator-token'), 'utf8')).trim();
    const server = await start();
    expect((await visitor(server)(USE, { token: link!.token })).code).toBe('LINK_USED');
    expect((await visitor(server, bearer(token))(VIEWER)).code).toBe('UNAUTHENTICATED');
    const { rows } = await query(
      "SELECT is_suspended, (SELECT count(*)::int FROM invitation WHERE account_id = account.id) AS links FROM account WHERE name = 'operator'",
    );
    expect(rows).toEqual([{ is_suspended: true, links: 0 }]);
  });

  it('[N15] tells the operator’s token to no other computer', async () => {
    await start({ DEMO: 'yes' });
    const own = { DATA_DIR: folder, ROSTRUM_TOKEN: '' };
    const token = (await readFile(join(folder, 'operator-token'), 'utf8')).trim();
    for (const url of ['http://127.0.0.1:4000/graphql', 'http://localhost/graphql', 'https://[::1]/graphql'])
      expect(await tokenFor(url, own)).toBe(token);
    for (const url of ['http://192.0.2.1/graphql', 'https://localhost.example/graphql', 'http://127.0.0.1.example/'])
      expect(await tokenFor(url, own)).toBe('');
    expect(await tokenFor('https://rostrum.example/graphql', { ...own, ROSTRUM_TOKEN: 'given' })).toBe('given');
  });

  it('[N15] has no operator beside meetings of one’s own', async () => {
    await query(`INSERT INTO organization (id, name) VALUES ('0190a000-0000-7000-8000-000000000001', 'Unit')`);
    const own = await start();
    const { errors } = await post(
      own.url,
      `mutation { createMeeting(input: { organizationId: "0190a000-0000-7000-8000-000000000001", title: "Own", period: "1",
        startsAt: "2022-02-10T01:00:00Z", timeZone: "UTC" }) { meetingId } }`,
    );
    expect(errors).toBeUndefined();
    const server = await start({ DEMO: 'yes' });
    expect(operator(server)).toEqual([]);
    expect((await query("SELECT FROM account WHERE name = 'operator'")).rows).toEqual([]);
    await expect(stat(join(folder, 'operator-token'))).rejects.toThrow('ENOENT');
  });

  it('[N5] gives whoever has the database a new link for somebody who is locked out', async () => {
    const server = await start();
    const environment = { DATABASE_URL: database.url, PUBLIC_URL: 'https://rostrum.example' };
    const { code, output } = await run('dist/src/account/invite.js', [' TESTER '], environment);
    expect(code).toBe(0);
    const [, token] = /^https:\/\/rostrum\.example\/invite#([\w-]{43})\n/.exec(output)!;
    expect((await visitor(server)(USE, { token, password: PASSWORD })).code).toBeUndefined();
    const unknown = await run('dist/src/account/invite.js', ['nobody'], environment);
    expect(unknown).toMatchObject({ code: 1, output: expect.stringContaining('There is no account "nobody"') });
  });
});
