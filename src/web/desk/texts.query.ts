import { operation } from '../shared/operation.js';

export const StatementText = operation(`
  query StatementText($meetingId: ID!, $statementId: ID!) {
    meeting(id: $meetingId) { id seq }
    statement: node(id: $statementId) { ... on Statement { id body } }
  }
`);

export const WriteStatement = operation(`
  mutation WriteStatement(
    $meetingId: ID!
    $statementId: ID!
    $body: String!
    $expectedSeq: Int
    $idempotencyKey: String
  ) {
    writeStatement(
      meetingId: $meetingId
      statementId: $statementId
      body: $body
      expectedSeq: $expectedSeq
      idempotencyKey: $idempotencyKey
    ) {
      seq
    }
  }
`);

export const AddWritten = operation(`
  mutation AddWritten(
    $meetingId: ID!
    $itemId: ID!
    $speakerId: ID!
    $body: String!
    $expectedSeq: Int
    $idempotencyKey: String
  ) {
    addWrittenStatement(
      meetingId: $meetingId
      itemId: $itemId
      speakerId: $speakerId
      body: $body
      expectedSeq: $expectedSeq
      idempotencyKey: $idempotencyKey
    ) {
      seq
    }
  }
`);

export const DropWritten = operation(`
  mutation DropWritten($meetingId: ID!, $statementId: ID!, $expectedSeq: Int, $idempotencyKey: String) {
    dropWrittenStatement(
      meetingId: $meetingId
      statementId: $statementId
      expectedSeq: $expectedSeq
      idempotencyKey: $idempotencyKey
    ) {
      seq
    }
  }
`);
