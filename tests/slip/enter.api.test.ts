import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idsOf, perform } from '../support/builders.js';
import { startServer, type TestServer } from '../support/server.js';
import { type Slips, slipsOf } from '../support/slips.js';

describe('slips', () => {
  let server: TestServer;
  let slips: Slips;
  beforeAll(async () => {
    server = await startServer({ PUBLIC_URL: 'https://rostrum.example/' });
    slips = slipsOf(server);
  });
  afterAll(() => server.stop());

  it('[K8] are valid from SCHEDULED until the meeting is closed, and again if that is undone', async () => {
    const { meetingId, chair, items } = await slips.aMeeting();
    const code = await slips.code(meetingId, chair);
    const enters = async () => (await slips.enter(code)).errors?.[0]?.extensions.code ?? 'IN';
    const act = (name: string, args: object = {}) => perform(server, name, { meetingId, ...args });
    const seen = [await enters()];
    await act('unscheduleMeeting');
    seen.push(await enters());
    await act('scheduleMeeting');
    await act('openMeeting');
    seen.push(await enters());
    await act('pauseMeeting');
    seen.push(await enters());
    await act('resumeMeeting');
    for (const itemId of items.slice(1, 7)) await act('dropItem', { itemId });
    await act('closeMeeting');
    seen.push(await enters());
    await act('undoLastStep');
    seen.push(await enters());
    expect(seen).toEqual(['IN', 'WRONG_CODE', 'IN', 'IN', 'WRONG_CODE', 'IN']);
  });

  it('[K10] let their holders in, who are there from then on', async () => {
    const { meetingId, speaker } = await slips.aMeeting();
    const code = await slips.code(meetingId, speaker);
    const { data } = await slips.enter(` ${code.toLowerCase()} `);
    const found = await slips.session(data.done.token);
    expect(found).toMatchObject({ kind: 'PARTICIPANT', id: speaker, meetingId, isAdministrator: false });
    const { presence, signedInAt, slip } = await slips.participant(meetingId, speaker);
    expect(presence).toBe('PRESENT');
    expect(Date.parse(slip.usedAt)).toBeGreaterThanOrEqual(Date.parse(signedInAt));
    expect(Date.parse(data.done.expiresAt)).toBeGreaterThan(Date.parse(slip.expiresAt));
  });

  it('[K10] let the one who comes in last stay, and bring back whoever had left', async () => {
    const { meetingId, speaker } = await slips.aMeeting();
    const code = await slips.code(meetingId, speaker);
    const first = await slips.token(code);
    const { seq, signedInAt } = {
      ...(await idsOf(server, meetingId)),
      ...(await slips.participant(meetingId, speaker)),
    };
    const second = await slips.token(code);
    expect([await slips.session(first), (await slips.session(second))?.id]).toEqual([null, speaker]);
    expect((await idsOf(server, meetingId)).seq).toBe(seq);
    await perform(server, 'recordLeaving', { meetingId, participantId: speaker });
    await slips.token(code);
    expect(await slips.participant(meetingId, speaker)).toMatchObject({ presence: 'PRESENT', signedInAt });
    expect((await idsOf(server, meetingId)).seq).toBe(seq + 2);
  });

  it('[K10] that are revoked while their holder comes in let nobody in, and leave nothing half done', async () => {
    const { meetingId, speaker } = await slips.aMeeting();
    const code = await slips.code(meetingId, speaker);
    const holder = server.services.database.createQueryRunner();
    await holder.startTransaction();
    await holder.query('SELECT FROM meeting WHERE id = $1 FOR UPDATE', [meetingId]);
    const entering = slips.enter(code);
    const isWaiting = `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    while ((await server.sql(isWaiting))[0].count === 0);
    await holder.query('UPDATE slip SET revoked_at = now() WHERE participant_id = $1', [speaker]);
    await holder.commitTransaction();
    await holder.release();
    expect((await entering).errors?.[0]?.extensions.code).toBe('WRONG_CODE');
    expect((await slips.participant(meetingId, speaker)).presence).toBe('ABSENT');
    expect(await server.sql('SELECT id FROM session WHERE participant_id = $1', speaker)).toEqual([]);
    const last = await server.sql(
      'SELECT type FROM journal_entry WHERE meeting_id = $1 ORDER BY seq DESC LIMIT 1',
      meetingId,
    );
    expect(last).toEqual([{ type: 'MeetingScheduled' }]);
  });

  it('[K12] let a whole hall in that comes at once', async () => {
    const { meetingId, organization } = await slips.aMeeting();
    for (let number = 1; number <= 40; number++) {
      const input = { name: `Member ${number}`, organizationId: organization };
      const { id: personId } = await perform(server, 'createPerson', { input });
      await perform(server, 'addParticipant', { meetingId, input: { personId, duties: ['ATTENDEE'] } });
    }
    const { done } = (await slips.issue(meetingId)).data;
    const answers = await Promise.all(done.map(({ code }: { code: string }) => slips.enter(code)));
    expect(answers.flatMap(({ errors }) => errors ?? [])).toEqual([]);
    const { meeting } = await server.data('query ($id: ID!) { meeting(id: $id) { attendance { signedIn present } } }', {
      id: meetingId,
    });
    expect(meeting.attendance).toEqual({ signedIn: 51, present: 51 });
  });

  it('[K11] refuse in the same words whatever is wrong with a code, and change nothing', async () => {
    const { meetingId, speakers, guests } = await slips.aMeeting();
    const [revoked, expired, replaced] = speakers as [string, string, string];
    const codes: Record<string, string> = {
      'not there': '2222-2222',
      'too short': '2222',
      empty: '',
      long: 'A'.repeat(5000),
    };
    for (const [name, speaker] of Object.entries({ revoked, expired, replaced }))
      codes[name] = await slips.code(meetingId, speaker);
    const guest = guests[0]!;
    codes['of somebody removed'] = await slips.code(meetingId, guest);
    await slips.revoke(meetingId, revoked);
    await server.sql('UPDATE slip SET expires_at = clock_timestamp() WHERE participant_id = $1', expired);
    await slips.code(meetingId, replaced);
    await perform(server, 'removeParticipant', { meetingId, participantId: guest });
    const before = await server.dump();
    for (const [name, code] of Object.entries(codes)) {
      for (const [language, sentence] of [
        ['zh', '该代码无效或已过期。'],
        ['en', 'This code is not valid, or is no longer.'],
      ] as const) {
        const { data, errors, status } = await slips.enter(code, language);
        expect([name, data, errors, status]).toEqual([
          name,
          null,
          [{ message: sentence, path: ['done'], locations: expect.anything(), extensions: { code: 'WRONG_CODE' } }],
          200,
        ]);
      }
    }
    expect(await server.dump()).toEqual(before);
  });
});
