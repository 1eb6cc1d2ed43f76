import type { ResultOf } from 'gql.tada';
import { operation } from '../shared/operation.js';

export const ReceptionOf = operation(`
  query Reception($id: ID!) {
    meeting(id: $id) {
      id
      title
      status
      language
      startsAt
      timeZone
      venue
      attendance { expected signedIn present quorum isQuorate }
      participants {
        id
        duties
        seat
        presence
        signedInAt
        leftAt
        slip { issuedAt expiresAt usedAt isRevoked }
        person { name post organization { name } }
      }
    }
  }
`);

/** Only says that something has changed: what has, is asked for. */
export const ReceptionChanges = operation(`
  subscription ReceptionChanges($meetingId: ID!) {
    board(meetingId: $meetingId) { meetingId epoch seq }
  }
`);

export const SignInParticipant = operation(`
  mutation SignInParticipant($meetingId: ID!, $participantId: ID!) {
    signInParticipant(meetingId: $meetingId, participantId: $participantId) { seq }
  }
`);

export const RecordLeaving = operation(`
  mutation RecordLeaving($meetingId: ID!, $participantId: ID!) {
    recordLeaving(meetingId: $meetingId, participantId: $participantId) { seq }
  }
`);

export const IssueSlips = operation(`
  mutation IssueSlips($meetingId: ID!, $participantIds: [ID!]) {
    issueSlips(meetingId: $meetingId, participantIds: $participantIds) {
      code
      link
      expiresAt
      participant { id duties seat person { name post organization { name } } }
    }
  }
`);

export const RevokeSlip = operation(`
  mutation RevokeSlip($meetingId: ID!, $participantId: ID!) {
    revokeSlip(meetingId: $meetingId, participantId: $participantId) { id }
  }
`);

export type Meeting = NonNullable<ResultOf<typeof ReceptionOf>['meeting']>;
export type Participant = Meeting['participants'][number];
export type IssuedSlip = ResultOf<typeof IssueSlips>['issueSlips'][number];
