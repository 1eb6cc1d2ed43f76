import { operation } from './operation.js';

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
