import { type Found, findSessions } from '../../src/access/session.load.js';
import { aFoundingMeeting, idsOf } from './builders.js';
import type { TestServer } from './server.js';

export type Slips = ReturnType<typeof slipsOf>;

/** Slips and those who enter with them, through the API of one server. */
export function slipsOf(server: TestServer) {
  const ISSUE = `mutation ($meetingId: ID!, $participantIds: [ID!]) { done: issueSlips(meetingId: $meetingId,
    participantIds: $participantIds) { participant { id } code link expiresAt } }`;
  const REVOKE = `mutation ($meetingId: ID!, $participantId: ID!) { done: revokeSlip(meetingId: $meetingId,
    participantId: $participantId) { id slip { isRevoked } } }`;
  const ENTER = 'mutation ($code: String!, $keep: Keep!) { done: enter(code: $code, keep: $keep) { token expiresAt } }';
  const READ = `query ($id: ID!) { meeting(id: $id) { seq participants { id presence signedInAt
    slip { issuedAt expiresAt usedAt isRevoked } } } }`;
  return {
    /** A founding meeting, which receives, and the ids of what is in it; `speaker` is the first of its speakers. */
    async aMeeting() {
      const meetingId = await aFoundingMeeting(server);
      const ids = await idsOf(server, meetingId);
      return { meetingId, speaker: ids.speakers[0]!, ...ids };
    },
    issue: (meetingId: string, participantIds: string[] | null = null) =>
      server.ask(ISSUE, { meetingId, participantIds }),
    /** The code of one participant's new slip. */
    async code(meetingId: string, participantId: string): Promise<string> {
      return (await server.data(ISSUE, { meetingId, participantIds: [participantId] })).done[0].code;
    },
    revoke: (meetingId: string, participantId: string) => server.ask(REVOKE, { meetingId, participantId }),
    enter: (code: string, language?: string) => server.ask(ENTER, { code, keep: 'TOKEN' }, language),
    /** The token of whoever enters. */
    async token(code: string): Promise<string> {
      return (await server.data(ENTER, { code, keep: 'TOKEN' })).done.token;
    },
    async participant(meetingId: string, participantId: string) {
      const { meeting } = await server.data(READ, { id: meetingId });
      return meeting.participants.find(({ id }: { id: string }) => id === participantId);
    },
    /** The session of a token as this server finds it, or null. */
    async session(token: string): Promise<Found | null> {
      return (await findSessions(server.services.database, [token]))[0] ?? null;
    },
  };
}
