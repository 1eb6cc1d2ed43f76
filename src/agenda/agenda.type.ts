import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../node.type.js';

export const ItemKind = {
  OPENING: 'OPENING',
  STATEMENT: 'STATEMENT',
  WRITTEN_STATEMENTS: 'WRITTEN_STATEMENTS',
  BALLOT: 'BALLOT',
  REMARKS: 'REMARKS',
  REQUIREMENTS: 'REQUIREMENTS',
  INTERMISSION: 'INTERMISSION',
  CLOSING: 'CLOSING',
} as const;
export type ItemKind = keyof typeof ItemKind;
registerEnumType(ItemKind, {
  name: 'ItemKind',
  description: 'What an agenda item is.',
  valuesConfig: {
    OPENING: { description: 'Opening of the meeting.' },
    STATEMENT: { description: 'One speaker’s on-site statement and the comment on it.' },
    WRITTEN_STATEMENTS: { description: 'Statements handed in on paper, and the comments on them.' },
    BALLOT: { description: 'Grading of the speakers (民主测评).' },
    REMARKS: { description: 'Remarks by a guest or leader.' },
    REQUIREMENTS: { description: 'The chair’s numbered requirements, revealed one by one.' },
    INTERMISSION: { description: 'A planned break; `plannedSeconds` gives the time of return.' },
    CLOSING: { description: 'Closing of the meeting.' },
  },
});

export const ItemStatus = { PENDING: 'PENDING', CURRENT: 'CURRENT', DONE: 'DONE', SKIPPED: 'SKIPPED' } as const;
export type ItemStatus = keyof typeof ItemStatus;
registerEnumType(ItemStatus, {
  name: 'ItemStatus',
  description: 'How far an agenda item is.',
  valuesConfig: {
    PENDING: { description: 'Not called yet.' },
    CURRENT: { description: 'Being dealt with; at most one item of a meeting is.' },
    DONE: { description: 'Dealt with.' },
    SKIPPED: { description: 'Skipped with a reason; can be called later.' },
  },
});

@ObjectType({ implements: Node, description: 'One item of a meeting’s agenda (议程).' })
export class AgendaItem extends Node {
  @Field(() => Int, { description: 'Place in the agenda, counted from 1.' })
  position!: number;

  @Field(() => ItemKind, { description: 'What the item is.' })
  kind!: ItemKind;

  @Field(() => String, { description: 'Title, as shown on the board.' })
  title!: string;

  @Field(() => ItemStatus, { description: 'How far the item is.' })
  status!: ItemStatus;

  @Field(() => Int, {
    nullable: true,
    description: 'Seconds planned for this item; null: the meeting’s own setting for a statement, none for others.',
  })
  plannedSeconds!: number | null;

  @Field(() => Date, { nullable: true, description: 'When it was last called.' })
  calledAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it last ended.' })
  endedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was skipped, while it is SKIPPED.' })
  skipReason!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What the chair means to say (主持词); may be empty. Null for whoever neither runs the meeting nor comments, but for displays on the rostrum.',
  })
  notes!: string | null;
}

@InputType({ description: 'An agenda item to add.' })
export class AgendaItemInput {
  @Field(() => ItemKind, { description: 'What the item is.' })
  kind!: ItemKind;

  @Field(() => String, { description: 'Title, 1 to 200 characters.' })
  title!: string;

  @Field(() => Int, { nullable: true, description: 'Seconds planned, 10 to 14400; null: the meeting’s own setting.' })
  plannedSeconds?: number | null;

  @Field(() => ID, { nullable: true, description: 'For kind STATEMENT, and only there: the participant who speaks.' })
  speakerId?: string | null;

  @Field(() => Int, { nullable: true, description: 'Place in the agenda, counted from 1; null: at the end.' })
  position?: number | null;

  @Field(() => String, { nullable: true, description: 'What the chair means to say, up to 2000 characters.' })
  notes?: string | null;
}

@InputType({ description: 'What changes in an agenda item that was not called yet; a field left out or null stays.' })
export class UpdateAgendaItemInput {
  @Field(() => String, { nullable: true, description: 'Title, 1 to 200 characters.' })
  title?: string | null;

  @Field(() => Int, { nullable: true, description: 'Seconds planned, 10 to 14400.' })
  plannedSeconds?: number | null;

  @Field(() => ID, { nullable: true, description: 'For kind STATEMENT: the participant who speaks.' })
  speakerId?: string | null;

  @Field(() => String, { nullable: true, description: 'What the chair means to say, up to 2000 characters.' })
  notes?: string | null;
}
