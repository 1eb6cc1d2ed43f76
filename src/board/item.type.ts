import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ItemKind, ItemStatus } from '../agenda/agenda.type.js';
import type { RefusalCode } from '../errors.js';
import { StepKind } from '../meeting/next.type.js';
import { RefusalCodes } from '../refusal.type.js';

@ObjectType({ description: 'A person as the board names them.' })
export class BoardPerson {
  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, { description: 'Post (职务); may be empty.' })
  post!: string;

  @Field(() => String, { description: 'Name of the person’s unit.' })
  organization!: string;
}

@ObjectType({ description: 'An agenda item as the board shows it.' })
export class BoardItem {
  @Field(() => ID, { description: 'Id of the agenda item.' })
  id!: string;

  @Field(() => Int, { description: 'Place in the agenda, counted from 1.' })
  position!: number;

  @Field(() => ItemKind, { description: 'What the item is.' })
  kind!: ItemKind;

  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => ItemStatus, { description: 'How far the item is.' })
  status!: ItemStatus;

  @Field(() => Int, { nullable: true, description: 'Seconds planned; for a statement those of its first turn.' })
  plannedSeconds!: number | null;

  @Field(() => BoardPerson, { nullable: true, description: 'Who speaks, for an on-site statement.' })
  speaker!: BoardPerson | null;
}

@ObjectType({ description: 'What one press of “next” does.' })
export class BoardStep {
  @Field(() => StepKind, { description: 'What it is, and by which command it is made.' })
  step!: StepKind;

  @Field(() => BoardItem, {
    nullable: true,
    description: 'The item that is called, or that the step is about; null where it is about the meeting.',
  })
  item!: BoardItem | null;

  @Field(() => ID, { nullable: true, description: 'The on-site statement that the step is about, if any.' })
  statementId!: string | null;

  @Field(() => Int, { nullable: true, description: 'For REVEAL_REQUIREMENT: the number that is revealed.' })
  requirementNumber!: number | null;

  @Field(() => RefusalCodes, {
    nullable: true,
    description:
      'How the command would be refused at this moment, such as COMMENT_MISSING; null: it would be accepted.',
  })
  obstacle!: RefusalCode | null;
}
