import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Fact } from '../../src/audit/audit.js';
import { readConfig } from '../../src/config.js';
import { fixedPort } from '../support/instance.js';
import { Agent, CLIENT, startProvider, type TestProvider } from '../support/provider.js';
import { startServer, type TestServer } from '../support/server.js';
import { anAccount, cookieOf, PASSWORD, SIGN_IN, VIEWER, visitor } from '../support/visitor.js';

const INVITE =
  'mutation ($name: String!) { createAccount(input: { name: $name, displayName: "x" }) { account { id } } }';
const SUSPEND = 'mutation ($id: ID!) { suspendAccount(id: $id) { id } }';
const LINKED = 'query ($text: String!) { accounts(text: $text) { edges { node { name isLinked } } } }';

describe('the settings of an OpenID provider', () => {
  const whole = { OIDC_ISSUER: 'https://sso.example', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'a secret' };

  it('[N11] are given whole or not at all', () => {
    expect(readConfig(whole)).toMatchObject({ ...whole, OIDC_NAME: 'OpenID', OIDC_CLAIM: 'email' });
    expect(readConfig({}).OIDC_ISSUER).toBe('');
    for (const left of Object.keys(whole)) {
      const rest = { ...whole, [left]: '' };
      expect(() => readConfig(rest)).toThrow(new RegExp(`^${left} must be set, because \\w+ and \\w+ is\\.$`));
      expect(() => readConfig(rest)).not.toThrow(/a secret/);
    }
  });

  it.each(['http://sso.example', 'http://localhost.sso.example', 'http://127.sso.example', 'sso.example', 'ftp://x'])(
    '[N11] don’t take %s for an issuer',
    (OIDC_ISSUER) => {
      expect(() => readConfig({ ...whole, OIDC_ISSUER })).toThrow(/^OIDC_ISSUER=/);
    },
  );

  it.each(['http://127.0.0.1:9', 'http://localhost', 'http://[::1]:9'])('[N11] take %s, on this computer', (issuer) => {
    expect(readConfig({ ...whole, OIDC_ISSUER: issuer }).OIDC_ISSUER).toBe(issuer);
  });
});

