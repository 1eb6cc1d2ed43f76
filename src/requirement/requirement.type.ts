import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Node } from '../node.type.js';

@ObjectType({ implements: Node, description: 'One of the chair’s numbered requirements (要求).' })
export class Requirement extends Node {
  @Field(() => Int, { description: 'Number, counted from 1 (一、二、三、四 on a Chinese board).' })
  number!: number;

  @Field(() => String, { description: 'Heading.' })
  heading!: string;

  @Field(() => String, { description: 'What it says in full; may be empty.' })
  body!: string;

  @Field(() => Date, { nullable: true, description: 'When it was revealed to the room; null before.' })
  revealedAt!: Date | null;
}

@InputType({ description: 'A requirement to add, or what an unrevealed one becomes.' })
export class RequirementInput {
  @Field(() => String, { description: 'Heading, 1 to 200 characters.' })
  heading!: string;

  @Field(() => String, { defaultValue: '', description: 'What it says in full, up to 5000 characters.' })
  body!: string;
}
