import { operation } from '../shared/operation.js';

export const ScheduleMeeting = operation(`
  mutation ScheduleMeeting($meetingId: ID!, $expectedSeq: Int, $idempotencyKey: String) {
    scheduleMeeting(meetingId: $meetingId, expectedSeq: $expectedSeq, idempotencyKey: $idempotencyKey) { seq }
  }
`);

export const UnscheduleMeeting = operation(`
  mutation UnscheduleMeeting($meetingId: ID!, $expectedSeq: Int, $idempotencyKey: String) {
    unscheduleMeeting(meetingId: $meetingId, expectedSeq: $expectedSeq, idempotencyKey: $idempotencyKey) { seq }
  }
`);

export const OpenMeeting = operation(`
  mutation OpenMeeting($meetingId: ID!, $expectedSeq: Int, $idempotencyKey: String) {
    openMeeting(meetingId: $meetingId, expectedSeq: $expectedSeq, idempotencyKey: $idempotencyKey) { seq }
  }
`);

export const PauseMeeting = operation(`
  mutation PauseMeeting($meetingId: ID!, $expectedSeq: Int, $idempotencyKey: String, $returnInSeconds: Int) {
    pauseMeeting(
      meetingId: $meetingId
      expectedSeq: $expectedSeq
      idempotencyKey: $idempotencyKey
      returnInSeconds: $returnInSeconds
    ) { seq }
  }
`);

export const ResumeMeeting = operation(`
  mutation ResumeMeeting($meetingId: ID!, $expectedSeq: Int, $idempotencyKey: String) {
    resumeMeeting(meetingId: $meetingId, expectedSeq: $expectedSeq, idempotencyKey: $idempotencyKey) { seq }
  }
`);

export const CloseMeeting = operation(`
  mutation CloseMeeting($meetingId: ID!, $expectedSeq: Int, $idempotencyKey: String) {
    closeMeeting(meetingId: $meetingId, expectedSeq: $expectedSeq, idempotencyKey: $idempotencyKey) { seq }
  }
`);

export const ArchiveMeeting = operation(`
  mutation ArchiveMeeting($meetingId: ID!, $expectedSeq: Int, $idempotencyKey: String) {
    archiveMeeting(meetingId: $meetingId, expectedSeq: $expectedSeq, idempotencyKey: $idempotencyKey) { seq }
  }
`);

export const UndoLastStep = operation(`
  mutation UndoLastStep($meetingId: ID!, $expectedSeq: Int, $idempotencyKey: String) {
    undoLastStep(meetingId: $meetingId, expectedSeq: $expectedSeq, idempotencyKey: $idempotencyKey) { seq }
  }
`);

export const CallItem = operation(`
  mutation CallItem($meetingId: ID!, $expectedSeq: Int, $idempotencyKey: String, $itemId: ID!) {
    callItem(meetingId: $meetingId, expectedSeq: $expectedSeq, idempotencyKey: $idempotencyKey, itemId: $itemId) { seq }
  }
`);

export const RecallSpeaker = operation(`
  mutation RecallSpeaker($meetingId: ID!, $expectedSeq: Int, $idempotencyKey: String, $itemId: ID!) {
    recallSpeaker(meetingId: $meetingId, expectedSeq: $expectedSeq, idempotencyKey: $idempotencyKey, itemId: $itemId) {
      seq
    }
  }
`);

export const EndItem = operation(`
  mutation EndItem($meetingId: ID!, $expectedSeq: Int, $idempotencyKey: String) {
    endItem(meetingId: $meetingId, expectedSeq: $expectedSeq, idempotencyKey: $idempotencyKey) { seq }
  }
`);

export const SkipItem = operation(`
  mutation SkipItem(
    $meetingId: ID!
    $expectedSeq: Int
    $idempotencyKey: String
    $itemId: ID!
    $reason: String!
  ) {
    skipItem(
      meetingId: $meetingId
      expectedSeq: $expectedSeq
      idempotencyKey: $idempotencyKey
      itemId: $itemId
      reason: $reason
    ) { seq }
  }
`);

export const EndStatement = operation(`
  mutation EndStatement($meetingId: ID!, $expectedSeq: Int, $idempotencyKey: String) {
    endStatement(meetingId: $meetingId, expectedSeq: $expectedSeq, idempotencyKey: $idempotencyKey) { seq }
  }
`);

export const StartComment = operation(`
  mutation StartComment($meetingId: ID!, $expectedSeq: Int, $idempotencyKey: String, $statementId: ID!) {
    startComment(
      meetingId: $meetingId
      expectedSeq: $expectedSeq
      idempotencyKey: $idempotencyKey
      statementId: $statementId
    ) { seq }
  }
`);

export const SkipComment = operation(`
  mutation SkipComment(
    $meetingId: ID!
    $expectedSeq: Int
    $idempotencyKey: String
    $statementId: ID!
    $reason: String!
  ) {
    skipComment(
      meetingId: $meetingId
      expectedSeq: $expectedSeq
      idempotencyKey: $idempotencyKey
      statementId: $statementId
      reason: $reason
    ) { seq }
  }
`);

export const PauseTurn = operation(`
  mutation PauseTurn($meetingId: ID!, $expectedSeq: Int, $idempotencyKey: String) {
    pauseTurn(meetingId: $meetingId, expectedSeq: $expectedSeq, idempotencyKey: $idempotencyKey) { seq }
  }
`);

export const ResumeTurn = operation(`
  mutation ResumeTurn($meetingId: ID!, $expectedSeq: Int, $idempotencyKey: String) {
    resumeTurn(meetingId: $meetingId, expectedSeq: $expectedSeq, idempotencyKey: $idempotencyKey) { seq }
  }
`);

export const ExtendTurn = operation(`
  mutation ExtendTurn($meetingId: ID!, $expectedSeq: Int, $idempotencyKey: String, $seconds: Int!) {
    extendTurn(meetingId: $meetingId, expectedSeq: $expectedSeq, idempotencyKey: $idempotencyKey, seconds: $seconds) {
      seq
    }
  }
`);

export const RevealRequirement = operation(`
  mutation RevealRequirement($meetingId: ID!, $expectedSeq: Int, $idempotencyKey: String) {
    revealRequirement(meetingId: $meetingId, expectedSeq: $expectedSeq, idempotencyKey: $idempotencyKey) { seq }
  }
`);

export const BlackOutBoard = operation(`
  mutation BlackOutBoard($meetingId: ID!, $expectedSeq: Int, $idempotencyKey: String) {
    blackOutBoard(meetingId: $meetingId, expectedSeq: $expectedSeq, idempotencyKey: $idempotencyKey) { seq }
  }
`);

export const LightBoard = operation(`
  mutation LightBoard($meetingId: ID!, $expectedSeq: Int, $idempotencyKey: String) {
    lightBoard(meetingId: $meetingId, expectedSeq: $expectedSeq, idempotencyKey: $idempotencyKey) { seq }
  }
`);

export const ShowMessage = operation(`
  mutation ShowMessage($meetingId: ID!, $expectedSeq: Int, $idempotencyKey: String, $text: String!) {
    showMessage(meetingId: $meetingId, expectedSeq: $expectedSeq, idempotencyKey: $idempotencyKey, text: $text) { seq }
  }
`);

export const WithdrawMessage = operation(`
  mutation WithdrawMessage($meetingId: ID!, $expectedSeq: Int, $idempotencyKey: String) {
    withdrawMessage(meetingId: $meetingId, expectedSeq: $expectedSeq, idempotencyKey: $idempotencyKey) { seq }
  }
`);