describe('signing in through an OpenID provider', () => {
  let server: TestServer;
  let provider: TestProvider;
  let host: string;
  beforeAll(async () => {
    const [port, own] = [await fixedPort(), await fixedPort()];
    host = `127.0.0.1:${port}`;
    provider = await startProvider(own, [`http://${host}/sign-in/oidc/callback`]);
    await provider.down();
    // It starts although the provider is not there.
    server = await startServer({ PORT: port, OIDC_ISSUER: provider.issuer, ...CLIENT, OIDC_NAME: 'Court SSO' });
  });
  afterAll(async () => {
    await server.stop();
    await provider.down();
  });

  const isBack = (url: URL) => url.host === host && !url.pathname.startsWith('/sign-in/oidc');
  const enter = async (agent: Agent, subject: string, to = '') =>
    (await agent.go(`${server.url}/sign-in/oidc${to}`, subject, isBack)).href.replace(server.url, '');
  const viewer = async (agent: Agent) => {
    const response = await agent.fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: VIEWER }),
    });
    return ((await response.json()) as any).data.viewer;
  };
  const callback = (search: string) => `${server.url}/sign-in/oidc/callback${search}`;

  it('[N11] that is down keeps nobody with a password out, and is asked again when it is back', async () => {
    await anAccount(server, 'with.password');
    expect((await visitor(server)(SIGN_IN, { name: 'with.password', password: PASSWORD })).code).toBeUndefined();
    const { signInWays } = await server.data('{ signInWays { password oidc { label path } } }');
    expect(signInWays).toEqual({ password: true, oidc: { label: 'Court SSO', path: '/sign-in/oidc' } });
    const agent = new Agent();
    expect(await enter(agent, 'nobody')).toBe('/sign-in?problem=unavailable');
    await provider.up();
    expect(await enter(agent, 'nobody')).toBe('/sign-in?problem=unknown');
  });

  it('[N13] lets in the account whose name is the claim, binds it, and from then on goes by the subject', async () => {
    const { createAccount } = await server.data(INVITE, { name: 'li@court.example' });
    provider.persons.li = { email: 'Li@Court.example', email_verified: true };
    const agent = new Agent();
    expect(await enter(agent, 'li', '?to=/board/1%3Fx=2')).toBe('/board/1?x=2');
    expect(await viewer(agent)).toMatchObject({ kind: 'ACCOUNT', accountId: createAccount.account.id });
    expect(agent.has(host, 'rostrum-oidc')).toBe(false);
    const { accounts } = await server.data(LINKED, { text: 'li@' });
    expect(accounts.edges).toEqual([{ node: { name: 'li@court.example', isLinked: true } }]);
    // The provider gives the address to somebody else, and another to Li.
    provider.persons.li = { email: 'li.yong@court.example', email_verified: true };
    provider.persons.other = { email: 'li@court.example', email_verified: true };
    expect(await enter(new Agent(), 'other')).toBe('/sign-in?problem=unknown');
    const again = new Agent();
    expect(await enter(again, 'li')).toBe('/');
    expect(await viewer(again)).toMatchObject({ accountId: createAccount.account.id });
  });

  it('[N13] makes no account, and takes no claim that is not verified', async () => {
    provider.persons.stranger = { email: 'stranger@court.example', email_verified: true };
    expect(await enter(new Agent(), 'stranger')).toBe('/sign-in?problem=unknown');
    expect((await server.data(LINKED, { text: 'stranger' })).accounts.edges).toEqual([]);
    await server.data(INVITE, { name: 'wang@court.example' });
    for (const email_verified of [false, 'false', 'true', undefined]) {
      provider.persons.wang = { email: 'wang@court.example', email_verified };
      expect(await enter(new Agent(), 'wang')).toBe('/sign-in?problem=unverified');
    }
    expect((await server.data(LINKED, { text: 'wang' })).accounts.edges[0].node.isLinked).toBe(false);
  });

  it('[N13] keeps a suspended account out, bound or not', async () => {
    const { createAccount } = await server.data(INVITE, { name: 'zhou@court.example' });
    provider.persons.zhou = { email: 'zhou@court.example', email_verified: true };
    const { id } = createAccount.account;
    await server.data(SUSPEND, { id });
    expect(await enter(new Agent(), 'zhou')).toBe('/sign-in?problem=unknown');
    await server.data('mutation ($id: ID!) { reinstateAccount(id: $id) { id } }', { id });
    const agent = new Agent();
    expect(await enter(agent, 'zhou')).toBe('/');
    await server.data(SUSPEND, { id });
    expect(await viewer(agent)).toMatchObject({ kind: 'PUBLIC' });
    expect(await enter(new Agent(), 'zhou')).toBe('/sign-in?problem=unknown');
  });

  it('[N13] is said to be refused where the provider was told no', async () => {
    const url = await new Agent().go(`${server.url}/sign-in/oidc`, 'li', isBack, true);
    expect(`${url.pathname}${url.search}`).toBe('/sign-in?problem=denied');
  });

  it('[N13] leads to no other site', async () => {
    for (const to of ['//evil.example', 'https://evil.example/', '/.//evil.example']) {
      const agent = new Agent();
      expect(await enter(agent, 'li', `?to=${encodeURIComponent(to)}`)).toBe('/');
    }
  });

  it('[N13] comes back to the browser that it began in, once, with what was sent', async () => {
    const expired = async (agent: Agent, url: string) =>
      (await agent.fetch(url)).headers.get('location') === '/sign-in?problem=expired';
    const agent = new Agent();
    const back = await agent.go(`${server.url}/sign-in/oidc`, 'li', (url) => url.pathname.endsWith('/callback'));
    // Another browser is given the link; the state is another; the browser's cookie is none of ours.
    expect(await expired(new Agent(), back.href)).toBe(true);
    const stranger = new Agent();
    await stranger.fetch(`${server.url}/sign-in/oidc`);
    expect(await expired(stranger, back.href)).toBe(true);
    const cookie = `rostrum-oidc=${Buffer.from('{"state":1}').toString('base64url')}`;
    const made = await fetch(back.href, { headers: { cookie }, redirect: 'manual' });
    expect(made.headers.get('location')).toBe('/sign-in?problem=expired');
    expect(await expired(new Agent(), callback('?code=x&state=y'))).toBe(true);
    expect((await agent.fetch(back.href)).headers.get('location')).toBe('/');
    expect(await expired(agent, back.href)).toBe(true);
  });

  it('[N13] keeps what it needs in a cookie of ten minutes that no script reads', async () => {
    const response = await fetch(`${server.url}/sign-in/oidc`, { redirect: 'manual' });
    const [cookie] = response.headers.getSetCookie();
    expect(cookie).toMatch(
      /^rostrum-oidc=[\w-]+; Path=\/sign-in\/oidc; Expires=[^;]+; Max-Age=\d+; HttpOnly; SameSite=Lax$/,
    );
    const lasts = Date.parse(/Expires=([^;]+)/.exec(cookie!)![1]!) - Date.now();
    expect(lasts / 60_000).toBeCloseTo(10, 0);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const sent = new URL(response.headers.get('location')!).searchParams;
    expect(Object.fromEntries(sent)).toMatchObject({
      redirect_uri: callback(''),
      code_challenge_method: 'S256',
      response_type: 'code',
      state: expect.any(String),
      nonce: expect.any(String),
    });
  });

  it('[N4] [N9] is noted when it fails, and refused after sixty failures in a minute', async () => {
    const { audit } = server.services;
    const noted: Fact[] = [];
    const { note } = audit;
    audit.note = (_visit, fact) => void noted.push(fact);
    provider.persons.stranger = { email: 'stranger@court.example', email_verified: true };
    await enter(new Agent(), 'stranger');
    audit.note = note;
    expect(noted).toEqual([
      {
        action: 'signIn',
        outcome: 'WRONG_CREDENTIALS',
        detail: { through: provider.issuer, name: 'stranger@court.example', problem: 'unknown' },
      },
    ]);
    const problem = async (cookie: string) =>
      (await fetch(callback('?code=x'), { headers: { cookie }, redirect: 'manual' })).headers.get('location');
    // Whoever has not begun here has tried nothing.
    for (let time = 0; time < 61; time++) expect(await problem('')).toBe('/sign-in?problem=expired');
    expect(noted).toHaveLength(1);
    const begun = await fetch(`${server.url}/sign-in/oidc`, { redirect: 'manual' });
    const { cookie } = cookieOf(begun.headers.getSetCookie());
    const told = [];
    for (let time = 0; time < 61; time++) told.push(await problem(cookie!));
    expect(told[0]).toBe('/sign-in?problem=expired');
    expect(told.at(-1)).toBe('/sign-in?problem=tooMany');
  });
});
