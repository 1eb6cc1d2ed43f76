import { operation } from '../shared/operation.js';

export const AddRequirement = operation(`
  mutation AddRequirement($meetingId: ID!, $input: RequirementInput!, $expectedSeq: Int, $idempotencyKey: String) {
    addRequirement(
      meetingId: $meetingId
      input: $input
      expectedSeq: $expectedSeq
      idempotencyKey: $idempotencyKey
    ) {
      seq
    }
  }
`);

export const UpdateRequirement = operation(`
  mutation UpdateRequirement(
    $meetingId: ID!
    $requirementId: ID!
    $input: RequirementInput!
    $expectedSeq: Int
    $idempotencyKey: String
  ) {
    updateRequirement(
      meetingId: $meetingId
      requirementId: $requirementId
      input: $input
      expectedSeq: $expectedSeq
      idempotencyKey: $idempotencyKey
    ) {
      seq
    }
  }
`);

export const DropRequirement = operation(`
  mutation DropRequirement($meetingId: ID!, $requirementId: ID!, $expectedSeq: Int, $idempotencyKey: String) {
    dropRequirement(
      meetingId: $meetingId
      requirementId: $requirementId
      expectedSeq: $expectedSeq
      idempotencyKey: $idempotencyKey
    ) {
      seq
    }
  }
`);
