import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attempt } from '../support/builders.js';
import { ADMINISTRATOR } from '../support/credentials.js';
import { startServer, type TestServer } from '../support/server.js';
import { anAccount, bearer, PASSWORD, SIGN_IN, USE, VIEWER, visitor } from '../support/visitor.js';

const FIELDS = 'id name displayName isAdministrator isSuspended hasPassword isLinked person { id name }';
const CREATE = `mutation ($input: AccountInput!) { done: createAccount(input: $input) { link expiresAt account { ${FIELDS} } } }`;
const UPDATE = `mutation ($id: ID!, $input: UpdateAccountInput!) { done: updateAccount(id: $id, input: $input) { ${FIELDS} } }`;
const SUSPEND = `mutation ($id: ID!) { done: suspendAccount(id: $id) { ${FIELDS} } }`;
const REINSTATE = `mutation ($id: ID!) { done: reinstateAccount(id: $id) { ${FIELDS} } }`;
const INVITE =
  'mutation ($id: ID!) { done: inviteAgain(id: $id) { link expiresAt account { id hasPassword isLinked } } }';

describe('accounts', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ PUBLIC_URL: 'https://rostrum.example/' });
  });
  afterAll(() => server.stop());

  const codeOf = async (document: string, variables: object) =>
    (await server.ask(document, variables)).errors?.[0]?.extensions.code;
  const signIn = (name: string, password = PASSWORD) => visitor(server)(SIGN_IN, { name, password });
  const isIn = async (token: string) => (await visitor(server, bearer(token))(VIEWER)).code === undefined;
  const expire = (sql: string, id: string) => server.sql(`UPDATE invitation SET ${sql} WHERE account_id = $1`, id);

  it('[N1] are created by a name, found by it, and each name belongs to one', async () => {
    const { id: organizationId } = (await attempt(server, 'createOrganization', { input: { name: 'Unit' } })).done;
    const { id: personId } = (await attempt(server, 'createPerson', { input: { name: 'Li', organizationId } })).done;
    const input = { name: 'Li.Yong', displayName: ' 李勇 ', personId };
    const { done } = await server.data(CREATE, { input });
    expect(done.account).toEqual({
      id: expect.any(String),
      name: 'li.yong',
      displayName: '李勇',
      isAdministrator: false,
      isSuspended: false,
      hasPassword: false,
      isLinked: false,
      person: { id: personId, name: 'Li' },
    });
    expect(await codeOf(CREATE, { input: { ...input, name: 'ＬＩ.yong' } })).toBe('DUPLICATE');
    expect(await codeOf(CREATE, { input: { ...input, name: 'x', personId: organizationId } })).toBe('NOT_FOUND');
    const { accounts } = await server.data(
      'query { accounts(text: "李") { totalCount edges { node { name } } pageInfo { hasNextPage } } }',
    );
    expect(accounts).toEqual({
      totalCount: 1,
      edges: [{ node: { name: 'li.yong' } }],
      pageInfo: { hasNextPage: false },
    });
    const changed = await server.data(UPDATE, { id: done.account.id, input: { personId: null } });
    expect(changed.done).toMatchObject({ displayName: '李勇', person: null });
    expect(await codeOf(UPDATE, { id: personId, input: {} })).toBe('NOT_FOUND');
  });

  it('[N5] begin with a link of the public address, good for 72 hours, that is told once', async () => {
    const { done } = await server.data(CREATE, { input: { name: 'guest', displayName: 'x' } });
    expect(done.link).toMatch(/^https:\/\/rostrum\.example\/invite#[\w-]{43}$/);
    expect((Date.parse(done.expiresAt) - Date.now()) / 3_600_000).toBeCloseTo(72, 1);
    const token = done.link.split('#')[1];
    // Only what it hashes to is kept, and nothing in the schema tells it again.
    expect(JSON.stringify(await server.dump())).not.toContain(token);
  });

  it('[N5] are entered by that link once, whatever it was tried with before', async () => {
    const { done } = await server.data(CREATE, { input: { name: 'newcomer', displayName: 'x' } });
    const token = done.link.split('#')[1];
    const use = (values: object) => visitor(server)(USE, { token, ...values });
    const problems = [
      [{}, 'password', 'missing'],
      [{ password: 'short' }, 'password', 'tooShort'],
      [{ password: PASSWORD, name: 'a b' }, 'name', 'notAName'],
      [{ password: 'x'.repeat(12), name: 'X'.repeat(12) }, 'password', 'sameAsName'],
    ] as const;
    for (const [values, field, problem] of problems)
      expect((await use(values)).error?.extensions).toMatchObject({ code: 'INVALID_INPUT', field, problem });
    expect((await use({ password: PASSWORD, name: 'tester' })).code).toBe('DUPLICATE');
    expect((await signIn('newcomer')).code).toBe('WRONG_CREDENTIALS');

    // Two who use it at the same moment: one gets in.
    const both = await Promise.all([use({ password: PASSWORD, name: 'Renamed' }), use({ password: PASSWORD })]);
    expect(both.map(({ code }) => code).toSorted()).toEqual(['LINK_USED', undefined]);
    expect((await use({ password: PASSWORD })).code).toBe('LINK_USED');
    const entered = both.find(({ code }) => code === undefined)!;
    expect(await isIn(entered.data.useInvitation.token)).toBe(true);
    const name = both[0]!.code === undefined ? 'renamed' : 'newcomer';
    expect((await signIn(name)).code).toBeUndefined();
  });

  it('[N5] are not entered by a link that is unknown, has expired, or is of a suspended account', async () => {
    const { done } = await server.data(CREATE, { input: { name: 'late', displayName: 'x' } });
    const { id } = done.account;
    const token = done.link.split('#')[1];
    const use = (given: string) => visitor(server)(USE, { token: given, password: PASSWORD });
    const unknown = await use('x'.repeat(43));
    expect(unknown.code).toBe('LINK_USED');
    await server.data(SUSPEND, { id });
    expect(await use(token)).toEqual(unknown);
    await server.data(REINSTATE, { id });
    await expire("expires_at = expires_at - interval '72 hours'", id);
    expect(await use(token)).toEqual(unknown);
    await expire("expires_at = expires_at + interval '72 hours'", id);
    expect((await use(token)).code).toBeUndefined();
  });

  it('[N5] [N8] are reset by a new link: sessions, password and former links are worth nothing from then on', async () => {
    const { id, token } = await anAccount(server, 'forgetful');
    await server.sql("UPDATE account SET subject = 'somebody else' WHERE id = $1", id);
    const first = (await server.data(INVITE, { id })).done;
    expect(first.account).toEqual({ id, hasPassword: false, isLinked: false });
    expect(await isIn(token)).toBe(false);
    expect((await signIn('forgetful')).code).toBe('WRONG_CREDENTIALS');
    const second = (await server.data(INVITE, { id })).done;
    const use = (link: string) => visitor(server)(USE, { token: link.split('#')[1], password: PASSWORD });
    expect((await use(first.link)).code).toBe('LINK_USED');
    expect((await use(second.link)).code).toBeUndefined();
    expect(await codeOf(INVITE, { id: '0190a000-0000-7000-8000-000000000009' })).toBe('NOT_FOUND');
  });

  it('[N8] that are suspended are signed out everywhere and kept out, until they are reinstated', async () => {
    const { id, token } = await anAccount(server, 'absent');
    expect((await server.data(SUSPEND, { id })).done.isSuspended).toBe(true);
    expect(await isIn(token)).toBe(false);
    expect((await signIn('absent')).code).toBe('WRONG_CREDENTIALS');
    expect((await server.data(REINSTATE, { id })).done.isSuspended).toBe(false);
    expect(await isIn(token)).toBe(false);
    expect((await signIn('absent')).code).toBeUndefined();
  });

  it('[N8] whose rank changes are signed out; a change of name leaves them in', async () => {
    await anAccount(server, 'chief', { isAdministrator: true });
    const { id, token } = await anAccount(server, 'rising');
    await server.data(UPDATE, { id, input: { displayName: 'Risen' } });
    expect((await visitor(server, bearer(token))(VIEWER)).data.viewer.name).toBe('Risen');
    await server.data(UPDATE, { id, input: { isAdministrator: true } });
    expect(await isIn(token)).toBe(false);
    const again = (await signIn('rising')).data.signIn.token;
    await server.data(UPDATE, { id, input: { isAdministrator: true } });
    expect(await isIn(again)).toBe(true);
    await server.data(UPDATE, { id, input: { isAdministrator: false } });
    expect(await isIn(again)).toBe(false);
    await server.sql("UPDATE account SET is_administrator = false WHERE name = 'chief'");
  });

  it('[N8] of administrators are left to somebody: not oneself, nor the last who can sign in', async () => {
    const one = await anAccount(server, 'one', { isAdministrator: true });
    // The administrator of the tests has no password, and is none who could sign in.
    expect(await codeOf(SUSPEND, { id: one.id })).toBe('LAST_ADMINISTRATOR');
    expect(await codeOf(UPDATE, { id: one.id, input: { isAdministrator: false } })).toBe('LAST_ADMINISTRATOR');
    expect((await one.ask(SUSPEND, { id: one.id })).code).toBe('OWN_ACCOUNT');
    expect((await one.ask(INVITE, { id: one.id })).code).toBe('OWN_ACCOUNT');
    expect(await codeOf(INVITE, { id: one.id })).toBe('LAST_ADMINISTRATOR');
    expect((await signIn('one')).code).toBeUndefined();
    const other = await anAccount(server, 'other', { isAdministrator: true });
    // Both would take the other's rank in the same moment.
    await one.ask(SUSPEND, { id: ADMINISTRATOR });
    const both = await Promise.all([one.ask(SUSPEND, { id: other.id }), other.ask(SUSPEND, { id: one.id })]);
    const codes = both.map(({ code }) => code);
    expect(codes.filter((code) => code === undefined)).toHaveLength(1);
    expect(['LAST_ADMINISTRATOR', 'FORBIDDEN', 'UNAUTHENTICATED']).toContain(codes.find((code) => code !== undefined));
  });
});
