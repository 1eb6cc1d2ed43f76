import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inside, type Visit } from '../../src/access/viewer.js';
import { createContext } from '../../src/context.js';
import { addRequirement } from '../../src/requirement/requirement.rules.js';
import { aDraft, attempt, perform } from '../support/builders.js';
import { startServer, type TestServer } from '../support/server.js';
import { trail } from '../support/trail.js';

const ACCOUNT = '0190a000-0000-7000-8000-00000000aaaa';

const TRAIL = `query ($first: Int, $after: ID, $filter: AuditFilter) { auditTrail(first: $first, after: $after, filter: $filter) {
  entries { seq at actorKind actorId actorName sessionId address action outcome meetingId meetingSeq subjectId detail times hash
    meeting { id title } } pageInfo { hasNextPage endCursor } } }`;

describe('the audit trail is read', () => {
  let server: TestServer;
  let meetingId: string;
  let gone: string;
  beforeAll(async () => {
    server = await startServer();
    ({ meetingId } = await aDraft(server));
    ({ meetingId: gone } = await aDraft(server, { speakers: 0 }));
    await perform(server, 'deleteMeeting', { meetingId: gone });
    const viewer = { ...inside.viewer, kind: 'ACCOUNT', id: ACCOUNT, name: '=1+1 "李勇"' } as const;
    const visit: Visit = { viewer, door: 'HTTP', address: '10.1.2.3', userAgent: '' };
    await createContext(server.services, 'en', visit).write({ meetingId }, addRequirement, { heading: 'x', body: '' });
  });
  afterAll(() => server.stop());

  const ask = async (variables: object = {}) => (await server.data(TRAIL, variables)).auditTrail;
  const actions = async (filter: object): Promise<string[]> =>
    (await ask({ filter })).entries.map(({ action }: { action: string }) => action);

  it('[H9] newest first, whole, with its meeting if that is still there', async () => {
    const { entries, pageInfo } = await ask();
    const rows = (await trail(server)).toReversed();
    expect(pageInfo).toEqual({ hasNextPage: false, endCursor: '1' });
    expect(entries).toEqual(
      rows.map((row) => ({
        ...row,
        at: row.at.toJSON(),
        detail: JSON.stringify(row.detail),
        meeting: row.meetingId === meetingId ? { id: meetingId, title: 'Review' } : null,
      })),
    );
  });

  it('[H9] page by page, while it grows', async () => {
    const first = await ask({ first: 2 });
    await perform(server, 'addRequirement', { meetingId, input: { heading: 'meanwhile' } });
    const second = await ask({ first: 2, after: first.pageInfo.endCursor });
    const seqs = [...first.entries, ...second.entries].map(({ seq }: { seq: string }) => Number(seq));
    expect(seqs).toEqual([0, 1, 2, 3].map((n) => seqs[0]! - n));
    expect(second.pageInfo).toEqual({ hasNextPage: true, endCursor: String(seqs[3]) });
  });

  it('[H9] by who, what, how it ended, where, when and any text', async () => {
    expect(await actions({ actorId: ACCOUNT.toUpperCase() })).toEqual(['addRequirement']);
    expect(
      await actions({ actorKind: 'ACCOUNT', actorId: ACCOUNT, action: 'addRequirement', outcome: 'DONE' }),
    ).toHaveLength(1);
    expect(await actions({ actorKind: 'DISPLAY' })).toEqual([]);
    expect(await actions({ meetingId: gone })).toEqual(['deleteMeeting', 'addParticipant', 'createMeeting']);
    expect(await actions({ text: '李勇' })).toEqual(['addRequirement']);
    expect(await actions({ text: '10.1.2' })).toEqual(['addRequirement']);
    expect(await actions({ text: 'DELETEmeet' })).toEqual(['deleteMeeting']);
    expect(await actions({ text: '%' })).toEqual([]);
    const { entries } = await ask({ filter: { action: 'deleteMeeting' } });
    const { at } = entries[0];
    const later = new Date(new Date(at).getTime() + 1).toJSON();
    expect(await actions({ from: at, to: later })).toContain('deleteMeeting');
    expect(await actions({ to: at })).not.toContain('deleteMeeting');
    expect(await actions({ from: later })).not.toContain('deleteMeeting');
  });

  it('[H9] refuses what can’t be meant', async () => {
    const code = async (variables: object) => (await server.ask(TRAIL, variables)).errors?.[0]?.extensions.code;
    for (const first of [0, 501]) expect(await code({ first })).toBe('INVALID_INPUT');
    for (const after of ['', 'x', '-1', '1'.repeat(19), "1'"]) expect(await code({ after })).toBe('INVALID_INPUT');
    expect(await code({ filter: { actorId: 'x' } })).toBe('NOT_FOUND');
    expect(await code({ filter: { from: '0001-01-01T00:00:00Z' } })).toBe('INVALID_INPUT');
    expect(await code({ filter: { text: 'x'.repeat(201) } })).toBe('INVALID_INPUT');
    expect(await code({ filter: { action: '\0' } })).toBe('INVALID_INPUT');
  });

  it('[H7] what stood before is read there and nowhere else, and no draft', async () => {
    const draft = await aDraft(server);
    const act = (name: string, args: object) => perform(server, name, { meetingId: draft.meetingId, ...args });
    const item = { kind: 'STATEMENT', title: 'Statement', speakerId: draft.speakers[0] };
    const { subjectId: itemId } = await act('addItem', { input: item });
    const { subjectId: next } = await act('addItem', { input: { ...item, speakerId: draft.speakers[1] } });
    const { meeting } = await server.data('query ($id: ID!) { meeting(id: $id) { statements { id } } }', {
      id: draft.meetingId,
    });
    const [statementId, waiting] = meeting.statements.map(({ id }: { id: string }) => id);
    const comment = (body: string, on = statementId) => ({
      input: { statementId: on, authorId: draft.chair, body },
    });
    await act('scheduleMeeting', {});
    await act('openMeeting', {});
    await act('callItem', { itemId });
    await act('endStatement', {});
    const { subjectId: commentId } = await act('postComment', comment('first words'));
    await act('correctComment', { commentId, input: { body: 'second words', reason: 'typo' } });
    await act('retractComment', { commentId, reason: 'wrong person' });
    const { subjectId: draftId } = await act('draftComment', comment('draft words'));
    await act('postDraft', { commentId: draftId });
    await act('draftComment', comment('more draft words', waiting));
    await attempt(server, 'dropItem', { meetingId: draft.meetingId, itemId: next });
    const { auditTrail } = await server.data(
      `query ($filter: AuditFilter) { auditTrail(filter: $filter) { entries { action before { what id values } } } }`,
      { filter: { meetingId: draft.meetingId } },
    );
    type Before = { what: string; id: string; values: string };
    const stoodBefore = (action: string): Before[] =>
      auditTrail.entries.find((entry: { action: string }) => entry.action === action).before;
    expect(stoodBefore('createMeeting')).toEqual([]);
    for (const [action, body] of [
      ['correctComment', 'first words'],
      ['retractComment', 'second words'],
    ] as const) {
      expect(stoodBefore(action).map(({ what, id }) => [what, id])).toEqual([['comments', commentId]]);
      expect(JSON.parse(stoodBefore(action)[0]!.values)).toMatchObject({ id: commentId, body });
    }
    expect(stoodBefore('postDraft')).toEqual([]);
    expect(JSON.stringify(auditTrail)).not.toContain('draft words');
    const shown = await server.data(
      `query ($id: ID!) { board(meetingId: $id) { comments { body } } journal(meetingId: $id) { entries { comment { body } } } }`,
      { id: draft.meetingId },
    );
    expect(JSON.stringify(shown)).not.toMatch(/first words|second words/);
    expect(JSON.stringify(await trail(server))).not.toContain('words');
    expect(await (await fetch(`${server.url}/audit.jsonl`)).text()).not.toContain('words');
  });
});
