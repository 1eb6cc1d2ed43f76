import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aFoundingMeeting, attempt, idsOf, perform } from '../support/builders.js';
import { startServer, type TestServer } from '../support/server.js';
import { slipsOf } from '../support/slips.js';
import { bearer, visitor } from '../support/visitor.js';

const ATTENDANCE = '{ expected signedIn present quorum isQuorate }';

describe('who is there', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  /** The same figures, asked for in both places. */
  const attendance = async (id: string) => {
    const { meeting, board } = await server.data(
      `query ($id: ID!) { meeting(id: $id) { attendance ${ATTENDANCE} } board(meetingId: $id) { attendance ${ATTENDANCE} } }`,
      { id },
    );
    expect(board.attendance).toEqual(meeting.attendance);
    return meeting.attendance;
  };

  it('[K4] [K5] the meeting and its board count the same people, against a quorum that a DRAFT can change', async () => {
    const meetingId = await aFoundingMeeting(server);
    const { chair, speakers, guests } = await idsOf(server, meetingId);
    const come = (participantId: string | undefined) =>
      perform(server, 'signInParticipant', { meetingId, participantId });
    const setQuorum = async (quorum: number | null) => {
      await perform(server, 'unscheduleMeeting', { meetingId });
      await perform(server, 'updateMeeting', { meetingId, input: { quorum } });
      await perform(server, 'scheduleMeeting', { meetingId });
    };
    expect(await attendance(meetingId)).toEqual({
      expected: 11,
      signedIn: 0,
      present: 0,
      quorum: null,
      isQuorate: null,
    });
    for (const participant of [chair, ...speakers.slice(0, 2), ...guests]) await come(participant);
    await setQuorum(3);
    expect(await attendance(meetingId)).toEqual({ expected: 11, signedIn: 3, present: 3, quorum: 3, isQuorate: true });
    await perform(server, 'recordLeaving', { meetingId, participantId: speakers[0] });
    await setQuorum(null);
    expect(await attendance(meetingId)).toMatchObject({ signedIn: 3, present: 2, quorum: 3, isQuorate: false });
    await setQuorum(0);
    expect(await attendance(meetingId)).toMatchObject({ present: 2, quorum: null, isQuorate: null });
  });

  it('[K2] [K3] each coming and going is an entry with its time, and a repeated one is none', async () => {
    const meetingId = await aFoundingMeeting(server);
    const { seq, guests } = await idsOf(server, meetingId);
    const participantId = guests[0];
    const act = (name: string) => perform(server, name, { meetingId, participantId });
    const receipts: { seq: number; at: string }[] = [];
    for (const name of ['signInParticipant', 'recordLeaving', 'signInParticipant']) {
      receipts.push(await act(name));
      const before = await server.dump();
      expect(await act(name)).toMatchObject({ seq: receipts.at(-1)?.seq, type: null, subjectId: participantId });
      expect(await server.dump()).toEqual(before);
    }
    const { journal, meeting } = await server.data(
      `query ($id: ID!, $seq: Int!) { journal(meetingId: $id, after: $seq) { entries { type at participant { id } } }
        meeting(id: $id) { participants(duty: GUEST) { presence signedInAt leftAt } } }`,
      { id: meetingId, seq },
    );
    const types = ['ParticipantSignedIn', 'ParticipantLeft', 'ParticipantSignedIn'];
    const participant = { id: participantId };
    expect(journal.entries).toEqual(types.map((type, index) => ({ type, at: receipts[index]?.at, participant })));
    const [came, left] = receipts.map(({ at }) => at);
    expect(meeting.participants).toEqual([{ presence: 'PRESENT', signedInAt: came, leftAt: left }]);
  });

  it('[N9] one comes and goes ten times in five minutes by oneself; the reception has no limit', async () => {
    const meetingId = await aFoundingMeeting(server);
    const participantId = (await idsOf(server, meetingId)).speakers[0]!;
    const slips = slipsOf(server);
    const oneself = visitor(server, bearer(await slips.token(await slips.code(meetingId, participantId))));
    const go = (name: string) =>
      oneself(`mutation ($meetingId: ID!, $id: ID!) { ${name}(meetingId: $meetingId, participantId: $id) { seq } }`, {
        meetingId,
        id: participantId.toUpperCase(),
      });
    const codes = [];
    for (let time = 0; time < 12; time++) codes.push((await go(time % 2 ? 'signInParticipant' : 'recordLeaving')).code);
    expect(codes).toEqual([...Array(10).fill(undefined), 'TOO_MANY_ATTEMPTS', 'TOO_MANY_ATTEMPTS']);
    for (const name of ['recordLeaving', 'signInParticipant', 'recordLeaving'])
      await perform(server, name, { meetingId, participantId });
  });

  it('[K1] [K3] says in both languages what is refused', async () => {
    const meetingId = await aFoundingMeeting(server);
    const participantId = (await idsOf(server, meetingId)).guests[0];
    const { error } = await attempt(server, 'recordLeaving', { meetingId, participantId }, 'zh');
    expect(error).toMatchObject({ message: '该参会人员尚未签到。', extensions: { code: 'NOT_PRESENT' } });
    await perform(server, 'unscheduleMeeting', { meetingId });
    const draft = await attempt(server, 'signInParticipant', { meetingId, participantId });
    expect(draft.error).toMatchObject({ extensions: { code: 'WRONG_STATUS', status: 'DRAFT' } });
  });
});
