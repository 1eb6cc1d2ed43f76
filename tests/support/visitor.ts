import type { TestServer, ToldError } from './server.js';

export interface Told<Data = any> {
  data: Data;
  error: ToldError | undefined;
  code: string | undefined;
  /** What the answer has set as cookies. */
  cookies: string[];
}

/** Somebody who asks over HTTP in their own name: with a token, with a cookie, or as nobody. */
export function visitor(server: { url: string }, headers: Record<string, string> = {}) {
  return async <Data = any>(query: string, variables: object = {}): Promise<Told<Data>> => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: any; errors?: ToldError[] };
    const [error] = errors ?? [];
    return { data, error, code: error?.extensions.code, cookies: response.headers.getSetCookie() };
  };
}
export type Visitor = ReturnType<typeof visitor>;

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

export const SIGN_IN = `mutation ($name: String!, $password: String!, $keep: Keep = TOKEN) {
  signIn(name: $name, password: $password, keep: $keep) { token expiresAt } }`;
export const USE = `mutation ($token: String!, $name: String, $password: String, $keep: Keep = TOKEN) {
  useInvitation(token: $token, name: $name, password: $password, keep: $keep) { token expiresAt } }`;
export const VIEWER = '{ viewer { kind name isAdministrator accountId participantId displayId meetingId expiresAt } }';

export const PASSWORD = 'correct horse battery';

/** An account with a password, its owner, and the link that it was made with. */
export async function anAccount(
  server: TestServer,
  name: string,
  { isAdministrator = false, personId }: { isAdministrator?: boolean; personId?: string } = {},
) {
  const { createAccount } = await server.data(
    'mutation ($input: AccountInput!) { createAccount(input: $input) { link account { id } } }',
    { input: { name, displayName: `The ${name}`, isAdministrator, personId } },
  );
  const invitation = createAccount.link.split('#')[1] as string;
  const used = await visitor(server)(USE, { token: invitation, password: PASSWORD });
  const token = used.data.useInvitation.token as string;
  return {
    id: createAccount.account.id as string,
    link: createAccount.link as string,
    invitation,
    token,
    ask: visitor(server, bearer(token)),
  };
}

/** The session's cookie as a browser sends it back. */
export const cookieOf = (cookies: string[]): Record<string, string> => ({ cookie: cookies[0]!.split(';')[0]! });
