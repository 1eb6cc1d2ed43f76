import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Aspect } from '../appraisal/comment.type.js';
import { Language, MeetingFormat, MeetingStatus } from '../meeting/meeting.type.js';
import { Attendance } from '../people/presence.type.js';
import { BoardBallot } from './ballot.type.js';
import { BoardItem, BoardPerson, BoardStep } from './item.type.js';
import { BoardDisplay } from './settings.type.js';

export const BoardState = {
  STANDBY: 'STANDBY',
  AGENDA: 'AGENDA',
  STATEMENT: 'STATEMENT',
  COMMENT: 'COMMENT',
  WRITTEN_STATEMENTS: 'WRITTEN_STATEMENTS',
  BALLOT_OPEN: 'BALLOT_OPEN',
  BALLOT_CLOSED: 'BALLOT_CLOSED',
  BALLOT_RESULT: 'BALLOT_RESULT',
  REQUIREMENTS: 'REQUIREMENTS',
  INTERMISSION: 'INTERMISSION',
  CLOSED: 'CLOSED',
} as const;
export type BoardState = keyof typeof BoardState;
registerEnumType(BoardState, {
  name: 'BoardState',
  description: 'What the board shows; each state has a layout of its own.',
  valuesConfig: {
    STANDBY: { description: 'Before the opening (待机).' },
    AGENDA: { description: 'The agenda, with the current item if there is one.' },
    STATEMENT: { description: 'A speaker has the floor (述职中).' },
    COMMENT: { description: 'A statement is being commented on (点评).' },
    WRITTEN_STATEMENTS: { description: 'The written statements are being dealt with (书面述职).' },
    BALLOT_OPEN: { description: 'A ballot is open: how many sheets were cast, and never more (测评中).' },
    BALLOT_CLOSED: { description: 'A ballot is closed: being counted, sealed, or void (计票).' },
    BALLOT_RESULT: { description: 'The result of a ballot (测评结果).' },
    REQUIREMENTS: { description: 'The requirements, revealed one by one (要求).' },
    INTERMISSION: { description: 'A break (休会).' },
    CLOSED: { description: 'The meeting is over.' },
  },
});

@ObjectType({ description: 'A turn’s time: elapsed = (endedAt ?? pausedAt ?? now) − startedAt − pausedMilliseconds.' })
export class BoardTurn {
  @Field(() => Int, { description: 'Number of the turn, counted from 1; 2 and more: the speaker was called again.' })
  number!: number;

  @Field(() => Int, { description: 'Seconds planned, extensions included.' })
  plannedSeconds!: number;

  @Field(() => Int, { description: 'The countdown warns when this many seconds are left.' })
  warningSeconds!: number;

  @Field(() => Date, { description: 'When it began.' })
  startedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'Since when it is paused; null if it is not.' })
  pausedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it ended; null while it runs.' })
  endedAt!: Date | null;

  @Field(() => Float, { description: 'Milliseconds of the pauses that are over.' })
  pausedMilliseconds!: number;

  @Field(() => Float, { description: 'Milliseconds of the speaker’s earlier turns, added up.' })
  earlierMilliseconds!: number;
}

@ObjectType({ description: 'A statement as the board shows it.' })
export class BoardStatement {
  @Field(() => ID, { description: 'Id of the statement.' })
  id!: string;

  @Field(() => Int, { description: 'Its number among the statements of its mode, in the order of the agenda, from 1.' })
  number!: number;

  @Field(() => Int, { description: 'How many statements of its mode there are.' })
  total!: number;

  @Field(() => BoardPerson, { description: 'Who makes it.' })
  speaker!: BoardPerson;

  @Field(() => BoardTurn, { nullable: true, description: 'Its newest turn; null for a written statement.' })
  turn!: BoardTurn | null;

  @Field(() => BoardPerson, { nullable: true, description: 'Who speaks next; null after the last.' })
  next!: BoardPerson | null;
}

@ObjectType({ description: 'A posted comment as the board shows it.' })
export class BoardComment {
  @Field(() => ID, { description: 'Id of the comment.' })
  id!: string;

  @Field(() => ID, { description: 'Id of the statement it is on.' })
  statementId!: string;

  @Field(() => String, { description: 'The text.' })
  body!: string;

  @Field(() => Aspect, { nullable: true, description: 'What it speaks of; null: unmarked.' })
  aspect!: Aspect | null;

  @Field(() => Boolean, { description: 'Whether it was corrected after it was posted (更正).' })
  isCorrected!: boolean;

  @Field(() => Date, { description: 'When it was posted.' })
  postedAt!: Date;

  @Field(() => BoardPerson, { description: 'Who comments.' })
  author!: BoardPerson;
}

