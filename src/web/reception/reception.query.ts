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
