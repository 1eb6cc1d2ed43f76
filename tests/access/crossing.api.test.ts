import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getNamedType } from 'graphql';
import { aCast, type Cast, type Part, parts, performAs } from '../support/cast.js';
import { authorization } from '../support/credentials.js';
import { codeOf, type Door, httpDoor, socketDoor, socketOf } from '../support/door.js';
import { startServer, type TestServer } from '../support/server.js';
import { fieldsBelow, Widest } from '../support/widest.js';
import { allowed, drafts, inTheRoom, marksIn, reception } from './marks.js';

/** Things by their ids alone, some at a time. */
const byId = (ids: string[]) => {
  const each = ids.map((id, index) => `n${index}: node(id: "${id}") { ...Own }`);
  const own = `fragment Own on Node { __typename id ... on Statement { body } ... on AppraisalComment { body }
    ... on Requirement { heading body } ... on Ballot { tallies { counts } } ... on Participant { presence signedInAt leftAt slip { usedAt } }
    ... on Meeting { title displays { name } appointments { displayName } } ... on Person { name } ... on Organization { name } }`;
  return Array.from({ length: Math.ceil(each.length / 10) }, (_, page) => ({
    document: `{ ${each.slice(page * 10, page * 10 + 10).join(' ')} } ${own}`,
    variables: {},
  }));
};

/** What differs from one moment to the next, or from one session to another. */
const steady = (told: object) =>
  JSON.stringify(told, (key, value) =>
    /^(serverTime|elapsedMilliseconds|remainingMilliseconds|seenAt|isThis|isConnected)$/.test(key) ? null : value,
  );

/** Whether the door answers with what it has made before. */
async function isKept({ url }: TestServer, query: string, variables: object): Promise<boolean> {
  const headers = { 'content-type': 'application/json', ...authorization };
  const body = JSON.stringify({ query, variables });
  return (await fetch(`${url}/graphql`, { method: 'POST', headers, body })).headers.has('etag');
}

