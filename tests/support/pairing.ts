import type { TestServer } from './server.js';

export const REQUEST = 'mutation { requestPairing { code token address expiresAt secondsLeft } }';

/** A screen that shows its code. */
export async function aScreen(
  server: TestServer,
): Promise<{ code: string; token: string; address: string; secondsLeft: number }> {
  return (await server.data(REQUEST)).requestPairing;
}

/** What a screen is told of its pairing, or the code of the refusal. */
export async function stateOf(server: TestServer, token: string): Promise<any> {
  const { data, errors } = await server.ask(
    'query ($token: String!) { pairing(token: $token) { isConfirmed meetingId meetingTitle secondsLeft } }',
    { token },
  );
  return errors?.[0]?.extensions.code ?? data.pairing;
}

const DISPLAY = 'id name pairedAt seenAt isConnected address userAgent expiresAt';

/** An operator confirms: the display, or the code of the refusal. */
export async function confirm(server: TestServer, meetingId: string, code: string, name = 'Hall'): Promise<any> {
  const { data, errors } = await server.ask(
    `mutation ($meetingId: ID!, $code: String!, $name: String!) {
       confirmDisplay(meetingId: $meetingId, code: $code, name: $name) { ${DISPLAY} } }`,
    { meetingId, code, name },
  );
  return errors?.[0]?.extensions.code ?? data.confirmDisplay;
}

/** The displays of a meeting, as an operator sees them. */
export async function displaysOf(server: TestServer, id: string): Promise<any[]> {
  return (await server.data(`query ($id: ID!) { meeting(id: $id) { displays { ${DISPLAY} } } }`, { id })).meeting
    .displays;
}
