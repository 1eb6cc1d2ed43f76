import type { ResultOf } from 'gql.tada';
import { operation } from '../shared/operation.js';

/** What changes under an operator's hands, pushed as it happens: what the big button says is made from this alone. */
export const ConsoleBoard = operation(`
  subscription ConsoleBoard($meetingId: ID!) {
    board(meetingId: $meetingId) {
      meetingId
      epoch
      seq
      state
      language
      status
      title
      timeZone
      format
      hosts { ...Person }
      commenters { ...Person }
      attendance { expected signedIn present quorum isQuorate }
      agenda { ...Item }
      current { ...Item }
      statement { ...Statement }
      written { ...Statement }
      comments { id statementId }
      requirements { number heading }
      intermission { title since returnsAt }
      isBlackedOut
      message
      notes
      nextStep { step item { ...Item } statementId requirementNumber obstacle }
    }
  }
  fragment Person on BoardPerson { name post organization }
  fragment Item on BoardItem {
    id position kind title status plannedSeconds speaker { ...Person }
  }
  fragment Statement on BoardStatement {
    id
    number
    total
    speaker { ...Person }
    next { ...Person }
    turn { number plannedSeconds warningSeconds startedAt pausedAt endedAt pausedMilliseconds earlierMilliseconds }
  }
`);

/** The meeting as whoever runs it knows it, asked for again at each change. */
export const ConsoleOf = operation(`
  query ConsoleOf($id: ID!) {
    meeting(id: $id) {
      id
      seq
      epoch
      title
      period
      status
      mayRun
      language
      format
      startsAt
      timeZone
      venue
      plannedSeconds
      openedAt
      closedAt
      returnsAt
      attendance { expected signedIn present quorum isQuorate }
      agenda {
        id
        position
        kind
        title
        status
        plannedSeconds
        calledAt
        endedAt
        skipReason
        notes
        statements {
          id
          mode
          phase
          heardAt
          commentSkipReason
          speaker { id person { name post organization { name } } }
          comments { id status }
        }
      }
      participants {
        id
        duties
        seat
        presence
        signedInAt
        leftAt
        slip { issuedAt expiresAt usedAt isRevoked }
        person { id name post organization { id name } }
      }
      requirements { id number heading body revealedAt }
    }
  }
`);

/** What has happened: undo says by it what it takes back. */
export const LastEntries = operation(`
  query LastEntries($meetingId: ID!, $after: Int!, $first: Int!) {
    journal(meetingId: $meetingId, after: $after, first: $first) {
      entries {
        seq
        type
        at
        undoneSeq
        item { id title statements { speaker { person { name } } } }
        requirement { number }
      }
    }
  }
`);

export type Board = ResultOf<typeof ConsoleBoard>['board'];
export type Person = Board['hosts'][number];
export type Meeting = ResultOf<typeof ConsoleOf>['meeting'];
export type AgendaItem = Meeting['agenda'][number];
export type Statement = AgendaItem['statements'][number];
export type Participant = Meeting['participants'][number];
export type Entry = ResultOf<typeof LastEntries>['journal']['entries'][number];
