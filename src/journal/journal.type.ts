import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type EntryType, entryTypes, quiet, steps } from './entry.js';

const EntryTypes = Object.fromEntries(entryTypes.map((type) => [type, type])) as { [T in EntryType]: T };
registerEnumType(EntryTypes, {
  name: 'EntryType',
  description: 'What a journal entry says has happened.',
  valuesConfig: {
    MeetingCreated: { description: 'The meeting was created as a DRAFT.' },
    MeetingUpdated: { description: 'The meeting’s own fields were changed.' },
    MeetingScheduled: { description: 'It became SCHEDULED.' },
    MeetingUnscheduled: { description: 'It went back to DRAFT.' },
    MeetingOpened: { description: 'It became LIVE. A step.' },
    MeetingPaused: { description: 'An intermission began. A step.' },
    MeetingResumed: { description: 'The intermission ended. A step.' },
    MeetingClosed: { description: 'It was closed. A step.' },
    MeetingArchived: { description: 'It was archived.' },
    AgendaPlanned: { description: 'The agenda was planned in one step, with the participants that it named.' },
    ItemAdded: { description: 'An agenda item was added.' },
    ItemUpdated: { description: 'An agenda item was changed.' },
    ItemMoved: { description: 'An agenda item was moved.' },
    ItemDropped: { description: 'An agenda item was dropped.' },
    ItemCalled: { description: 'An item was called; with `turn`, its speaker was given the floor. A step.' },
    ItemEnded: { description: 'The current item was ended. A step.' },
    ItemSkipped: { description: 'An item was skipped. A step.' },
    StatementAdded: { description: 'A written statement was added.' },
    StatementWritten: { description: 'A statement’s text was handed in or replaced.' },
    StatementDropped: { description: 'A written statement was taken back.' },
    StatementEnded: { description: 'The speaker has finished. A step.' },
    TurnPaused: { description: 'The turn’s clock was stopped. A step.' },
    TurnResumed: { description: 'The turn’s clock goes on. A step.' },
    TurnExtended: { description: 'The turn was given more or less time. A step.' },
    CommentStarted: { description: 'BLOCK format: a heard statement was put up for its comment. A step.' },
    CommentSkipped: { description: 'The meeting went on without a comment. A step.' },
    CommentPosted: { description: 'A comment was posted.' },
    CommentCorrected: { description: 'A posted comment was corrected.' },
    CommentRetracted: { description: 'A posted comment was retracted.' },
    RequirementAdded: { description: 'A requirement was added.' },
    RequirementUpdated: { description: 'An unrevealed requirement was changed.' },
    RequirementDropped: { description: 'An unrevealed requirement was dropped.' },
    RequirementRevealed: { description: 'The next requirement was revealed. A step.' },
    BallotOpened: { description: 'A round of a ballot was opened. A step.' },
    TurnoutReported: {
      description:
        'The sheets that were issued, cast or void were counted again; the round may have turned out void, or not to be.',
    },
    BallotClosed: { description: 'The ballot was closed; it is counted now. A step.' },
    BallotVoided: {
      description: 'The ballot was closed with more sheets collected than issued: the round is void. A step.',
    },
    TallyRecorded: { description: 'A candidate of the ballot was counted; the result is not told yet.' },
    ResultRevealed: { description: 'The result of the ballot was revealed to the room. A step.' },
    ParticipantAdded: { description: 'A participant was added.' },
    ParticipantUpdated: { description: 'A participant was changed.' },
    ParticipantRemoved: { description: 'A participant was removed.' },
    ParticipantSignedIn: { description: 'A participant signed in (签到), or came back (返回).' },
    ParticipantLeft: { description: 'A participant left early (中途离会).' },
    PeopleUpdated: { description: 'The name, post or unit of somebody in the meeting was changed.' },
    BoardBlackedOut: { description: 'The screens in the room were made black.' },
    BoardLit: { description: 'The screens in the room show the board again.' },
    MessageShown: { description: 'A short message of the operator was put over the board.' },
    MessageWithdrawn: { description: 'The operator’s message was taken away.' },
    DisplayUpdated: { description: 'A display was confirmed, set otherwise or revoked.' },
    StepUndone: { description: `A step was taken back; \`undoneSeq\` says which. Steps are: ${steps.join(', ')}.` },
  },
});

@ObjectType({
  description:
    'One thing that happened in a meeting. Entries are numbered 1, 2, 3 … without holes and never change. They name what they are about; its fields are read as it stands now.',
})
export class JournalEntry {
  @Field(() => ID, { description: 'Id of the meeting.' })
  meetingId!: string;

  @Field(() => Int, { description: 'Number of the entry in its meeting.' })
  seq!: number;

  @Field(() => ID, { description: 'Epoch of that seq; the cursor of a follower is (epoch, seq).' })
  epoch!: string;

  @Field(() => EntryTypes, { description: 'What happened.' })
  type!: EntryType;

  @Field(() => Date, { description: 'When, by the server’s clock; later than the entry before.' })
  at!: Date;
}

@ObjectType({ description: 'A stretch of a meeting’s journal.' })
export class JournalPage {
  @Field(() => [JournalEntry], { description: 'Entries after the cursor, oldest first.' })
  entries!: JournalEntry[];

  @Field(() => ID, { description: 'The epoch of the journal.' })
  epoch!: string;

  @Field(() => Boolean, { description: 'Whether there are more after the last one here.' })
  hasMore!: boolean;
}

@ObjectType({ description: 'The answer to a command. A repeated `idempotencyKey` gets the first answer again.' })
export class Receipt {
  @Field(() => ID, { description: 'Id of the meeting.' })
  meetingId!: string;

  @Field(() => Int, { description: 'The meeting’s seq after the command; send it as `expectedSeq` with the next one.' })
  seq!: number;

  @Field(() => EntryTypes, {
    nullable: true,
    description: 'The journal entry’s type; null if the room sees no change (drafts, deletion).',
  })
  type!: EntryType | null;

  @Field(() => Date, { description: 'When it was done, by the server’s clock.' })
  at!: Date;

  @Field(() => ID, { description: 'Id of what was made or changed.' })
  subjectId!: string;
}

/** What is told of an entry where only those of one kind are followed. */
@ObjectType()
export abstract class Happening {
  @Field(() => Int, { description: 'Seq of the entry; send it as `after` to resume.' })
  seq!: number;

  @Field(() => ID, { description: 'Epoch of that seq; send it as `epoch` to resume.' })
  epoch!: string;

  @Field(() => Date, { description: 'When.' })
  at!: Date;
}

/** What is to be said by whoever follows those. */
@ArgsType()
export class FollowArgs {
  @Field(() => ID, { description: 'Id of the meeting.' })
  meetingId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Begin after this seq; 0: from the beginning; null: only new ones.',
  })
  after?: number | null;

  @Field(() => ID, { nullable: true, description: 'Epoch of that seq; null: the present one.' })
  epoch?: string | null;
}

/** What every command takes. */
@ArgsType()
export class CommandArgs {
  @Field(() => ID, { description: 'Id of the meeting.' })
  meetingId!: string;

  @Field(() => Int, {
    nullable: true,
    description: `Do it only if the meeting is at this seq, or nothing but ${quiet.join(', ')} has happened since; otherwise CONFLICT with the present seq, and nothing changes.`,
  })
  expectedSeq?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A key of your own choice (a UUID, 1 to 200 characters). Sent again with the same command, it changes nothing and gets the first answer.',
  })
  idempotencyKey?: string | null;
}
