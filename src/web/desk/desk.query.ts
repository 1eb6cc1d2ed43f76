import type { ResultOf } from 'gql.tada';
import { operation } from '../shared/operation.js';

export const DeskOf = operation(`
  query Desk($id: ID!) {
    meeting(id: $id) {
      id
      seq
      title
      status
      format
      language
      timeZone
      participants { id duties person { name post organization { name } } }
      agenda { id position kind title status }
      statements {
        id
        mode
        phase
        item { id position }
        speaker { id person { name post organization { name } } }
        comments {
          id
          body
          aspect
          status
          postedAt
          correctedAt
          retractedAt
          author { id person { name post organization { name } } }
        }
      }
      requirements { id number heading body revealedAt }
    }
  }
`);

export const CorrectComment = operation(`
  mutation CorrectComment(
    $meetingId: ID!
    $commentId: ID!
    $input: CorrectionInput!
    $expected: DraftInput!
    $expectedSeq: Int
    $idempotencyKey: String
  ) {
    correctComment(
      meetingId: $meetingId
      commentId: $commentId
      input: $input
      expected: $expected
      expectedSeq: $expectedSeq
      idempotencyKey: $idempotencyKey
    ) {
      seq
    }
  }
`);

export const RetractComment = operation(`
  mutation RetractComment(
    $meetingId: ID!
    $commentId: ID!
    $reason: String!
    $expectedSeq: Int
    $idempotencyKey: String
  ) {
    retractComment(
      meetingId: $meetingId
      commentId: $commentId
      reason: $reason
      expectedSeq: $expectedSeq
      idempotencyKey: $idempotencyKey
    ) {
      seq
    }
  }
`);

export type Meeting = NonNullable<ResultOf<typeof DeskOf>['meeting']>;
export type Participant = Meeting['participants'][number];
export type Statement = Meeting['statements'][number];
export type Posted = Statement['comments'][number];
export type Requirement = Meeting['requirements'][number];