@ObjectType({ description: 'A revealed requirement as the board shows it.' })
export class BoardRequirement {
  @Field(() => Int, { description: 'Number, counted from 1.' })
  number!: number;

  @Field(() => String, { description: 'Heading.' })
  heading!: string;

  @Field(() => String, { description: 'What it says in full; may be empty.' })
  body!: string;
}

@ObjectType({ description: 'A break as the board shows it.' })
export class BoardIntermission {
  @Field(() => String, { description: 'Title of the agenda item; empty for a break that is not on the agenda.' })
  title!: string;

  @Field(() => Date, { description: 'Since when.' })
  since!: Date;

  @Field(() => Date, { nullable: true, description: 'Announced time of return, if any.' })
  returnsAt!: Date | null;
}

@ObjectType({
  description: 'What the room sees (大屏): a whole state, never a difference. The newest one is all a display needs.',
})
export class Board {
  @Field(() => ID, { description: 'Id of the meeting.' })
  meetingId!: string;

  @Field(() => Int, { description: 'The meeting’s seq that this board shows. A display drops what is not newer.' })
  seq!: number;

  @Field(() => ID, { description: 'The epoch of that seq: in another one, the numbers are those of another journal.' })
  epoch!: string;

  @Field(() => BoardState, { description: 'Which layout to show.' })
  state!: BoardState;

  @Field(() => Language, { description: 'Language of the meeting, and of the board’s own words.' })
  language!: Language;

  @Field(() => MeetingStatus, { description: 'Status of the meeting.' })
  status!: MeetingStatus;

  @Field(() => String, { description: 'Title of the meeting.' })
  title!: string;

  @Field(() => String, { description: 'Review period.' })
  period!: string;

  @Field(() => String, { description: 'Name of the unit that holds the meeting.' })
  organization!: string;

  @Field(() => String, { description: 'Venue; may be empty.' })
  venue!: string;

  @Field(() => Date, { description: 'Planned start.' })
  startsAt!: Date;

  @Field(() => String, { description: 'IANA time zone in which clock times are shown.' })
  timeZone!: string;

  @Field(() => MeetingFormat, { description: 'ONE_BY_ONE or BLOCK.' })
  format!: MeetingFormat;

  @Field(() => [BoardPerson], { description: 'Who chairs.' })
  hosts!: BoardPerson[];

  @Field(() => [BoardPerson], { description: 'Who comments.' })
  commenters!: BoardPerson[];

  @Field(() => Attendance, { description: 'How many have come.' })
  attendance!: Attendance;

  @Field(() => [BoardItem], { description: 'The whole agenda in order.' })
  agenda!: BoardItem[];

  @Field(() => BoardItem, { nullable: true, description: 'The item being dealt with, if any.' })
  current!: BoardItem | null;

  @Field(() => BoardStatement, { nullable: true, description: 'In STATEMENT and COMMENT: the statement.' })
  statement!: BoardStatement | null;

  @Field(() => [BoardStatement], { description: 'In WRITTEN_STATEMENTS: the written statements.' })
  written!: BoardStatement[];

  @Field(() => [BoardComment], {
    description: 'The comments posted on what is shown, newest last. Never a retracted one.',
  })
  comments!: BoardComment[];

  @Field(() => BoardBallot, {
    nullable: true,
    description: 'In BALLOT_OPEN, BALLOT_CLOSED and BALLOT_RESULT: the newest round of the ballot.',
  })
  ballot!: BoardBallot | null;

  @Field(() => [BoardRequirement], { description: 'The requirements revealed so far.' })
  requirements!: BoardRequirement[];

  @Field(() => BoardIntermission, { nullable: true, description: 'In INTERMISSION: the break.' })
  intermission!: BoardIntermission | null;

  @Field(() => Boolean, {
    description:
      'Whether the screens in the room are black, whatever the state; on the rostrum they go on, and say so.',
  })
  isBlackedOut!: boolean;

  @Field(() => String, { nullable: true, description: 'A short message of the operator over any state; null: none.' })
  message!: string | null;

  @Field(() => [BoardDisplay], { description: 'How each display of the meeting is set.' })
  displays!: BoardDisplay[];

  @Field(() => String, {
    nullable: true,
    description:
      'The chair’s notes on the current item, or on the next one while none is current; null once the meeting is closed, and for whoever may not see them (AgendaItem.notes).',
  })
  notes!: string | null;

  @Field(() => BoardStep, {
    nullable: true,
    description:
      'What one press of “next” does; null once the meeting is closed, and for whoever neither runs the meeting nor comments, but for displays on the rostrum.',
  })
  nextStep!: BoardStep | null;
}
