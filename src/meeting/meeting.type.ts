import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PageInfo } from '../connection.js';
import { Node } from '../node.type.js';

export const Language = { ZH: 'ZH', EN: 'EN' } as const;
export type Language = keyof typeof Language;
registerEnumType(Language, {
  name: 'Language',
  description: 'The language of a meeting: the one its texts are written in, and that of the board’s own words.',
  valuesConfig: { ZH: { description: 'Chinese (zh-CN).' }, EN: { description: 'English.' } },
});

export const MeetingFormat = { ONE_BY_ONE: 'ONE_BY_ONE', BLOCK: 'BLOCK' } as const;
export type MeetingFormat = keyof typeof MeetingFormat;
registerEnumType(MeetingFormat, {
  name: 'MeetingFormat',
  description: 'How statements and comments follow each other.',
  valuesConfig: {
    ONE_BY_ONE: {
      description: 'One statement, one comment (一述一评): a comment follows each statement before the next.',
    },
    BLOCK: { description: 'All statements first, then the comments.' },
  },
});

export const Visibility = { PUBLIC: 'PUBLIC', ROOM: 'ROOM', PRIVATE: 'PRIVATE' } as const;
export type Visibility = keyof typeof Visibility;
registerEnumType(Visibility, {
  name: 'Visibility',
  description: 'Who may see a meeting once it is no DRAFT. Whoever prepares and runs it always does.',
  valuesConfig: {
    PUBLIC: { description: 'Everybody, signed in or not.' },
    ROOM: { description: 'Its participants and its displays.' },
    PRIVATE: { description: 'Nobody else until it is opened; from then on its participants and its displays.' },
  },
});

export const MeetingStatus = {
  DRAFT: 'DRAFT',
  SCHEDULED: 'SCHEDULED',
  LIVE: 'LIVE',
  PAUSED: 'PAUSED',
  CLOSED: 'CLOSED',
  ARCHIVED: 'ARCHIVED',
} as const;
export type MeetingStatus = keyof typeof MeetingStatus;
registerEnumType(MeetingStatus, {
  name: 'MeetingStatus',
  description: 'Where a meeting is in its course: DRAFT → SCHEDULED → LIVE ⇄ PAUSED → CLOSED → ARCHIVED.',
  valuesConfig: {
    DRAFT: { description: 'Being prepared; can still be changed and deleted as a whole.' },
    SCHEDULED: { description: 'Ready to be opened; boards show the standby page.' },
    LIVE: { description: 'Running: items can be called.' },
    PAUSED: { description: 'In an intermission; a running turn is paused with it.' },
    CLOSED: { description: 'Over; posted comments can still be corrected or retracted.' },
    ARCHIVED: { description: 'Kept for good; nothing changes any more.' },
  },
});

@ObjectType({
  implements: Node,
  description: 'One review meeting (会议): who states, who comments, in which order, and how far it has come.',
})
export class Meeting extends Node {
  @Field(() => String, { description: 'Title, as shown on the board’s banner.' })
  title!: string;

  @Field(() => String, { description: 'Review period, in the organisation’s own words, such as "2021".' })
  period!: string;

  @Field(() => Date, { description: 'Planned start.' })
  startsAt!: Date;

  @Field(() => String, {
    description: 'IANA time zone in which the meeting’s times are shown, such as "Asia/Shanghai".',
  })
  timeZone!: string;

  @Field(() => String, { description: 'Where it is held; may be empty.' })
  venue!: string;

  @Field(() => Language, { description: 'Language of the meeting’s texts and of the board’s words.' })
  language!: Language;

  @Field(() => MeetingFormat, { description: 'ONE_BY_ONE or BLOCK.' })
  format!: MeetingFormat;

  @Field(() => Visibility, { description: 'Who may see it.' })
  visibility!: Visibility;

  @Field(() => Int, {
    nullable: true,
    description: 'How many of the expected must be present (法定人数); null: no quorum is set.',
  })
  quorum!: number | null;

  @Field(() => MeetingStatus, { description: 'Where the meeting is in its course.' })
  status!: MeetingStatus;

  @Field(() => Int, { description: 'Seconds planned for a turn where the agenda item sets none.' })
  plannedSeconds!: number;

  @Field(() => Int, { description: 'The countdown warns when this many seconds are left.' })
  warningSeconds!: number;

