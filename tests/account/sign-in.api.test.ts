import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { everyone, type Visit } from '../../src/access/viewer.js';
import { recognised } from '../../src/account/sign-in.js';
import { createContext } from '../../src/context.js';
import { eventually } from '../support/process.js';
import { startServer, type TestServer } from '../support/server.js';
import { anAccount, bearer, cookieOf, PASSWORD, SIGN_IN, USE, VIEWER, visitor } from '../support/visitor.js';

const SESSIONS =
  'query ($id: ID) { sessions(accountId: $id) { id isThis address userAgent createdAt seenAt expiresAt } }';
const END = 'mutation ($id: ID!) { endSession(id: $id) }';
const CHANGE = 'mutation ($old: String!, $new: String!) { changePassword(password: $old, newPassword: $new) }';

describe('signing in', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ SESSION_HOURS: 3 });
  });
  afterAll(() => server.stop());

  const signIn = (name: string, password = PASSWORD, keep = 'TOKEN', headers = {}) =>
    visitor(server, headers)(SIGN_IN, { name, password, keep });
  const kindOf = async (headers: Record<string, string>) => (await visitor(server, headers)(VIEWER)).data?.viewer.kind;

  it('[N4] gives a token to whoever knows the name, in any case, and the password', async () => {
    const { id } = await anAccount(server, 'li.yong');
    const before = Date.now();
    const { data } = await signIn(' Li.YONG ');
    const { token, expiresAt } = data.signIn;
    expect(token).toMatch(/^[\w-]{43}$/);
    expect((Date.parse(expiresAt) - before) / 3_600_000).toBeCloseTo(3, 1);
    expect((await visitor(server, bearer(token))(VIEWER)).data.viewer).toEqual({
      kind: 'ACCOUNT',
      name: 'The li.yong',
      isAdministrator: false,
      accountId: id,
      participantId: null,
      displayId: null,
      meetingId: null,
      expiresAt,
    });
    const nobody = { accountId: null, participantId: null, displayId: null, meetingId: null, expiresAt: null };
    expect((await visitor(server)(VIEWER)).data.viewer).toEqual({
      kind: 'PUBLIC',
      name: '',
      isAdministrator: false,
      ...nobody,
    });
  });

  it('[N4] refuses an unknown name, a wrong password, a suspended account and one without a password alike', async () => {
    await anAccount(server, 'known');
    const { id } = await anAccount(server, 'suspended');
    await server.data('mutation ($id: ID!) { suspendAccount(id: $id) { id } }', { id });
    await server.data('mutation { createAccount(input: { name: "invited", displayName: "x" }) { link } }');
    const tries: [string, string][] = [
      ['unknown', PASSWORD],
      ['known', `${PASSWORD}!`],
      ['known', ''],
      ['known', 'x'.repeat(50_000)],
      ['suspended', PASSWORD],
      ['invited', PASSWORD],
      ['invited', ''],
      ['not a name \0 \ud800', PASSWORD],
      ['', ''],
    ];
    const told = [];
    for (const [name, password] of tries) told.push(await signIn(name, password));
    const { error } = told[0]!;
    expect(error).toMatchObject({
      message: 'The name or the password is wrong.',
      extensions: { code: 'WRONG_CREDENTIALS' },
    });
    for (const one of told) expect(one).toEqual({ data: null, error, code: 'WRONG_CREDENTIALS', cookies: [] });
  });

  it('[N4] reckons a password whoever was meant', async () => {
    const reckoned: (string | null)[] = [];
    const { services } = server;
    const visit: Visit = { viewer: everyone, door: 'HTTP', address: '192.0.2.1', userAgent: '' };
    const context = createContext(services, 'en', visit);
    const { passwords } = services;
    const overheard = {
      ...context,
      passwords: {
        ...passwords,
        inTurn: (<T>(work: Parameters<typeof passwords.inTurn<T>>[0]) =>
          passwords.inTurn<T>((matches) =>
            work((hash, password) => {
              reckoned.push(hash && 'own');
              return matches(hash, password);
            }),
          )) as typeof passwords.inTurn,
      },
    };
    for (const name of ['unknown', 'invited', 'suspended', 'known'])
      await expect(recognised(overheard, name, 'wrong')).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
    expect(reckoned).toEqual([null, null, 'own', 'own']);
  });

  it('[N4] is noted when it is refused: whose name was tried, and no password', async () => {
    await signIn('known', 'wrong');
    await signIn(PASSWORD, 'known');
    await visitor(server)(USE, { token: 'x', password: PASSWORD });
    const trail = () =>
      server.sql("SELECT action, outcome, detail FROM audit_entry WHERE outcome <> 'DONE' ORDER BY seq DESC LIMIT 3");
    const told = await eventually(trail, ([last]) => last?.action === 'useInvitation');
    expect(told).toEqual([
      { action: 'useInvitation', outcome: 'LINK_USED', detail: {} },
      { action: 'signIn', outcome: 'WRONG_CREDENTIALS', detail: {} },
      { action: 'signIn', outcome: 'WRONG_CREDENTIALS', detail: { name: 'known' } },
    ]);
    expect(JSON.stringify(await server.dump())).not.toContain(PASSWORD);
  });

  it('[N10] may leave the token to a cookie, and ends the session that the browser had', async () => {
    await anAccount(server, 'browser');
    const first = await signIn('browser', PASSWORD, 'COOKIE');
    expect(first.data.signIn.token).toBeNull();
    expect(first.cookies).toHaveLength(1);
    expect(first.cookies[0]).toMatch(
      /^rostrum=[\w-]{43}; Path=\/; Expires=[^;]+; Max-Age=\d+; HttpOnly; SameSite=Strict$/,
    );
    const former = cookieOf(first.cookies);
    expect(await kindOf(former)).toBe('ACCOUNT');
    const second = await signIn('browser', PASSWORD, 'COOKIE', former);
    expect(await kindOf(former)).toBe('PUBLIC');
    expect(await kindOf(cookieOf(second.cookies))).toBe('ACCOUNT');
  });

  it('[N6] is undone by signing out: cookie and token are worth nothing from then on', async () => {
    await anAccount(server, 'leaving');
    const { cookies } = await signIn('leaving', PASSWORD, 'COOKIE');
    const headers = cookieOf(cookies);
    const out = await visitor(server, headers)('mutation { signOut }');
    expect(out.data.signOut).toBe(true);
    expect(out.cookies[0]).toMatch(/^rostrum=; Path=\/; Expires=Thu, 01 Jan 1970/);
    expect(await kindOf(headers)).toBe('PUBLIC');
    const { token } = (await signIn('leaving')).data.signIn;
    await visitor(server, bearer(token))('mutation { signOut }');
    expect((await visitor(server, bearer(token))(VIEWER)).code).toBe('UNAUTHENTICATED');
    expect((await visitor(server)('mutation { signOut }')).data.signOut).toBe(true);
  });

  it('[N7] is renewed by a new token; the former is good until the new one has been there for a while', async () => {
    const { token } = await anAccount(server, 'renewing');
    const renewed = await visitor(server, bearer(token))('mutation { renewSession { token expiresAt } }');
    const fresh = renewed.data.renewSession.token;
    expect(fresh).toMatch(/^[\w-]{43}$/);
    expect(fresh).not.toBe(token);
    expect([await kindOf(bearer(token)), await kindOf(bearer(fresh))]).toEqual(['ACCOUNT', 'ACCOUNT']);
    expect((await visitor(server)('mutation { renewSession { token } }')).code).toBe('UNAUTHENTICATED');
  });

  it('[N7] is not lost with two answers in a row: the token that its owner has stays good, and so does the next', async () => {
    const { token } = await anAccount(server, 'unlucky');
    const renew = async (held: string) =>
      (await visitor(server, bearer(held))('mutation { renewSession { token } }')).data.renewSession.token as string;
    const [first, second, third] = [await renew(token), await renew(token), await renew(token)];
    expect(await kindOf(bearer(token))).toBe('ACCOUNT');
    for (const lost of [first, second]) expect(await kindOf(bearer(lost!))).toBeUndefined();
    // The one that arrived is renewed at once, and that answer is lost.
    await renew(third!);
    expect(await kindOf(bearer(third!))).toBe('ACCOUNT');
  });

  it('[N7] is over when a former token comes long after the new one: one of the two was stolen', async () => {
    const { token } = await anAccount(server, 'stolen');
    const { data } = await visitor(server, bearer(token))('mutation { renewSession { token } }');
    const fresh = data.renewSession.token;
    await server.sql(
      "UPDATE session SET confirmed_at = clock_timestamp() - interval '61 seconds', rotated_at = clock_timestamp() - interval '2 minutes' WHERE previous_hash IS NOT NULL",
    );
    expect((await visitor(server, bearer(token))(VIEWER)).code).toBe('UNAUTHENTICATED');
    expect((await visitor(server, bearer(fresh))(VIEWER)).code).toBe('UNAUTHENTICATED');
  });

  it('[N7] is renewed as a cookie where a cookie keeps it, so that no script gets the token', async () => {
    await anAccount(server, 'kept');
    const { cookies } = await signIn('kept', PASSWORD, 'COOKIE');
    const renewed = await visitor(server, cookieOf(cookies))('mutation { renewSession { token expiresAt } }');
    expect(renewed.data.renewSession.token).toBeNull();
    expect(renewed.cookies[0]).not.toBe(cookies[0]);
    expect(await kindOf(cookieOf(renewed.cookies))).toBe('ACCOUNT');
  });

  it('[N6] shows one one’s own sessions, and lets one end them; those of others are not found', async () => {
    const mine = await anAccount(server, 'mine');
    const other = await anAccount(server, 'other');
    const second = (await signIn('mine', PASSWORD, 'TOKEN', { 'user-agent': 'Telephone' })).data.signIn.token;
    const { data } = await mine.ask(SESSIONS);
    expect(data.sessions).toMatchObject([
      { isThis: false, userAgent: 'Telephone', address: '127.0.0.1' },
      { isThis: true },
    ]);
    const [{ id }] = data.sessions;
    expect(await other.ask(END, { id })).toMatchObject({ code: 'NOT_FOUND', data: null });
    expect(await visitor(server)(END, { id })).toMatchObject({ code: 'NOT_FOUND' });
    expect((await other.ask(SESSIONS, { id: mine.id })).code).toBe('FORBIDDEN');
    expect((await visitor(server)(SESSIONS, { id: mine.id })).code).toBe('UNAUTHENTICATED');
    expect((await visitor(server)(SESSIONS)).data.sessions).toEqual([]);
    expect(await kindOf(bearer(second))).toBe('ACCOUNT');
    expect((await mine.ask(END, { id })).data.endSession).toBe(true);
    expect((await mine.ask(END, { id })).code).toBe('NOT_FOUND');
    expect((await visitor(server, bearer(second))(VIEWER)).code).toBe('UNAUTHENTICATED');
    // An administrator sees and ends those of all.
    const [session] = (await server.data(SESSIONS, { id: mine.id })).sessions;
    await server.data(END, { id: session.id });
    expect((await mine.ask(VIEWER)).code).toBe('UNAUTHENTICATED');
    expect((await server.data(SESSIONS, { id: mine.id })).sessions).toEqual([]);
  });

  it('[N8] with a new password ends all other sessions, and the former password is worth nothing', async () => {
    const { ask, token } = await anAccount(server, 'changing');
    const other = (await signIn('changing')).data.signIn.token;
    const next = 'another horse battery';
    expect((await ask(CHANGE, { old: 'wrong', new: next })).code).toBe('WRONG_CREDENTIALS');
    expect((await ask(CHANGE, { old: PASSWORD, new: 'short' })).error?.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'newPassword',
      problem: 'tooShort',
    });
    expect(await kindOf(bearer(other))).toBe('ACCOUNT');
    expect((await ask(CHANGE, { old: PASSWORD, new: next })).data.changePassword).toBe(true);
    expect(await kindOf(bearer(token))).toBe('ACCOUNT');
    expect((await visitor(server, bearer(other))(VIEWER)).code).toBe('UNAUTHENTICATED');
    expect((await signIn('changing')).code).toBe('WRONG_CREDENTIALS');
    expect((await signIn('changing', next)).code).toBeUndefined();
  });

  it('[N3] works for sixty who do it at once', async () => {
    await anAccount(server, 'crowd');
    const all = await Promise.all(Array.from({ length: 60 }, () => signIn('crowd')));
    expect(all.map(({ code }) => code)).toEqual(Array(60).fill(undefined));
  });

  it('[N11] says how it can be done: with a password, where no provider is configured', async () => {
    const { signInWays } = await server.data('{ signInWays { password oidc { label path } } }');
    expect(signInWays).toEqual({ password: true, oidc: null });
  });
});
