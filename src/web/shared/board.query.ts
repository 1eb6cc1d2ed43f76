import type { ResultOf } from 'gql.tada';
import { operation } from './operation.js';

export const BoardChanges = operation(`
  subscription BoardChanges($meetingId: ID!) {
    board(meetingId: $meetingId) {
      meetingId
      epoch
      seq
      state
      language
      status
      title
      period
      organization
      venue
      startsAt
      timeZone
      format
      isBlackedOut
      message
      entrance
      displays { id view theme ratio language }
      hosts { ...Person }
      commenters { ...Person }
      attendance { expected signedIn present quorum isQuorate }
      agenda { ...Item }
      current { ...Item }
      statement { ...Statement }
      written { ...Statement }
      comments { id statementId body aspect isCorrected postedAt author { ...Person } }
      ballot {
        id itemId round levels { label value } abstentionsAllowed reveal openedAt closesAt closedAt revealedAt
        issued cast valid void isVoid
        candidates { statementId number speaker { ...Person } }
        result { statementId counts abstentions }
      }
      requirements { number heading body }
      intermission { title since returnsAt }
      notes
      nextStep { step requirementNumber obstacle item { ...Item } }
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

export type Board = ResultOf<typeof BoardChanges>['board'];
export type BoardState = Board['state'];
export type Item = Board['agenda'][number];
export type Person = Board['hosts'][number];
export type Statement = NonNullable<Board['statement']>;
export type Turn = NonNullable<Statement['turn']>;
export type Comment = Board['comments'][number];
export type Aspect = NonNullable<Comment['aspect']>;
export type Requirement = Board['requirements'][number];
export type Intermission = NonNullable<Board['intermission']>;
export type Ballot = NonNullable<Board['ballot']>;
export type Candidate = Ballot['candidates'][number];
export type Tally = NonNullable<Ballot['result']>[number];
export type NextStep = NonNullable<Board['nextStep']>;
export type DisplaySettings = Board['displays'][number];
