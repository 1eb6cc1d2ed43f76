import { Field, ID, Int, ObjectType } from 'type-graphql';
import { BallotLevel, Reveal } from '../ballot/ballot.type.js';
import { BoardPerson } from './item.type.js';

@ObjectType({ description: 'A candidate of a ballot as the board shows them.' })
export class BoardCandidate {
  @Field(() => ID, { description: 'Id of the candidate’s statement.' })
  statementId!: string;

  @Field(() => Int, { description: 'Number on the sheet, counted from 1.' })
  number!: number;

  @Field(() => BoardPerson, { description: 'Who it is.' })
  speaker!: BoardPerson;
}

@ObjectType({ description: 'A candidate’s result, once it is revealed.' })
export class BoardTally {
  @Field(() => ID, { description: 'Id of the candidate’s statement.' })
  statementId!: string;

  @Field(() => [Int], { description: 'Marks at each level, in the order of the levels.' })
  counts!: number[];

  @Field(() => Int, { description: 'Abstentions (弃权), blank rows among them.' })
  abstentions!: number;
}

@ObjectType({ description: 'The newest round of the ballot that is current. Never a partial result.' })
export class BoardBallot {
  @Field(() => ID, { description: 'Id of the ballot.' })
  id!: string;

  @Field(() => ID, { description: 'Id of its agenda item.' })
  itemId!: string;

  @Field(() => Int, { description: 'Number of the round, counted from 1; 2 and more: those before were void.' })
  round!: number;

  @Field(() => [BallotLevel], { description: 'The scale, from the best level to the worst.' })
  levels!: BallotLevel[];

  @Field(() => Boolean, { description: 'Whether one may abstain (弃权).' })
  abstentionsAllowed!: boolean;

  @Field(() => [BoardCandidate], { description: 'All candidates, in the order of the sheet.' })
  candidates!: BoardCandidate[];

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

  @Field(() => Int, { nullable: true, description: 'Valid sheets (有效); null until they are counted.' })
  valid!: number | null;

  @Field(() => Int, { nullable: true, description: 'Void sheets (无效); null until they are counted.' })
  void!: number | null;

  @Field(() => Boolean, { description: 'Whether the round is void: more sheets were collected than issued.' })
  isVoid!: boolean;

  @Field(() => Reveal, { description: 'When the room sees the result.' })
  reveal!: Reveal;

  @Field(() => [BoardTally], {
    nullable: true,
    description: 'The result, in the order of the candidates; null before it is revealed.',
  })
  result!: BoardTally[] | null;
}
