import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../node.type.js';

export const Reveal = { IMMEDIATE: 'IMMEDIATE', DEFERRED: 'DEFERRED', SEALED: 'SEALED' } as const;
export type Reveal = keyof typeof Reveal;
registerEnumType(Reveal, {
  name: 'Reveal',
  description: 'When the room sees a ballot’s result; never before it is counted to the last candidate.',
  valuesConfig: {
    IMMEDIATE: { description: 'As soon as it is closed and counted (当场公布).' },
    DEFERRED: { description: 'When whoever runs the meeting reveals it (择时公布).' },
    SEALED: { description: 'Never (不公布).' },
  },
});

@ObjectType({ description: 'A level of a ballot’s scale.' })
export class BallotLevel {
  @Field(() => String, { description: 'What it is called, as on the sheet.' })
  label!: string;

  @Field(() => Int, { description: 'What it is worth, 0 to 100.' })
  value!: number;
}

@InputType({ description: 'A level of a ballot’s scale.' })
export class BallotLevelInput {
  @Field(() => String, { description: 'What it is called, 1 to 20 characters.' })
  label!: string;

  @Field(() => Int, { description: 'What it is worth, 0 to 100.' })
  value!: number;
}

@InputType({ description: 'How a ballot on paper is held.' })
export class OpenBallotInput {
  @Field(() => [BallotLevelInput], {
    nullable: true,
    description:
      'Its scale: 3 to 5 levels from the best to the worst. Null: 好, 较好, 一般, 差, or Excellent, Good, Fair, Poor, by the meeting’s language.',
  })
  levels?: BallotLevelInput[] | null;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether one may abstain (弃权); a blank row does.' })
  abstentionsAllowed!: boolean;

  @Field(() => Reveal, { defaultValue: Reveal.DEFERRED, description: 'When the room sees the result.' })
  reveal!: Reveal;

  @Field(() => Int, {
    nullable: true,
    description: 'Minutes until it is to close, 1 to 240, as announced; nothing closes by itself. Null: not announced.',
  })
  minutes?: number | null;

  @Field(() => Int, { description: 'How many sheets were issued (发出), 1 to 100000.' })
  issued!: number;
}

@InputType({ description: 'The sheets of a round as they are known to whoever reports of them.' })
export class ExpectedSheetsInput {
  @Field(() => Boolean, { description: 'Whether the ballot is open.' })
  isOpen!: boolean;

  @Field(() => Int, { nullable: true, description: 'Sheets issued; null or left out: however many.' })
  issued?: number | null;

  @Field(() => Int, { nullable: true, description: 'Sheets cast, or collected; null or left out: however many.' })
  cast?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Void sheets; null: not counted yet; left out: however many, if any.',
  })
  void?: number | null;
}

@ObjectType({ description: 'What was counted for one candidate of a ballot.' })
export class BallotTally {
  @Field(() => Int, { description: 'Number of the candidate on the sheet, counted from 1.' })
  number!: number;

  @Field(() => [Int], { nullable: true, description: 'Marks at each level, in their order; null: not counted yet.' })
  counts!: number[] | null;

  @Field(() => Int, { nullable: true, description: 'Abstentions, blank rows among them; null: not counted yet.' })
  abstentions!: number | null;
}

@ObjectType({
  implements: Node,
  description: 'One round of a ballot (民主测评) on paper: one sheet lists all candidates, and tellers count it.',
})
export class Ballot extends Node {
  @Field(() => Int, { description: 'Number of the round, counted from 1; a void one is held again.' })
  round!: number;

  @Field(() => [BallotLevel], { description: 'The scale, from the best level to the worst.' })
  levels!: BallotLevel[];

  @Field(() => Boolean, { description: 'Whether one may abstain (弃权).' })
  abstentionsAllowed!: boolean;

  @Field(() => Reveal, { description: 'When the room sees the result.' })
  reveal!: Reveal;

  @Field(() => Date, { description: 'When it was opened.' })
  openedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it is to close, as announced; null: not announced.' })
  closesAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was closed; null while it is open.' })
  closedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When its result was revealed; null before.' })
  revealedAt!: Date | null;

  @Field(() => Int, { description: 'Sheets issued (发出).' })
  issued!: number;

  @Field(() => Int, { description: 'Sheets cast; once it is closed, those collected (收回).' })
  cast!: number;

  @Field(() => Int, { nullable: true, description: 'Void sheets among them (无效); null: not counted yet.' })
  void!: number | null;
}
