import type { ResultOf } from 'gql.tada';
import { operation } from '../shared/operation.js';

/** All rounds of a meeting's ballots; what was counted is there for tellers and those who run the meeting. */
export const BallotsOf = operation(`
  query BallotsOf($id: ID!) {
    meeting(id: $id) {
      seq
      ballots {
        id
        round
        item { id title }
        levels { label value }
        abstentionsAllowed
        reveal
        openedAt
        closesAt
        closedAt
        revealedAt
        issued
        cast
        valid
        void
        isVoid
        tallies {
          number
          counts
          abstentions
          statement { id speaker { id person { name organization { name } } } }
        }
      }
    }
  }
`);

export const OpenBallot = operation(`
  mutation OpenBallot($meetingId: ID!, $expectedSeq: Int, $idempotencyKey: String, $input: OpenBallotInput!) {
    openBallot(meetingId: $meetingId, expectedSeq: $expectedSeq, idempotencyKey: $idempotencyKey, input: $input) { seq }
  }
`);

export const ReportTurnout = operation(`
  mutation ReportTurnout(
    $meetingId: ID!
    $expectedSeq: Int
    $idempotencyKey: String
    $ballotId: ID!
    $issued: Int
    $cast: Int
    $void: Int
    $expected: ExpectedSheetsInput!
  ) {
    reportTurnout(
      meetingId: $meetingId
      expectedSeq: $expectedSeq
      idempotencyKey: $idempotencyKey
      ballotId: $ballotId
      issued: $issued
      cast: $cast
      void: $void
      expected: $expected
    ) { seq }
  }
`);

export const CloseBallot = operation(`
  mutation CloseBallot($meetingId: ID!, $expectedSeq: Int, $idempotencyKey: String, $cast: Int) {
    closeBallot(meetingId: $meetingId, expectedSeq: $expectedSeq, idempotencyKey: $idempotencyKey, cast: $cast) { seq }
  }
`);

export const RecordTally = operation(`
  mutation RecordTally(
    $meetingId: ID!
    $expectedSeq: Int
    $idempotencyKey: String
    $ballotId: ID!
    $statementId: ID!
    $counts: [Int!]!
    $abstentions: Int!
  ) {
    recordTally(
      meetingId: $meetingId
      expectedSeq: $expectedSeq
      idempotencyKey: $idempotencyKey
      ballotId: $ballotId
      statementId: $statementId
      counts: $counts
      abstentions: $abstentions
    ) { seq }
  }
`);

export const RevealResult = operation(`
  mutation RevealResult($meetingId: ID!, $expectedSeq: Int, $idempotencyKey: String) {
    revealResult(meetingId: $meetingId, expectedSeq: $expectedSeq, idempotencyKey: $idempotencyKey) { seq }
  }
`);

export const HoldAgain = operation(`
  mutation HoldAgain($meetingId: ID!, $expectedSeq: Int, $idempotencyKey: String) {
    holdAgain(meetingId: $meetingId, expectedSeq: $expectedSeq, idempotencyKey: $idempotencyKey) { seq }
  }
`);

export type Round = ResultOf<typeof BallotsOf>['meeting']['ballots'][number] & {
  /** How far the meeting was when it was read. */
  readonly asOf: number;
};
export type Line = Round['tallies'][number];
export type Reveal = Round['reveal'];
export type Level = Round['levels'][number];
