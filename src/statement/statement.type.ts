import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../node.type.js';

export const StatementMode = { ON_SITE: 'ON_SITE', WRITTEN: 'WRITTEN' } as const;
export type StatementMode = keyof typeof StatementMode;
registerEnumType(StatementMode, {
  name: 'StatementMode',
  description: 'How a statement is made.',
  valuesConfig: {
    ON_SITE: { description: 'Spoken at the meeting (现场).' },
    WRITTEN: { description: 'Handed in on paper (书面).' },
  },
});

export const StatementPhase = {
  WAITING: 'WAITING',
  STATEMENT: 'STATEMENT',
  HEARD: 'HEARD',
  COMMENT: 'COMMENT',
  DONE: 'DONE',
} as const;
export type StatementPhase = keyof typeof StatementPhase;
registerEnumType(StatementPhase, {
  name: 'StatementPhase',
  description: 'How far a statement is: WAITING → STATEMENT → (HEARD) → COMMENT → DONE.',
  valuesConfig: {
    WAITING: { description: 'Not made yet.' },
    STATEMENT: { description: 'The speaker has the floor.' },
    HEARD: { description: 'Made, its comment to come later (BLOCK format only).' },
    COMMENT: { description: 'Being commented on.' },
    DONE: { description: 'Made and commented on, or the comment was skipped.' },
  },
});

@ObjectType({ implements: Node, description: 'One speaker’s report (述职) at one meeting.' })
export class Statement extends Node {
  @Field(() => StatementMode, { description: 'On site or written.' })
  mode!: StatementMode;

  @Field(() => StatementPhase, { description: 'How far it is.' })
  phase!: StatementPhase;

  @Field(() => String, {
    nullable: true,
    description:
      'The text handed in; null if none was. Before the statement is made, null for all but its speaker, commenters and those who run the meeting.',
  })
  body!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was last heard to its end; null before.' })
  heardAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why the meeting went on without a comment, if it did.' })
  commentSkipReason!: string | null;
}

@ObjectType({
  description:
    'One time at the lectern. A speaker who is called again gets a further turn, whose time adds to the first.',
})
export class Turn {
  @Field(() => ID, { description: 'Id of the turn.' })
  id!: string;

  @Field(() => Int, { description: 'Number among the statement’s turns, counted from 1.' })
  number!: number;

  @Field(() => Int, { description: 'Seconds planned when the turn began.' })
  plannedSeconds!: number;

  @Field(() => Int, { description: 'Seconds added (or, if negative, taken) since.' })
  extendedSeconds!: number;

  @Field(() => Date, { description: 'When it began, by the server’s clock.' })
  startedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it ended; null while it runs.' })
  endedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'Since when it is paused; null if it is not.' })
  pausedAt!: Date | null;

  @Field(() => Float, { description: 'Milliseconds of the pauses that are over.' })
  pausedMilliseconds!: number;
}
