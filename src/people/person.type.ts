import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../connection.js';
import { Node } from '../node.type.js';

@ObjectType({ implements: Node, description: 'A person (人员) with a post (职务) in a unit.' })
export class Person extends Node {
  @Field(() => String, { description: 'Name, as shown on the board.' })
  name!: string;

  @Field(() => String, { description: 'Post (职务); may be empty.' })
  post!: string;
}

@InputType({ description: 'A person to create, or what a person becomes.' })
export class PersonInput {
  @Field(() => String, { description: 'Name, 1 to 100 characters.' })
  name!: string;

  @Field(() => String, { defaultValue: '', description: 'Post, up to 100 characters.' })
  post!: string;

  @Field(() => ID, { description: 'Id of the person’s organization.' })
  organizationId!: string;
}

@ObjectType({ description: 'One person in a list.' })
export class PersonEdge {
  @Field(() => String, { description: 'Cursor of this person.' })
  cursor!: string;

  @Field(() => Person, { description: 'The person.' })
  node!: Person;
}

@ObjectType({ description: 'A page of persons.' })
export class PersonConnection {
  @Field(() => [PersonEdge], { description: 'The persons of this page.' })
  edges!: PersonEdge[];

  @Field(() => PageInfo, { description: 'Where the page stands.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are in all.' })
  totalCount!: number;
}
