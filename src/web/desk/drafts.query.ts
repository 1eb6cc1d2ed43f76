import type { ResultOf } from 'gql.tada';
import { operation } from '../shared/operation.js';

/** All drafts of whoever asks, at one meeting. */
export const DraftsAt = operation(`
  query Drafts($meetingId: ID!) {
    meeting(id: $meetingId) {
      id
      statements { id drafts { id body aspect author { id } } }
    }
  }
`);

export const DraftComment = operation(`
  mutation DraftComment($meetingId: ID!, $input: CommentInput!, $key: String!) {
    draftComment(meetingId: $meetingId, input: $input, idempotencyKey: $key) { subjectId }
  }
`);

export const EditDraft = operation(`
  mutation EditDraft($meetingId: ID!, $commentId: ID!, $input: DraftInput!, $expected: DraftInput, $key: String!) {
    editDraft(meetingId: $meetingId, commentId: $commentId, input: $input, expected: $expected, idempotencyKey: $key) {
      subjectId
    }
  }
`);

export const DiscardDraft = operation(`
  mutation DiscardDraft($meetingId: ID!, $commentId: ID!) {
    discardDraft(meetingId: $meetingId, commentId: $commentId) { seq }
  }
`);

export const PostDraft = operation(`
  mutation PostDraft(
    $meetingId: ID!
    $commentId: ID!
    $expected: DraftInput!
    $expectedSeq: Int
    $idempotencyKey: String
  ) {
    postDraft(
      meetingId: $meetingId
      commentId: $commentId
      expected: $expected
      expectedSeq: $expectedSeq
      idempotencyKey: $idempotencyKey
    ) {
      seq
    }
  }
`);

type Meeting = NonNullable<ResultOf<typeof DraftsAt>['meeting']>;
export type Found = Meeting['statements'][number];