describe('what may be seen', () => {
  let server: TestServer;
  let cast: Cast;
  /** Documents with their variables: everything that can be asked. */
  let questions: { document: string; variables: object }[];
  /** The same for what can be followed, from the beginning. */
  let streams: { document: string; variables: object }[];
  let tokens: Map<Part, string | null>;

  beforeAll(async () => {
    server = await startServer();
    cast = await aCast(server);
    const { here, there } = cast;
    const open = { organizationId: here.organizationId, title: 'open ⟨open to all⟩', period: '2021', timeZone: 'UTC' };
    const { database } = server.services;
    const { createMeeting } = await server.data(
      `mutation ($open: CreateMeetingInput!, $person: PersonInput!) {
         createMeeting(input: $open) { meetingId } createPerson(input: $person) { id } }`,
      {
        open: { ...open, startsAt: '2022-02-10T01:00:00Z', visibility: 'PUBLIC' },
        person: { name: 'Somebody ⟨somebody⟩', organizationId: here.organizationId },
      },
    );
    await database.query(`UPDATE meeting SET status = 'SCHEDULED' WHERE id = $1`, [createMeeting.meetingId]);
    tokens = new Map(await Promise.all(cast.actors.map(async (one) => [one.part, await cast.tokenOf(one)] as const)));
    for (const [by, author] of drafts) {
      const { meetingId, participants, statements } = here;
      const input = { statementId: statements.made, authorId: participants[author], body: `⟨draft of ${by}⟩` };
      await performAs(server, tokens.get(by)!, 'draftComment', { meetingId, input });
    }

    const authors = [here.participants.commenter, here.participants.second];
    const given = { 'Statement.drafts': authors.map((id) => `authorId: "${id}"`) };
    const widest = new Widest(server.schema, given);
    const steadiest = new Widest(server.schema, given, true);
    const typeOf = (kind: 'Query' | 'Subscription', field: string) => {
      const root = kind === 'Query' ? server.schema.getQueryType() : server.schema.getSubscriptionType();
      return getNamedType(root!.getFields()[field]!.type).name;
    };
    const ask = (head: string, field: string, variables: object, ways = [widest]) =>
      ways
        .flatMap((way) => way.documents(`query ${head}`, typeOf('Query', field)))
        .map((document) => ({ document, variables }));
    const rows: { id: string }[] = await database.query(
      `SELECT id FROM appraisal_comment UNION ALL SELECT id FROM requirement UNION ALL SELECT id FROM statement
       UNION ALL SELECT id FROM participant UNION ALL SELECT id FROM person UNION ALL SELECT id FROM meeting
       UNION ALL SELECT id FROM organization UNION ALL SELECT id FROM agenda_item UNION ALL SELECT id FROM ballot`,
    );
    const plain = (text: string) => [{ document: `{ ${text} }`, variables: {} }];
    questions = [
      ...[here.meetingId, there.meetingId, createMeeting.meetingId].flatMap((id) => [
        ...ask('($id: ID!) { told: meeting(id: $id)', 'meeting', { id }, [widest, steadiest]),
        ...ask('($id: ID!) { told: board(meetingId: $id)', 'board', { id }, [widest, steadiest]),
        ...ask('($id: ID!) { told: journal(meetingId: $id)', 'journal', { id }),
      ]),
      ...ask('{ told: meetings(first: 5)', 'meetings', {}),
      ...ask('{ told: organizations(first: 5)', 'organizations', {}),
      ...ask('{ told: persons(first: 50)', 'persons', {}),
      ...ask('{ told: accounts(first: 10)', 'accounts', {}),
      ...ask('($id: ID!) { told: auditTrail(first: 100, filter: { meetingId: $id, outcome: "DONE" })', 'auditTrail', {
        id: here.meetingId,
      }),
      ...ask('($id: ID!) { told: auditTrail(first: 100, filter: { meetingId: $id, outcome: "DONE" })', 'auditTrail', {
        id: there.meetingId,
      }),
      ...ask('{ told: viewer', 'viewer', {}),
      ...ask('{ told: sessions', 'sessions', {}),
      ...ask('{ told: signInWays', 'signInWays', {}),
      ...ask('{ told: refusals', 'refusals', {}),
      ...byId(rows.map(({ id }) => id)),
      ...plain('serverTime'),
    ];
    streams = ['board', 'journal', 'commentPosted', 'speakerCalled'].flatMap((field) =>
      widest
        .documents(
          `subscription ($id: ID!) { told: ${field}(meetingId: $id${field === 'board' ? '' : ', after: 0'})`,
          typeOf('Subscription', field),
          'seq',
        )
        .map((document) => ({ document, variables: { id: here.meetingId } })),
    );
    // Of a pairing only its screen is told, and of a screen only whoever has its code.
    const apart = /^(PairingState|WaitingScreen)\./;
    const missing = fieldsBelow(server.schema).filter((name) => !widest.asked.has(name) && !apart.test(name));
    expect(missing).toEqual([]);
  });
  afterAll(() => server.stop());

  const expected = (part: Part) =>
    Object.entries(allowed)
      .filter(([, seenBy]) => seenBy.includes(part))
      .map(([mark]) => mark)
      .toSorted();

  it('[F3] [F4] [F5] [F6] is exactly what each may see, whatever they ask, in turns, at both doors alike', async () => {
    const seen = new Map<Part, Set<string>>(parts.map((part) => [part, new Set<string>()]));
    const differences: object[] = [];
    let count = 0;
    let kept = 0;
    for (const { document, variables } of questions) kept += Number(await isKept(server, document, variables));
    expect(kept).toBeGreaterThan(3);
    const doors = cast.actors.map(({ part }) => ({
      part,
      doors: [httpDoor(server.url, tokens.get(part)!), socketDoor(server.url, tokens.get(part)!)] as [Door, Door],
    }));
    for (const { document, variables } of questions) {
      // All at once, and then again: what was kept for one must not be given to another.
      const round = () =>
        Promise.all(
          doors.map(async ({ part, doors: [http, socket] }) => {
            const [one, other] = await Promise.all([http.ask(document, variables), socket.ask(document, variables)]);
            count += 2;
            for (const mark of marksIn(JSON.stringify([one, other]))) seen.get(part)!.add(mark);
            const same = codeOf(one) === codeOf(other) && steady(one.data ?? {}) === steady(other.data ?? {});
            if (!same)
              differences.push({
                part,
                document: document.slice(0, 120),
                variables,
                http: codeOf(one),
                socket: codeOf(other),
              });
            return steady(one.data ?? {});
          }),
        );
      const first = await round();
      if (/ (meeting|board)\(/.test(document)) expect(await round()).toEqual(first);
    }
    await Promise.all(doors.map(({ doors: [, socket] }) => socket.close()));
    expect(differences).toEqual([]);
    for (const part of parts) expect([part, [...seen.get(part)!].toSorted()]).toEqual([part, expected(part)]);
    expect(count).toBeGreaterThan(1_000);
  }, 240_000);

  it('[F3] [F4] [F5] is exactly what each may see in what they follow together', async () => {
    const { meetingId, statements, participants } = cast.here;
    /** What is told in subscriptions of the meeting alone. */
    const told = /^⟨(here|draft of)|^200|^\d{5}$/;
    const executions = server.services.live.stats.executions;
    const following = cast.actors.map(({ part }) => {
      const socket = socketOf(server.url, tokens.get(part)!);
      const queues = streams.map(({ document, variables }) => ({
        document,
        queue: socket.subscribe(document, variables),
      }));
      return { part, socket, queues };
    });
    const newest = await performAs(server, tokens.get('HOST')!, 'postComment', {
      meetingId,
      input: { statementId: statements.made, authorId: participants.commenter, body: 'the last one' },
    });
    for (const { part, queues } of following) {
      const isLet = inTheRoom.includes(part);
      const all = await Promise.all(
        queues.map(async ({ document, queue }) => {
          if (!isLet) return queue.ended.then(() => queue.received);
          const isSpeakers = document.includes('speakerCalled');
          return queue.until(({ data }: any) => (isSpeakers ? data.told.seq > 0 : data.told.seq >= newest.seq));
        }),
      );
      const marks = [...marksIn(JSON.stringify(all))].toSorted();
      // The names of displays, slips and the words before are not below what is followed.
      const wanted = isLet
        ? expected(part).filter((mark) => told.test(mark) && !/title|display|before|here retracted/.test(mark))
        : [];
      expect([part, marks.filter((mark) => !/title/.test(mark))]).toEqual([part, wanted]);
    }
    // Those who may see the same share what is made for them.
    expect(server.services.live.stats.executions).toBeGreaterThan(executions);
    await Promise.all(following.map(({ socket }) => socket.close()));
  }, 120_000);

  it('[F4] tells all that somebody came, and few who it was', async () => {
    const document = `query ($id: ID!) { journal(meetingId: $id) { entries { type participant { id } } } }`;
    const knowing: Part[] = [];
    for (const { part } of cast.actors) {
      const { data } = await httpDoor(server.url, tokens.get(part)!).ask(document, { id: cast.here.meetingId });
      const came = data?.journal.entries.filter(({ type }: { type: string }) => type === 'ParticipantSignedIn') ?? [];
      expect(came).toHaveLength(inTheRoom.includes(part) ? 2 : 0);
      if (came.some(({ participant }: { participant: unknown }) => participant)) knowing.push(part);
    }
    expect(knowing.toSorted()).toEqual(reception.toSorted());
  });
});
