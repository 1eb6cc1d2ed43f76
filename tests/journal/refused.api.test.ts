import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDraft, attempt, perform, UNKNOWN } from '../support/builders.js';
import { startServer, type TestServer } from '../support/server.js';

describe('what is refused', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  /** A LIVE meeting: the first of two speakers has the floor, a requirement is to come. */
  const aLiveMeeting = async () => {
    const draft = await aDraft(server);
    const { meetingId, speakers } = draft;
    const act = async (name: string, args: object = {}): Promise<string> =>
      (await perform(server, name, { meetingId, ...args })).subjectId;
    const items: string[] = [];
    for (const speakerId of speakers) {
      items.push(await act('addItem', { input: { kind: 'STATEMENT', title: 'Statement', speakerId } }));
    }
    const closing = await act('addItem', { input: { kind: 'CLOSING', title: 'Closing' } });
    const requirement = await act('addRequirement', { input: { heading: 'One' } });
    const { meeting } = await server.data('query ($id: ID!) { meeting(id: $id) { statements { id } } }', {
      id: meetingId,
    });
    const statements: string[] = meeting.statements.map(({ id }: { id: string }) => id);
    await act('scheduleMeeting');
    await act('openMeeting');
    await act('callItem', { itemId: items[0] });
    return { ...draft, act, items, closing, requirement, statements };
  };

  it('[W1] a refused command changes nothing, in any table', async () => {
    const { meetingId, items, closing, requirement, statements, chair, speakers, act } = await aLiveMeeting();
    const comment = { statementId: statements[0], authorId: chair, body: 'Well' };
    const posted = await act('draftComment', { input: comment });
    const before = await server.dump();
    const refused: [string, object, string][] = [
      ['updateMeeting', { input: { title: 'Other' } }, 'WRONG_STATUS'],
      ['deleteMeeting', {}, 'WRONG_STATUS'],
      ['scheduleMeeting', {}, 'WRONG_STATUS'],
      ['unscheduleMeeting', {}, 'WRONG_STATUS'],
      ['openMeeting', {}, 'WRONG_STATUS'],
      ['resumeMeeting', {}, 'WRONG_STATUS'],
      ['archiveMeeting', {}, 'WRONG_STATUS'],
      ['closeMeeting', {}, 'TURN_RUNNING'],
      ['pauseMeeting', { returnInSeconds: 9 }, 'INVALID_INPUT'],
      ['callItem', { itemId: items[0] }, 'ALREADY_CALLED'],
      ['callItem', { itemId: items[1] }, 'COMMENT_MISSING'],
      ['endItem', {}, 'COMMENT_MISSING'],
      ['recallSpeaker', { itemId: items[1] }, 'NOT_YET_HEARD'],
      ['recallSpeaker', { itemId: closing }, 'WRONG_KIND'],
      ['skipItem', { itemId: items[1], reason: ' ' }, 'INVALID_INPUT'],
      ['moveItem', { itemId: items[1], position: 1 }, 'INVALID_INPUT'],
      ['dropItem', { itemId: items[0] }, 'ALREADY_CALLED'],
      ['updateItem', { itemId: items[0], input: { title: 'Other' } }, 'ALREADY_CALLED'],
      ['updateItem', { itemId: items[1], input: { speakerId: speakers[0] } }, 'DUPLICATE'],
      ['addItem', { input: { kind: 'STATEMENT', title: 'x', speakerId: chair } }, 'MISSING_DUTY'],
      ['addItem', { input: { kind: 'REMARKS', title: 'x', speakerId: chair } }, 'INVALID_INPUT'],
      ['addWrittenStatement', { itemId: items[1], speakerId: chair, body: 'x' }, 'WRONG_KIND'],
      ['dropWrittenStatement', { statementId: statements[1] }, 'WRONG_KIND'],
      ['resumeTurn', {}, 'TURN_NOT_PAUSED'],
      ['extendTurn', { seconds: 0 }, 'INVALID_INPUT'],
      ['extendTurn', { seconds: -480 }, 'INVALID_INPUT'],
      ['startComment', { statementId: statements[0] }, 'WRONG_FORMAT'],
      ['skipComment', { statementId: statements[0], reason: 'x' }, 'WRONG_PHASE'],
      ['postComment', { input: comment }, 'WRONG_PHASE'],
      ['postDraft', { commentId: posted }, 'WRONG_PHASE'],
      ['correctComment', { commentId: posted, input: { body: 'x', reason: 'x' } }, 'NOT_POSTED'],
      ['retractComment', { commentId: posted, reason: 'x' }, 'NOT_POSTED'],
      ['draftComment', { input: { ...comment, authorId: speakers[0] } }, 'MISSING_DUTY'],
      ['revealRequirement', {}, 'WRONG_KIND'],
      ['updateRequirement', { requirementId: requirement, input: { heading: '' } }, 'INVALID_INPUT'],
      ['addParticipant', { input: { personId: UNKNOWN, duties: [] } }, 'INVALID_INPUT'],
      ['addParticipant', { input: { personId: UNKNOWN, duties: ['GUEST'] } }, 'NOT_FOUND'],
      ['updateParticipant', { participantId: speakers[0], input: { duties: ['GUEST'] } }, 'IN_USE'],
      ['removeParticipant', { participantId: chair }, 'IN_USE'],
    ];
    for (const [name, args, code] of refused) {
      expect([name, (await attempt(server, name, { meetingId, ...args })).code]).toEqual([name, code]);
    }
    expect(await server.dump()).toEqual(before);
  });

  it('[W1] a command that the database refuses half-way leaves nothing of it', async () => {
    const { meetingId, organizationId } = await aDraft(server);
    const before = await server.dump();
    const input = { title: 'Other', organizationId: UNKNOWN };
    expect((await attempt(server, 'updateMeeting', { meetingId, input, idempotencyKey: 'half' })).code).toBe(
      'NOT_FOUND',
    );
    const created = {
      organizationId: UNKNOWN,
      title: 'x',
      period: 'x',
      startsAt: '2022-02-10T01:00:00Z',
      timeZone: 'UTC',
    };
    expect((await attempt(server, 'createMeeting', { input: created, idempotencyKey: 'half' })).code).toBe('NOT_FOUND');
    expect(await server.dump()).toEqual(before);
    await perform(server, 'createMeeting', { input: { ...created, organizationId }, idempotencyKey: 'half' });
  });

  it('[C2] drafts change nothing that the room sees, and do not move seq', async () => {
    const { meetingId, statements, chair } = await aLiveMeeting();
    const look = () =>
      server.data('query ($id: ID!) { board(meetingId: $id) { seq state comments { id } agenda { id status } } }', {
        id: meetingId,
      });
    const before = await look();
    const { journal_entry } = await server.dump();
    const input = { statementId: statements[0], authorId: chair, body: 'Draft' };
    const drafted = await perform(server, 'draftComment', { meetingId, input });
    const edited = await perform(server, 'editDraft', {
      meetingId,
      commentId: drafted.subjectId,
      input: { body: 'Better' },
    });
    const { meeting } = await server.data(
      'query ($id: ID!, $author: ID!) { meeting(id: $id) { statements { comments { id } drafts(authorId: $author) { body status } } } }',
      { id: meetingId, author: chair },
    );
    expect(meeting.statements[0]).toEqual({ comments: [], drafts: [{ body: 'Better', status: 'DRAFT' }] });
    const thrown = await perform(server, 'discardDraft', { meetingId, commentId: drafted.subjectId });
    for (const { seq, type } of [drafted, edited, thrown]) expect([seq, type]).toEqual([before.board.seq, null]);
    expect(await look()).toEqual(before);
    expect((await server.dump()).journal_entry).toEqual(journal_entry);
  });

  it('[C6] the words of a retracted comment are in no table that is not the audit trail', async () => {
    const { meetingId, statements, chair, act } = await aLiveMeeting();
    await act('endStatement');
    const input = { statementId: statements[0], authorId: chair, body: 'unspeakable' };
    const commentId = await act('postComment', { input });
    await act('correctComment', { commentId, input: { body: 'unspeakable too', reason: 'typo' } });
    await act('retractComment', { commentId, reason: 'wrong person' });
    const { journal_entry, ...rest } = await server.dump();
    expect(JSON.stringify(rest)).not.toContain('unspeakable');
    expect(JSON.stringify(journal_entry?.map(({ refs }) => refs))).not.toContain('unspeakable');
    const { node } = await server.data(
      'query ($id: ID!) { node(id: $id) { ... on AppraisalComment { body status aspect } } }',
      {
        id: commentId,
      },
    );
    expect(node).toEqual({ body: null, status: 'RETRACTED', aspect: null });
    const shown = await server.data(
      'query ($id: ID!) { board(meetingId: $id) { comments { body } } journal(meetingId: $id) { entries { comment { body } } } }',
      { id: meetingId },
    );
    expect(JSON.stringify(shown)).not.toContain('unspeakable');
  });
});
