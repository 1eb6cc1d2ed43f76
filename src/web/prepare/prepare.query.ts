import type { ResultOf, VariablesOf } from 'gql.tada';
import { operation } from '../shared/operation.js';

/** What of a meeting only its preparation needs, and what is still to be mended. */
export const PreparationOf = operation(`
  query Preparation($id: ID!) {
    meeting(id: $id) {
      id
      title
      period
      organization { id name }
      startsAt
      timeZone
      venue
      language
      format
      visibility
      plannedSeconds
      warningSeconds
      quorum
      readiness { code severity itemId participantId }
    }
  }
`);

export const CreateMeeting = operation(`
  mutation CreateMeeting($input: CreateMeetingInput!, $idempotencyKey: String) {
    createMeeting(input: $input, idempotencyKey: $idempotencyKey) { meetingId }
  }
`);

export const UpdateMeeting = operation(`
  mutation UpdateMeeting($meetingId: ID!, $expectedSeq: Int, $idempotencyKey: String, $input: UpdateMeetingInput!) {
    updateMeeting(meetingId: $meetingId, expectedSeq: $expectedSeq, idempotencyKey: $idempotencyKey, input: $input) { seq }
  }
`);

export const PlanAgenda = operation(`
  mutation PlanAgenda($meetingId: ID!, $expectedSeq: Int, $idempotencyKey: String, $input: AgendaPlanInput!) {
    planAgenda(meetingId: $meetingId, expectedSeq: $expectedSeq, idempotencyKey: $idempotencyKey, input: $input) { seq }
  }
`);

export type Preparation = ResultOf<typeof PreparationOf>['meeting'];
export type Finding = Preparation['readiness'][number];
export type Plan = VariablesOf<typeof PlanAgenda>['input'];
