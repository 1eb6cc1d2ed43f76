import type { ResultOf } from 'gql.tada';
import { operation } from '../shared/operation.js';

/** Where the meeting is, pushed as it changes. */
export const MyBoard = operation(`
  subscription MyBoard($meetingId: ID!) {
    board(meetingId: $meetingId) {
      meetingId
      epoch
      seq
      state
      status
      language
      timeZone
      current { id title speaker { ...Speaker } }
      statement {
        id
        number
        total
        speaker { ...Speaker }
        turn { number plannedSeconds warningSeconds startedAt pausedAt endedAt pausedMilliseconds earlierMilliseconds }
      }
      intermission { title returnsAt }
    }
  }
  fragment Speaker on BoardPerson { name organization }
`);

/** Who somebody is at the meeting, and what is on its agenda. */
export const MeOf = operation(`
  query MeOf($participantId: ID!, $meetingId: ID!) {
    participant: node(id: $participantId) {
      ... on Participant {
        id
        duties
        seat
        presence
        person { name post organization { name } }
      }
    }
    meeting(id: $meetingId) {
      id
      title
      status
      format
      agenda { id position kind status statements { id mode phase speaker { id } } }
    }
  }
`);

/** One’s own statement, and what was said of it. */
export const MyStatement = operation(`
  query MyStatement($id: ID!) {
    statement: node(id: $id) {
      ... on Statement {
        id
        body
        comments { id body aspect status postedAt author { person { name } } }
      }
    }
  }
`);

export const WriteStatement = operation(`
  mutation WriteMyStatement($meetingId: ID!, $statementId: ID!, $body: String!) {
    writeStatement(meetingId: $meetingId, statementId: $statementId, body: $body) { seq }
  }
`);

export type Board = ResultOf<typeof MyBoard>['board'];
export type Found = ResultOf<typeof MeOf>;
export type Meeting = Found['meeting'];
export type Participant = Extract<Found['participant'], { duties: unknown }>;
export type Statement = Extract<ResultOf<typeof MyStatement>['statement'], { body: unknown }>;
export type Comment = Statement['comments'][number];
