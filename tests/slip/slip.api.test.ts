import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { perform } from '../support/builders.js';
import { startServer, type TestServer } from '../support/server.js';
import { type Slips, slipsOf } from '../support/slips.js';
import { anAccount } from '../support/visitor.js';

describe('slips', () => {
  let server: TestServer;
  let slips: Slips;
  beforeAll(async () => {
    server = await startServer({ PUBLIC_URL: 'https://rostrum.example/' });
    slips = slipsOf(server);
  });
  afterAll(() => server.stop());

  it('[K7] are issued to all who have none, with codes that no table keeps', async () => {
    const { meetingId, speakers } = await slips.aMeeting();
    const { data } = await slips.issue(meetingId, speakers.slice(0, 1));
    const rest = (await slips.issue(meetingId)).data;
    const issued = [...data.done, ...rest.done];
    expect(issued).toHaveLength(12);
    expect(new Set(issued.map(({ participant }) => participant.id)).size).toBe(12);
    expect(new Set(issued.map(({ code }) => code)).size).toBe(12);
    const tables = JSON.stringify(await server.dump());
    for (const { code, link } of issued) {
      expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
      expect(link).toBe(`https://rostrum.example/enter#${code}`);
      expect(tables).not.toContain(code);
      expect(tables).not.toContain(code.replace('-', ''));
    }
    // The board shows the same way in, without a code. [Z9]
    const { board } = await server.data('query ($id: ID!) { board(meetingId: $id) { entrance } }', { id: meetingId });
    expect(board).toEqual({ entrance: 'https://rostrum.example/enter' });
    expect((await slips.issue(meetingId)).data.done).toEqual([]);
    const { slip } = await slips.participant(meetingId, speakers[0]!);
    expect(slip).toMatchObject({ expiresAt: data.done[0].expiresAt, usedAt: null, isRevoked: false });
  });

  it('[K7] [K9] take the place of the former one, and end what that one opened', async () => {
    const { meetingId, speakers } = await slips.aMeeting();
    const [speaker, other] = speakers as [string, string];
    const former = await slips.code(meetingId, speaker);
    const tokens = [await slips.token(former), await slips.token(await slips.code(meetingId, other))] as const;
    const code = await slips.code(meetingId, speaker);
    expect(await slips.session(tokens[0])).toBeNull();
    expect(await slips.session(tokens[1])).toMatchObject({ kind: 'PARTICIPANT', id: other, meetingId });
    expect((await slips.enter(former)).errors?.[0]?.extensions.code).toBe('WRONG_CODE');
    const token = await slips.token(code);

    const revoked = await slips.revoke(meetingId, speaker);
    expect(revoked.data.done).toEqual({ id: speaker, slip: { isRevoked: true } });
    expect(await slips.session(token)).toBeNull();
    expect((await slips.enter(code)).errors?.[0]?.extensions.code).toBe('WRONG_CODE');
    expect((await slips.revoke(meetingId, speaker)).errors).toBeUndefined();
    expect(await slips.session(tokens[1])).not.toBeNull();
  });

  it('[K9] that one server revokes are no longer valid on another', async () => {
    const { meetingId, speaker } = await slips.aMeeting();
    const elsewhere = await startServer({ DATABASE_URL: server.databaseUrl });
    const there = slipsOf(elsewhere);
    const code = await slips.code(meetingId, speaker);
    const token = await there.token(code);
    expect(await slips.session(token)).toMatchObject({ id: speaker });
    await slips.revoke(meetingId, speaker);
    expect(await there.session(token)).toBeNull();
    expect((await there.enter(code)).errors?.[0]?.extensions.code).toBe('WRONG_CODE');
    await elsewhere.stop();
  });

  it('[K9] open no more than they did when they were handed out', async () => {
    const { meetingId, speaker } = await slips.aMeeting();
    const code = await slips.code(meetingId, speaker);
    const token = await slips.token(code);
    await perform(server, 'updateParticipant', {
      meetingId,
      participantId: speaker,
      input: { duties: ['SPEAKER', 'GUEST'] },
    });
    expect(await slips.session(token)).not.toBeNull();
    await perform(server, 'updateParticipant', {
      meetingId,
      participantId: speaker,
      input: { duties: ['SPEAKER', 'HOST'] },
    });
    expect(await slips.session(token)).toBeNull();
    expect((await slips.enter(code)).errors?.[0]?.extensions.code).toBe('WRONG_CODE');
  });

  it('[K7] [K8] are issued while the meeting receives, and to its own participants', async () => {
    const first = await slips.aMeeting();
    const other = await slips.aMeeting();
    const before = await server.dump();
    const strange = await slips.issue(first.meetingId, [first.speaker, other.speaker]);
    expect(strange.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', id: other.speaker });
    expect((await slips.revoke(first.meetingId, other.speaker)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await slips.revoke(first.meetingId, first.speaker)).errors?.[0]?.extensions).toMatchObject({
      what: 'slip',
    });
    expect(await server.dump()).toEqual(before);
    await perform(server, 'unscheduleMeeting', { meetingId: first.meetingId });
    const draft = await slips.issue(first.meetingId);
    expect(draft.errors?.[0]?.extensions).toEqual({ code: 'WRONG_STATUS', status: 'DRAFT' });
  });

  it('[K7] are issued by a teller to those with a seat only, and to nobody if one of the chosen has more', async () => {
    const { meetingId, chair, speaker } = await slips.aMeeting();
    const { meeting } = await server.data('query ($id: ID!) { meeting(id: $id) { participants { id duties } } }', {
      id: meetingId,
    });
    const seats = meeting.participants
      .filter(({ duties }: { duties: string[] }) =>
        duties.every((duty) => ['SPEAKER', 'GUEST', 'ATTENDEE'].includes(duty)),
      )
      .map(({ id }: { id: string }) => id);
    const { id, ask } = await anAccount(server, 'receiver');
    const args = { meetingId, id };
    await server.data(
      'mutation ($meetingId: ID!, $id: ID!) { appoint(meetingId: $meetingId, accountId: $id, duty: TELLER) { duty } }',
      args,
    );
    const issue = (participantIds: string[] | null) =>
      ask(
        'mutation ($meetingId: ID!, $ids: [ID!]) { done: issueSlips(meetingId: $meetingId, participantIds: $ids) { participant { id } } }',
        { meetingId, ids: participantIds },
      );
    for (const chosen of [[chair], [speaker, chair.toUpperCase()]])
      expect((await issue(chosen)).code).toBe('FORBIDDEN');
    expect((await slips.participant(meetingId, speaker)).slip).toBeNull();
    const { data } = await issue(null);
    expect(data.done.map(({ participant }: any) => participant.id).toSorted()).toEqual(seats.toSorted());
    expect(seats).not.toContain(chair);
    expect((await issue([speaker])).data.done).toHaveLength(1);
    expect((await slips.issue(meetingId)).data.done).toHaveLength(12 - seats.length);
  });

  it('[K7] two who issue at once leave one slip that stands, for each', async () => {
    const { meetingId, speaker } = await slips.aMeeting();
    const [one, other] = await Promise.all([slips.issue(meetingId), slips.issue(meetingId)]);
    expect([one.data.done.length, other.data.done.length].toSorted()).toEqual([0, 12]);
    const again = await Promise.all([1, 2, 3].map(() => slips.code(meetingId, speaker)));
    const answers = await Promise.all(again.map((code) => slips.enter(code)));
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
  });

  it('[K7] are told as they stand now, though their meeting stands still', async () => {
    const { meetingId, speaker } = await slips.aMeeting();
    expect((await slips.participant(meetingId, speaker)).slip).toBeNull();
    await slips.code(meetingId, speaker);
    expect((await slips.participant(meetingId, speaker)).slip.isRevoked).toBe(false);
    await slips.revoke(meetingId, speaker);
    expect((await slips.participant(meetingId, speaker)).slip.isRevoked).toBe(true);
    await slips.code(meetingId, speaker);
    expect((await slips.participant(meetingId, speaker)).slip.isRevoked).toBe(false);
  });
});
