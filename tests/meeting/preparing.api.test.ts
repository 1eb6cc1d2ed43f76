import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDraft, attempt, perform } from '../support/builders.js';
import { aScreen, confirm } from '../support/pairing.js';
import { startServer, type TestServer } from '../support/server.js';
import { slipsOf } from '../support/slips.js';

const READ = `query ($id: ID!) { meeting(id: $id) { seq
  agenda { id position kind title plannedSeconds statement { speaker { person { name } } } statements { mode } }
  participants { id duties person { id name } }
  readiness { code severity itemId participantId personId } } }`;

describe('preparing a meeting through the API', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  const read = async (id: string) => (await server.data(READ, { id })).meeting;
  const codes = ({ readiness }: { readiness: { code: string }[] }) => readiness.map(({ code }) => code);

  it('[A15] [A16] plans the agenda for participants and persons in one entry, and anew in another', async () => {
    const { meetingId, organizationId, speakers } = await aDraft(server, { language: 'EN' });
    const { id: unit } = await perform(server, 'createOrganization', { input: { name: 'Third Court' } });
    const join = (name: string, organization: string) =>
      perform(server, 'createPerson', { input: { name, organizationId: organization } });
    const [late, paper] = await Promise.all([join('Late', unit), join('Paper', organizationId)]);
    const { seq } = await read(meetingId);
    const plan = (input: object, key?: string) =>
      attempt(server, 'planAgenda', { meetingId, input, ...(key ? { idempotencyKey: key } : {}) });
    const input = {
      speakerIds: [late.id.toUpperCase(), ...speakers],
      writtenSpeakerIds: [paper.id],
      intermissionAfter: 1,
    };
    const first = await plan(input, 'one');
    expect(first.done).toMatchObject({ type: 'AgendaPlanned', seq: seq + 1, subjectId: meetingId });
    // A unit that is renamed before the answer that was lost is asked for again makes no other command of it. [W4]
    await perform(server, 'updateOrganization', { id: unit, input: { name: 'Third Court of all' } });
    expect(await plan(input, 'one')).toEqual(first);
    const after = await read(meetingId);
    expect(after.agenda.map(({ position, title }: any) => `${position} ${title}`)).toEqual([
      '1 The host opens the meeting',
      '2 Statement: Third Court',
      '3 Intermission',
      '4 Statement: Unit',
      '5 Statement: Unit',
      '6 Written statements',
      '7 The chair’s requirements',
      '8 Closing',
    ]);
    expect(after.agenda.map(({ statement }: any) => statement?.speaker.person.name ?? '').join()).toBe(
      ',Late,,Speaker 1,Speaker 2,,,',
    );
    expect(codes(after)).toEqual(['STARTS_IN_THE_PAST', 'NO_DISPLAY', 'WRITTEN_WITHOUT_TEXT', 'NO_REQUIREMENT']);

    // Two change places, one goes, the one on paper stands up.
    await perform(server, 'planAgenda', { meetingId, input: { speakerIds: [paper.id, speakers[1], late.id] } });
    const anew = await read(meetingId);
    expect(anew.agenda.map(({ position }: any) => position)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(anew.agenda.flatMap(({ statement }: any) => statement?.speaker.person.name ?? [])).toEqual([
      'Paper',
      'Speaker 2',
      'Late',
    ]);
    expect(anew.agenda[2].id).toBe(after.agenda[4].id);
    expect(codes(anew)).toContain('SPEAKER_WITHOUT_STATEMENT');
    const refusals = await Promise.all([
      plan({ speakerIds: ['0190a000-0000-7000-8000-00000000abcd'] }),
      plan({ speakerIds: [late.id, late.id.toUpperCase()] }),
      plan({ speakerIds: [late.id], mode: 'APPEND' }),
    ]);
    expect(refusals.map(({ code }) => code)).toEqual(['NOT_FOUND', 'DUPLICATE', 'DUPLICATE']);
    expect(await read(meetingId)).toEqual(anew);
  });

  it('[M15] finds slips and displays as they are, and tells nobody who doesn’t run the meeting', async () => {
    const { meetingId, speakers, chair } = await aDraft(server, { startsAt: new Date().toISOString() });
    await perform(server, 'planAgenda', { meetingId, input: { speakerIds: speakers, withRequirements: false } });
    await perform(server, 'scheduleMeeting', { meetingId });
    const slips = slipsOf(server);
    const code = await slips.code(meetingId, speakers[0]!);
    const before = await read(meetingId);
    const missing = before.readiness.filter((one: any) => one.code === 'NO_SLIP');
    expect(missing.map((one: any) => one.participantId)).toEqual([chair, speakers[1]]);
    expect(missing[0].personId).toBe(before.participants[0].person.id);
    expect(codes(before)).toContain('NO_DISPLAY');
    await confirm(server, meetingId, (await aScreen(server)).code);
    await slips.issue(meetingId);
    expect((await read(meetingId)).readiness).toEqual([]);
    await slips.revoke(meetingId, chair);
    expect(codes(await read(meetingId))).toEqual(['NO_SLIP']);

    const token = await slips.token(code);
    const asSpeaker = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({
        query: 'query ($id: ID!) { meeting(id: $id) { readiness { code } } }',
        variables: { id: meetingId },
      }),
    });
    expect(await asSpeaker.json()).toEqual({ data: { meeting: { readiness: [] } } });
  });
});
