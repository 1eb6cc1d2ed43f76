import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDraft, attempt, idsOf, perform, UNKNOWN } from './support/builders.js';
import { startServer, type TestServer } from './support/server.js';

const garbage = [
  '',
  ' ',
  'garbage',
  '1',
  "' OR 1=1 --",
  '\0',
  '\ud800',
  '../x',
  '中文',
  `${UNKNOWN}x`,
  UNKNOWN,
  'f'.repeat(9999),
];

describe('what a user sends', () => {
  let server: TestServer;
  let draft: Awaited<ReturnType<typeof aDraft>>;
  beforeAll(async () => {
    server = await startServer();
    draft = await aDraft(server);
  });
  afterAll(() => server.stop());

  /** The code and the field of what was refused. */
  const refused = async (name: string, args: object) => {
    const { error } = await attempt(server, name, args);
    return [error?.extensions.code, error?.extensions.field, error?.extensions.problem];
  };

  it('[M1] texts, times, zones and numbers out of bounds are refused with the field’s name', async () => {
    const { meetingId, organizationId } = draft;
    const before = await server.dump();
    const bad: [string, unknown, string][] = [
      ['title', 'x'.repeat(201), 'tooLong'],
      ['title', '述'.repeat(201), 'tooLong'],
      ['title', '', 'empty'],
      ['title', ' \n\u3000 ', 'empty'],
      ['title', 'a\0b', 'notText'],
      ['title', 'a\ud800', 'notText'],
      ['title', '\udc00b', 'notText'],
      ['period', 'x'.repeat(51), 'tooLong'],
      ['venue', 'x'.repeat(201), 'tooLong'],
      ['venue', '\0', 'notText'],
      ['timeZone', '', 'notATimeZone'],
      ['timeZone', 'Mars/Olympus', 'notATimeZone'],
      ['timeZone', '+08:00', 'notATimeZone'],
      ['timeZone', 'UTC\0', 'notATimeZone'],
      ['timeZone', 'Asia/Shanghai '.repeat(1000), 'notATimeZone'],
      ['startsAt', '1899-12-31T23:59:59Z', 'notADate'],
      ['startsAt', '0000-01-01T00:00:00Z', 'notADate'],
      ['startsAt', '9999-12-31T23:59:59-01:00', 'notADate'],
      ['plannedSeconds', 9, 'tooSmall'],
      ['plannedSeconds', 14_401, 'tooLarge'],
      ['plannedSeconds', -(2 ** 31), 'tooSmall'],
      ['warningSeconds', -1, 'tooSmall'],
      ['warningSeconds', 2 ** 31 - 1, 'tooLarge'],
    ];
    const whole = { organizationId, title: 'x', period: 'x', startsAt: '2022-02-10T01:00:00Z', timeZone: 'UTC' };
    for (const [field, value, problem] of bad) {
      const input = { [field]: value };
      expect(await refused('updateMeeting', { meetingId, input })).toEqual(['INVALID_INPUT', field, problem]);
      expect(await refused('createMeeting', { input: { ...whole, ...input } })).toEqual([
        'INVALID_INPUT',
        field,
        problem,
      ]);
    }
    for (const startsAt of ['+300000-01-01T00:00:00Z', '2022-02-30T00:00:00Z', '2016-12-31T23:59:60Z', 'now', 1, '']) {
      expect((await refused('updateMeeting', { meetingId, input: { startsAt } }))[0]).toBe('BAD_USER_INPUT');
    }
    expect(await server.dump()).toEqual(before);
  });

  it('[I1] texts at their bounds are stored as they are, trimmed', async () => {
    const { meetingId } = draft;
    const title = '😀'.repeat(200);
    const input = {
      title: `\n${title}\u3000`,
      venue: ' ',
      startsAt: '9999-12-31T23:59:59.999Z',
      plannedSeconds: 14_400,
    };
    await perform(server, 'updateMeeting', { meetingId, input });
    const { meeting } = await server.data(
      'query ($id: ID!) { meeting(id: $id) { title venue startsAt plannedSeconds } }',
      {
        id: meetingId,
      },
    );
    expect(meeting).toEqual({ ...input, title, venue: '' });
  });

  it('[I1] every text of every command is checked', async () => {
    const { meetingId, organizationId, chair, speakers } = draft;
    await perform(server, 'addItem', { meetingId, input: { kind: 'STATEMENT', title: 'x', speakerId: speakers[0] } });
    const requirement = await perform(server, 'addRequirement', { meetingId, input: { heading: 'x' } });
    const { items, statements } = await idsOf(server, meetingId);
    const [itemId, statementId, requirementId] = [items[0], statements[0], requirement.subjectId];
    const comment = { statementId, authorId: chair };
    const { subjectId: commentId } = await perform(server, 'draftComment', {
      meetingId,
      input: { ...comment, body: 'x' },
    });
    const before = await server.dump();
    const texts: [string, string, number, (text: string) => object][] = [
      ['createOrganization', 'name', 100, (name) => ({ input: { name } })],
      ['updateOrganization', 'name', 100, (name) => ({ id: organizationId, input: { name } })],
      ['createPerson', 'name', 100, (name) => ({ input: { name, organizationId } })],
      ['createPerson', 'post', 100, (post) => ({ input: { name: 'x', post, organizationId } })],
      ['updateParticipant', 'seat', 50, (seat) => ({ participantId: chair, input: { seat } })],
      ['addItem', 'title', 200, (title) => ({ input: { kind: 'REMARKS', title } })],
      ['updateItem', 'title', 200, (title) => ({ itemId, input: { title } })],
      ['writeStatement', 'body', 50_000, (body) => ({ statementId, body })],
      ['draftComment', 'body', 5000, (body) => ({ input: { ...comment, body } })],
      ['editDraft', 'body', 5000, (body) => ({ commentId, input: { body } })],
      ['addRequirement', 'heading', 200, (heading) => ({ input: { heading } })],
      ['updateRequirement', 'body', 5000, (body) => ({ requirementId, input: { heading: 'x', body } })],
      ['addRequirement', 'idempotencyKey', 200, (idempotencyKey) => ({ idempotencyKey, input: { heading: 'x' } })],
    ];
    for (const [name, field, max, args] of texts) {
      const send = (text: string) => refused(name, { meetingId, ...args(text) });
      expect([name, ...(await send('x'.repeat(max + 1)))]).toEqual([name, 'INVALID_INPUT', field, 'tooLong']);
      expect([name, ...(await send('\0'))]).toEqual([name, 'INVALID_INPUT', field, 'notText']);
      expect([name, ...(await send('\ud83d'))]).toEqual([name, 'INVALID_INPUT', field, 'notText']);
    }
    for (const text of ['\0', '\ud83d', 'x'.repeat(201)]) {
      for (const query of [
        'query ($text: String) { meetings(filter: { text: $text }) { totalCount } }',
        'query ($text: String) { meetings(filter: { period: $text }) { totalCount } }',
        'query ($text: String) { organizations(text: $text) { totalCount } }',
        'query ($text: String) { persons(text: $text) { totalCount } }',
      ]) {
        expect((await server.ask(query, { text })).errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
      }
    }
    expect(await server.dump()).toEqual(before);
    expect(server.logged).toEqual([]);
  });

  it('[I5] ids that nothing has are NOT_FOUND in every query that names one thing, and empty in a filter', async () => {
    for (const id of garbage) {
      for (const query of [
        'query ($id: ID!) { meeting(id: $id) { id } }',
        'query ($id: ID!) { board(meetingId: $id) { seq } }',
        'query ($id: ID!) { journal(meetingId: $id) { hasMore } }',
      ]) {
        expect([id, (await server.ask(query, { id })).errors?.[0]?.extensions.code]).toEqual([id, 'NOT_FOUND']);
      }
      for (const query of [
        'query ($id: ID!) { node(id: $id) { id } }',
        'query ($id: ID!) { found: meetings(filter: { organizationId: $id }) { totalCount edges { cursor } } }',
        'query ($id: ID!) { found: organizations(parentId: $id) { totalCount edges { cursor } } }',
        'query ($id: ID!) { found: persons(organizationId: $id) { totalCount edges { cursor } } }',
      ]) {
        const { data, errors } = await server.ask(query, { id });
        if (id !== UNKNOWN) expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
        else expect(data).toEqual(query.includes('node') ? { node: null } : { found: { totalCount: 0, edges: [] } });
      }
    }
    const drafts = 'query ($id: ID!) { meeting(id: $id) { statements { drafts(authorId: "garbage") { id } } } }';
    expect((await server.ask(drafts, { id: draft.meetingId })).errors).toBeUndefined();
    expect(server.logged).toEqual([]);
  });
});
