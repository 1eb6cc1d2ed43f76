import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aFoundingMeeting, idsOf, perform } from '../support/builders.js';
import { authorization } from '../support/credentials.js';
import { startServer, type TestServer } from '../support/server.js';
import { hearing } from '../support/statements.js';

const BOARD = 'query ($id: ID!) { board(meetingId: $id) { seq state title } }';
const MEETING = `query ($id: ID!) { meeting(id: $id) { title status organization { name }
  agenda { title statement { speaker { person { name organization { name } } } comments { body status } } } } }`;

describe('answers that are kept', () => {
  let server: TestServer;
  let statements: string[];
  beforeAll(async () => {
    statements = [];
    server = await startServer(
      {},
      hearing((sql) => void statements.push(sql)),
    );
  });
  afterAll(() => server.stop());

  async function ask(query: string, variables: object, headers: Record<string, string> = {}, method = 'POST') {
    const address = new URL(`${server.url}/graphql`);
    if (method === 'GET') {
      address.searchParams.set('query', query);
      address.searchParams.set('variables', JSON.stringify(variables));
    }
    statements.length = 0;
    const response = await fetch(address, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(method === 'POST' && { body: JSON.stringify({ query, variables }) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      etag: response.headers.get('etag'),
      headers: response.headers,
      text,
      asked: [...statements],
    };
  }
  const rename = (id: string, title: string) =>
    perform(server, 'addRequirement', { meetingId: id, input: { heading: title } });

  it.each([BOARD, MEETING])(
    '[L15] asks the database only where the meeting stands, once the answer is there: %s',
    async (query) => {
      const id = await aFoundingMeeting(server);
      const first = await ask(query, { id });
      const second = await ask(query, { id });
      expect(first.status).toBe(200);
      expect(first.asked.length).toBeGreaterThan(1);
      expect(second.text).toBe(first.text);
      expect(second.asked).toHaveLength(1);
      expect(second.asked[0]).toContain('FROM meeting WHERE id = ANY');
      // Of somebody who has signed in, also who that is and what they may see.
      await ask(query, { id }, authorization);
      expect((await ask(query, { id }, authorization)).asked).toHaveLength(3);
    },
  );

  it('[L15] gives the new state to whoever asks after a command was answered', async () => {
    const id = await aFoundingMeeting(server);
    await ask(BOARD, { id });
    for (let round = 1; round <= 20; round++) {
      const { seq } = await rename(id, `R${round}`);
      expect(JSON.parse((await ask(BOARD, { id })).text).data.board.seq).toBe(seq);
    }
  });

  it('[L15] answers 304 while the meeting stands still, and the whole again when it has moved on', async () => {
    const id = await aFoundingMeeting(server);
    for (const method of ['POST', 'GET']) {
      const guarded = { 'apollo-require-preflight': 'yes' };
      const first = await ask(BOARD, { id }, guarded, method);
      expect(first.etag).toMatch(/^W\/".+"$/);
      const same = await ask(BOARD, { id }, { ...guarded, 'if-none-match': `"other", ${first.etag}` }, method);
      expect(same).toMatchObject({ status: 304, text: '', etag: first.etag });
      await rename(id, method);
      const moved = await ask(BOARD, { id }, { ...guarded, 'if-none-match': first.etag! }, method);
      expect(moved.status).toBe(200);
      expect(moved.etag).not.toBe(first.etag);
    }
  });

  it('[L15] keeps answers in other languages and to other variables apart, and gives each in the media type that is asked for', async () => {
    const [a, b] = [await aFoundingMeeting(server), await aFoundingMeeting(server)];
    const tags = new Set<string | null>();
    for (const id of [a, b]) {
      for (const language of ['zh', 'en']) {
        for (const accept of ['application/json', 'application/graphql-response+json']) {
          const { etag, headers } = await ask(BOARD, { id }, { 'accept-language': language, accept });
          expect(headers.get('content-type')).toContain(accept);
          expect(headers.get('vary')).toContain('Accept-Language');
          tags.add(etag);
        }
      }
    }
    expect(tags.size).toBe(4);
  });

  it('[L15] asks anew each time for what can change while the meeting stands still', async () => {
    const id = await aFoundingMeeting(server);
    const { statements: ids, chair } = await idsOf(server, id);
    const drafts = `query ($id: ID!) { meeting(id: $id) { statements { id drafts(authorId: "${chair}") { body } } } }`;
    for (const query of [drafts, 'query ($id: ID!) { board(meetingId: $id) { seq serverTime } }']) {
      expect((await ask(query, { id })).etag).toBeNull();
    }
    await perform(server, 'openMeeting', { meetingId: id });
    await perform(server, 'draftComment', {
      meetingId: id,
      input: { statementId: ids[0], authorId: chair, body: 'draft' },
    });
    expect((await ask(drafts, { id })).text).toContain('draft');
  });

  it('[L15] keeps no answer of a meeting that is over: renames are not told to it', async () => {
    const id = await aFoundingMeeting(server);
    const { persons, organization: organizationId } = await idsOf(server, id);
    await server.sql(`UPDATE meeting SET status = 'CLOSED' WHERE id = $1`, id);
    const hosts = 'query ($id: ID!) { board(meetingId: $id) { hosts { name } } }';
    const people = 'query ($id: ID!) { meeting(id: $id) { participants { person { name } } } }';
    for (const name of ['新名字', '更新的名字']) {
      for (const personId of persons)
        await perform(server, 'updatePerson', { id: personId, input: { name, organizationId } });
      for (const query of [hosts, people]) {
        const { etag, text } = await ask(query, { id });
        expect(etag).toBeNull();
        expect(text).toContain(`"${name}"`);
      }
    }
  });

  it('[L15] keeps no refusal, no fault and nothing of several meetings', async () => {
    const id = await aFoundingMeeting(server);
    const unknown = await ask(BOARD, { id: '01a209d0-f82a-775d-bd51-fe96bc76196f' });
    expect(unknown).toMatchObject({ status: 200, etag: null });
    expect(unknown.text).toContain('NOT_FOUND');
    expect((await ask('query ($id: ID!) { board(meetingId: $id) { nothing } }', { id })).status).toBe(400);
    const two = await ask('query ($id: ID!) { a: board(meetingId: $id) { seq } b: meeting(id: $id) { title } }', {
      id,
    });
    expect(two).toMatchObject({ status: 200, etag: null });
  });

  it('[L15] leaves to others what it cannot answer, also over GET', async () => {
    const closed = await aFoundingMeeting(server);
    await server.sql(`UPDATE meeting SET status = 'CLOSED' WHERE id = $1`, closed);
    const guarded = { 'apollo-require-preflight': 'yes' };
    expect((await ask(BOARD, { id: closed }, guarded, 'GET')).text).toContain('"state":"CLOSED"');
    expect((await ask(BOARD, { id: 'nobody' }, guarded, 'GET')).text).toContain('NOT_FOUND');
    const cut = `${server.url}/graphql?variables={bad&query=${encodeURIComponent('{ serverTime }')}`;
    expect((await fetch(cut, { headers: guarded })).status).toBe(400);
    const asked = `query ($id: ID!, $it: Boolean = true) { board(meetingId: $id) { seq @include(if: $it) } }`;
    const wrong = `${server.url}/graphql?variables={bad&query=${encodeURIComponent(asked)}`;
    expect((await fetch(wrong, { headers: guarded })).status).toBe(400);
  });

  it('[L15] answers many who ask at once from one execution', async () => {
    const id = await aFoundingMeeting(server);
    statements.length = 0;
    const body = JSON.stringify({ query: MEETING, variables: { id } });
    const headers = { 'content-type': 'application/json' };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        fetch(`${server.url}/graphql`, { method: 'POST', headers, body }).then((r) => r.text()),
      ),
    );
    expect(new Set(answers).size).toBe(1);
    expect(statements.filter((sql) => sql.includes('FROM agenda_item t')).length).toBe(1);
  });
});