  @Field(() => Date, { nullable: true, description: 'When it was opened; null before.' })
  openedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'Since when it is PAUSED; null otherwise.' })
  pausedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'While PAUSED: the announced time of return, if any.' })
  returnsAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was closed; null before.' })
  closedAt!: Date | null;

  @Field(() => Int, {
    description:
      'Number of the newest journal entry. Grows by one with every change that the room can see; send it back as `expectedSeq`.',
  })
  seq!: number;

  @Field(() => ID, {
    description:
      'Says which journal `seq` numbers. It changes when a backup is restored and when the meeting is archived; the cursor of a follower is (epoch, seq).',
  })
  epoch!: string;
}

@InputType({ description: 'What is needed to create a meeting.' })
export class CreateMeetingInput {
  @Field(() => ID, { description: 'Id of the organization that holds the meeting.' })
  organizationId!: string;

  @Field(() => String, { description: 'Title, 1 to 200 characters.' })
  title!: string;

  @Field(() => String, { description: 'Review period, 1 to 50 characters, such as "2021".' })
  period!: string;

  @Field(() => Date, { description: 'Planned start.' })
  startsAt!: Date;

  @Field(() => String, { description: 'IANA time zone, such as "Asia/Shanghai".' })
  timeZone!: string;

  @Field(() => String, { defaultValue: '', description: 'Venue, up to 200 characters.' })
  venue!: string;

  @Field(() => Language, {
    defaultValue: 'ZH',
    description: 'Language of the meeting’s texts and of the board’s words.',
  })
  language!: Language;

  @Field(() => MeetingFormat, { defaultValue: 'ONE_BY_ONE', description: 'ONE_BY_ONE or BLOCK.' })
  format!: MeetingFormat;

  @Field(() => Visibility, { defaultValue: 'ROOM', description: 'Who may see it.' })
  visibility?: Visibility;

  @Field(() => Int, { nullable: true, description: 'How many must be present, 1 to 100000; null or 0: no quorum.' })
  quorum?: number | null;

  @Field(() => Int, { defaultValue: 480, description: 'Seconds planned for a turn, 10 to 14400; 480 is usual.' })
  plannedSeconds!: number;

  @Field(() => Int, { defaultValue: 60, description: 'Warn when this many seconds are left, 0 to 3600.' })
  warningSeconds!: number;
}

@InputType({ description: 'What changes in a meeting; a field left out or null stays as it is.' })
export class UpdateMeetingInput {
  @Field(() => ID, { nullable: true, description: 'Id of the organization that holds the meeting.' })
  organizationId?: string | null;

  @Field(() => String, { nullable: true, description: 'Title, 1 to 200 characters.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Review period, 1 to 50 characters.' })
  period?: string | null;

  @Field(() => Date, { nullable: true, description: 'Planned start.' })
  startsAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'IANA time zone.' })
  timeZone?: string | null;

  @Field(() => String, { nullable: true, description: 'Venue, up to 200 characters.' })
  venue?: string | null;

  @Field(() => Language, { nullable: true, description: 'Language of the meeting’s texts and of the board’s words.' })
  language?: Language | null;

  @Field(() => MeetingFormat, { nullable: true, description: 'ONE_BY_ONE or BLOCK.' })
  format?: MeetingFormat | null;

  @Field(() => Visibility, { nullable: true, description: 'Who may see it.' })
  visibility?: Visibility | null;

  @Field(() => Int, { nullable: true, description: 'How many must be present, 1 to 100000; 0 takes the quorum away.' })
  quorum?: number | null;

  @Field(() => Int, { nullable: true, description: 'Seconds planned for a turn, 10 to 14400.' })
  plannedSeconds?: number | null;

  @Field(() => Int, { nullable: true, description: 'Warn when this many seconds are left, 0 to 3600.' })
  warningSeconds?: number | null;
}

@InputType({ description: 'Which meetings to list; every field given must fit.' })
export class MeetingFilter {
  @Field(() => [MeetingStatus], { nullable: true, description: 'One of these statuses.' })
  status?: MeetingStatus[] | null;

  @Field(() => String, { nullable: true, description: 'Exactly this review period.' })
  period?: string | null;

  @Field(() => ID, { nullable: true, description: 'Held by this organization.' })
  organizationId?: string | null;

  @Field(() => String, { nullable: true, description: 'Title or venue contains this text, in any case.' })
  text?: string | null;
}

@ObjectType({ description: 'One meeting in a list.' })
export class MeetingEdge {
  @Field(() => String, { description: 'Cursor of this meeting.' })
  cursor!: string;

  @Field(() => Meeting, { description: 'The meeting.' })
  node!: Meeting;
}

@ObjectType({ description: 'A page of meetings.' })
export class MeetingConnection {
  @Field(() => [MeetingEdge], { description: 'The meetings of this page.' })
  edges!: MeetingEdge[];

  @Field(() => PageInfo, { description: 'Where the page stands.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are in all.' })
  totalCount!: number;
}
