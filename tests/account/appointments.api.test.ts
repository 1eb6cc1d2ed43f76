import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDraft } from '../support/builders.js';
import { startServer, type TestServer } from '../support/server.js';
import { anAccount } from '../support/visitor.js';

const APPOINT = `mutation ($meetingId: ID!, $accountId: ID!, $duty: Duty!) {
  done: appoint(meetingId: $meetingId, accountId: $accountId, duty: $duty) { duty accountId displayName meeting { id } } }`;
const DISMISS = `mutation ($meetingId: ID!, $accountId: ID!, $duty: Duty!) {
  done: dismiss(meetingId: $meetingId, accountId: $accountId, duty: $duty) }`;
const SHOWN = 'query ($id: ID!) { meeting(id: $id) { appointments { duty displayName } } }';
const CHANGE = 'mutation ($id: ID!) { updateMeeting(meetingId: $id, input: { venue: "Hall" }) { seq } }';
const CREATE = `mutation ($organizationId: ID!) { createMeeting(idempotencyKey: "once", input: { organizationId: $organizationId,
  title: "Mine", period: "2021", startsAt: "2022-02-10T01:00:00Z", timeZone: "UTC" }) { meetingId } }`;

describe('appointments', () => {
  let server: TestServer;
  let meetingId: string;
  let organizationId: string;
  beforeAll(async () => {
    server = await startServer();
    ({ meetingId, organizationId } = await aDraft(server));
  });
  afterAll(() => server.stop());

  it('[N12] give an account a duty at a meeting, and take it away', async () => {
    const { id: accountId, ask } = await anAccount(server, 'recorder');
    const given = { meetingId, accountId, duty: 'RECORDER' };
    expect((await ask(CHANGE, { id: meetingId })).code).toBe('FORBIDDEN');
    const changedAt = async () =>
      (await server.sql('SELECT max(changed_at) AS at FROM session WHERE account_id = $1', accountId))[0].at;
    const before = await changedAt();
    for (const _ of [1, 2]) {
      const { done } = await server.data(APPOINT, given);
      expect(done).toEqual({ duty: 'RECORDER', accountId, displayName: 'The recorder', meeting: { id: meetingId } });
    }
    // What the sockets of its sessions may do is looked at anew.
    expect((await changedAt()).getTime()).toBeGreaterThan(before.getTime());
    const maker = { duty: 'RECORDER', displayName: 'Tester' };
    const shown = [maker, { duty: 'RECORDER', displayName: 'The recorder' }];
    expect((await server.data(SHOWN, { id: meetingId })).meeting.appointments).toEqual(shown);
    expect((await ask(SHOWN, { id: meetingId })).data.meeting.appointments).toEqual(shown);
    expect((await ask(CHANGE, { id: meetingId })).code).toBeUndefined();
    expect((await server.data(DISMISS, given)).done).toBe(true);
    expect((await server.data(DISMISS, given)).done).toBe(false);
    expect((await ask(CHANGE, { id: meetingId })).code).toBe('FORBIDDEN');
    expect((await server.data(SHOWN, { id: meetingId })).meeting.appointments).toEqual([maker]);
  });

  it('[N12] are to what is there, and to duties that are done for a meeting', async () => {
    const { id: accountId } = await anAccount(server, 'speaker');
    const code = async (given: object) =>
      (await server.ask(APPOINT, { meetingId, accountId, duty: 'HOST', ...given })).errors?.[0]?.extensions;
    expect(await code({ duty: 'SPEAKER' })).toMatchObject({ code: 'INVALID_INPUT', field: 'duty' });
    expect(await code({ meetingId: accountId })).toMatchObject({ code: 'NOT_FOUND', what: 'meeting' });
    expect(await code({ accountId: meetingId })).toMatchObject({ code: 'NOT_FOUND', what: 'account' });
    expect(await code({ accountId: 'x' })).toMatchObject({ code: 'NOT_FOUND', what: 'account' });
  });

  it('[N12] make whoever makes a meeting its recorder, from the first moment', async () => {
    const { ask, id } = await anAccount(server, 'maker');
    const { data } = await ask(CREATE, { organizationId });
    const made = data.createMeeting.meetingId;
    expect((await ask(CREATE, { organizationId })).data.createMeeting.meetingId).toBe(made);
    expect((await ask(SHOWN, { id: made })).data.meeting.appointments).toEqual([
      { duty: 'RECORDER', displayName: 'The maker' },
    ]);
    expect((await ask(CHANGE, { id: made })).code).toBeUndefined();
    const { accounts } = await server.data(
      '{ accounts(text: "maker") { edges { node { id appointments { duty meeting { id title } } } } } }',
    );
    expect(accounts.edges).toEqual([
      { node: { id, appointments: [{ duty: 'RECORDER', meeting: { id: made, title: 'Mine' } }] } },
    ]);
  });
});
