import type { ResultOf } from 'gql.tada';
import { operation } from '../shared/operation.js';

export const EnterByCode = operation(`
  mutation Enter($code: String!) {
    enter(code: $code, keep: COOKIE) { expiresAt }
  }
`);

export const EnteredAs = operation(`
  query EnteredAs($participantId: ID!, $meetingId: ID!) {
    participant: node(id: $participantId) {
      ... on Participant {
        id
        duties
        seat
        presence
        signedInAt
        leftAt
        person { name post organization { name } }
      }
    }
    meeting(id: $meetingId) { id title status startsAt timeZone venue }
  }
`);

export type Entered = ResultOf<typeof EnteredAs>;
