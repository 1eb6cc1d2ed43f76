import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Attempt, type Attempts, createAttempts } from '../../src/access/attempts.js';
import { openDatabase } from '../../src/database/open.js';
import { startServer, type TestServer } from '../support/server.js';
import { anAccount, PASSWORD, SIGN_IN, USE, visitor } from '../support/visitor.js';

const HERE = '192.0.2.1';
const ELSEWHERE = '192.0.2.2';

describe('attempts', () => {
  let server: TestServer;
  let attempts: Attempts;
  /** As another server counts them. */
  let others: Attempts;
  beforeAll(async () => {
    server = await startServer();
    attempts = createAttempts(server.services.database);
    others = createAttempts(server.services.database);
  });
  afterAll(() => server.stop());

  const fail = async (times: number, kind: Attempt, address: string, name?: string) => {
    for (let time = 0; time < times; time++) await attempts.failed(kind, address, name);
  };
  const isOpen = (kind: Attempt, address: string, name?: string, where = attempts) =>
    where.check(kind, address, name).then(
      () => true,
      ({ code, details }) => {
        expect(code).toBe('TOO_MANY_ATTEMPTS');
        expect(details.seconds).toBeGreaterThan(0);
        return false;
      },
    );
  /** Puts the counts of this kind where they would be after so many seconds. */
  const wait = (seconds: number, kind: Attempt) =>
    server.sql(`UPDATE rate_limit SET expire = expire - $1 WHERE key LIKE $2`, seconds * 1000, `${kind}%`);

  it('[N9] with a name and from an address fail ten times in a quarter of an hour, on all servers together', async () => {
    await fail(9, 'PASSWORD', HERE, 'li');
    expect(await isOpen('PASSWORD', HERE, 'li')).toBe(true);
    await others.failed('PASSWORD', HERE, 'li');
    expect(await isOpen('PASSWORD', HERE, 'li')).toBe(false);
    expect(await isOpen('PASSWORD', HERE, 'li', others)).toBe(false);
    // Whoever is meant by that name can still sign in from elsewhere, and others from here.
    expect(await isOpen('PASSWORD', ELSEWHERE, 'li')).toBe(true);
    expect(await isOpen('PASSWORD', HERE, 'zhou')).toBe(true);
    await wait(899, 'PASSWORD');
    expect(await isOpen('PASSWORD', HERE, 'li')).toBe(false);
    await wait(2, 'PASSWORD');
    expect(await isOpen('PASSWORD', HERE, 'li')).toBe(true);
  });

  it('[N9] that succeed wipe out what failed under their name from there, and nothing else', async () => {
    await fail(9, 'PASSWORD', '192.0.2.3', 'li');
    await fail(10, 'PASSWORD', '192.0.2.3', 'zhou');
    await attempts.succeeded('PASSWORD', '192.0.2.3', 'li');
    await fail(9, 'PASSWORD', '192.0.2.3', 'li');
    expect(await isOpen('PASSWORD', '192.0.2.3', 'li')).toBe(true);
    expect(await isOpen('PASSWORD', '192.0.2.3', 'zhou')).toBe(false);
  });

  it('[N9] with many names from one address fail a hundred times, even where one name is right now and then', async () => {
    for (let name = 0; name < 99; name++) await attempts.failed('PASSWORD', '192.0.2.4', `name${name}`);
    await attempts.succeeded('PASSWORD', '192.0.2.4', 'own');
    expect(await isOpen('PASSWORD', '192.0.2.4', 'li')).toBe(true);
    await attempts.failed('PASSWORD', '192.0.2.4', 'name99');
    expect(await isOpen('PASSWORD', '192.0.2.4', 'li')).toBe(false);
    expect(await isOpen('PASSWORD', '::ffff:192.0.2.4', 'li')).toBe(false);
    expect(await isOpen('PASSWORD', ELSEWHERE, 'li')).toBe(true);
  });

  it('[N9] with a code fail a thousand times in five minutes from one address', async () => {
    await attempts.failed('CODE', HERE);
    await server.sql("UPDATE rate_limit SET points = 999 WHERE key LIKE 'CODE%'");
    expect(await isOpen('CODE', HERE)).toBe(true);
    await attempts.failed('CODE', HERE);
    expect(await isOpen('CODE', HERE)).toBe(false);
    expect(await isOpen('CODE', ELSEWHERE)).toBe(true);
    await wait(301, 'CODE');
    expect(await isOpen('CODE', HERE)).toBe(true);
  });

  it.each([
    ['PAIRING', 100, 600],
    ['LINK', 60, 60],
  ] as const)('[N9] of %s come %d times in %d seconds from one address', async (kind, times, seconds) => {
    await fail(times - 1, kind, '2001:db8::1');
    expect(await isOpen(kind, '2001:db8::1')).toBe(true);
    // All addresses of one network of IPv6 belong to somebody together.
    await attempts.failed(kind, '2001:db8::ffff');
    expect(await isOpen(kind, '2001:db8::1')).toBe(false);
    expect(await isOpen(kind, '2001:db8:0:1::1')).toBe(true);
    await wait(seconds + 1, kind);
    expect(await isOpen(kind, '2001:db8::1')).toBe(true);
  });

  it.each([
    ['SCREEN', 30],
    ['PRESENCE', 10],
  ] as const)('[N9] of %s come %d times from one holder, wherever they are', async (kind, times) => {
    await fail(times - 1, kind, HERE, 'one');
    expect(await isOpen(kind, HERE, 'one')).toBe(true);
    await attempts.failed(kind, ELSEWHERE, 'one');
    expect(await isOpen(kind, HERE, 'one')).toBe(false);
    expect(await isOpen(kind, HERE, 'other')).toBe(true);
  });

  it('[N9] that count whatever comes of them are no more than the limit when they come at once', async () => {
    const spent = await Promise.allSettled(Array.from({ length: 40 }, () => attempts.spend('PRESENCE', HERE, 'crowd')));
    expect(spent.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    await expect(others.spend('PRESENCE', HERE, 'crowd')).rejects.toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
  });

  it('[N9] are counted by each server for itself while the database is away', async () => {
    const { services, databaseUrl } = server;
    const open = await openDatabase({ DATABASE_URL: databaseUrl, DATA_DIR: services.config.DATA_DIR });
    const alone = createAttempts(open.database);
    await open.close();
    for (let time = 0; time < 10; time++) await alone.failed('PASSWORD', HERE, 'wang');
    expect(await isOpen('PASSWORD', HERE, 'wang', alone)).toBe(false);
    expect(await isOpen('PASSWORD', HERE, 'chen', alone)).toBe(true);
    expect(await isOpen('PASSWORD', HERE, 'wang')).toBe(true);
  });

  it('[N9] leave no name in the table', async () => {
    await attempts.failed('PASSWORD', HERE, 'a-name-to-find');
    expect(JSON.stringify(await server.sql('SELECT key FROM rate_limit'))).not.toContain('a-name-to-find');
  });

  it('[N9] to sign in are refused after ten that failed, the right password with them, whether they come one by one or at once', async () => {
    const { ask: _ } = await anAccount(server, 'besieged');
    const ask = visitor(server);
    const tries = await Promise.all(
      Array.from({ length: 40 }, () => ask(SIGN_IN, { name: 'besieged', password: 'wrong' })),
    );
    const codes = tries.map(({ code }) => code);
    // Two are reckoned at a time, so one more may slip in.
    expect([10, 11]).toContain(codes.filter((code) => code === 'WRONG_CREDENTIALS').length);
    expect(codes.filter((code) => code === 'TOO_MANY_ATTEMPTS').length).toBeGreaterThanOrEqual(29);
    const right = await ask(SIGN_IN, { name: 'besieged', password: PASSWORD });
    expect(right.error?.extensions).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
    expect(right.error?.message).toMatch(/^Too many attempts\. Please try again in \d+ seconds\.$/);
  });

  it('[N9] with links are refused after sixty that failed', async () => {
    const ask = visitor(server);
    const use = () => ask(USE, { token: 'none', password: PASSWORD });
    for (let time = 0; time < 60; time++) expect((await use()).code).toBe('LINK_USED');
    expect((await use()).code).toBe('TOO_MANY_ATTEMPTS');
  });
});
