import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aFoundingMeeting, attempt, idsOf, perform } from '../support/builders.js';
import { startServer, type TestServer } from '../support/server.js';

describe('an operator who has not seen who came', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  const opened = async () => {
    const meetingId = await aFoundingMeeting(server);
    const { seq } = await perform(server, 'openMeeting', { meetingId });
    const { items, speakers } = await idsOf(server, meetingId);
    const arrive = (participantId: string | undefined) =>
      perform(server, 'signInParticipant', { meetingId, participantId });
    return { meetingId, seq: seq as number, items, speakers, arrive };
  };

  it('[W5] makes the step, whoever came, left and was renamed since', async () => {
    const { meetingId, seq: expectedSeq, items, speakers, arrive } = await opened();
    for (const speaker of speakers) await arrive(speaker);
    await perform(server, 'recordLeaving', { meetingId, participantId: speakers[0] });
    const { persons, organization } = await idsOf(server, meetingId);
    await perform(server, 'updatePerson', { id: persons[0], input: { name: 'Renamed', organizationId: organization } });
    const done = await perform(server, 'callItem', { meetingId, itemId: items[0], expectedSeq });
    expect(done).toMatchObject({ type: 'ItemCalled', seq: expectedSeq + speakers.length + 3 });
    await arrive(speakers[0]);
    const undone = await perform(server, 'undoLastStep', { meetingId, expectedSeq: done.seq });
    expect(undone).toMatchObject({ type: 'StepUndone', seq: done.seq + 2 });
  });

  it('[W5] is told CONFLICT all the same when something else happened among it', async () => {
    const { meetingId, seq: expectedSeq, items, speakers, arrive } = await opened();
    await arrive(speakers[0]);
    await perform(server, 'callItem', { meetingId, itemId: items[0] });
    await arrive(speakers[1]);
    const { seq } = await idsOf(server, meetingId);
    const before = await server.dump();
    const { error } = await attempt(server, 'callItem', { meetingId, itemId: items[1], expectedSeq });
    expect(error?.extensions).toEqual({ code: 'CONFLICT', seq, expectedSeq });
    for (const wrong of [seq + 1, -1, 0]) {
      const answer = await attempt(server, 'endItem', { meetingId, expectedSeq: wrong });
      expect(answer.code).toBe('CONFLICT');
    }
    expect(await server.dump()).toEqual(before);
  });

  it('[W2] [W5] of two who press next among arrivals, one makes the step', async () => {
    const { meetingId, seq: expectedSeq, items, speakers, arrive } = await opened();
    const call = () => attempt(server, 'callItem', { meetingId, itemId: items[0], expectedSeq });
    const [one, other] = await Promise.all([call(), call(), ...speakers.map(arrive)]);
    const codes = [one, other].map(({ code }) => code ?? 'done').toSorted();
    expect(codes).toEqual(['CONFLICT', 'done']);
  });
});
