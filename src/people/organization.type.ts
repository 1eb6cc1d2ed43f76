import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../connection.js';
import { Node } from '../node.type.js';

@ObjectType({ implements: Node, description: 'A unit (单位); units form a tree.' })
export class Organization extends Node {
  @Field(() => String, { description: 'Name of the unit.' })
  name!: string;

  @Field(() => ID, { nullable: true, description: 'Id of the unit above; null at the top.' })
  parentId!: string | null;
}

@InputType({ description: 'A unit to create.' })
export class OrganizationInput {
  @Field(() => String, { description: 'Name, 1 to 100 characters.' })
  name!: string;

  @Field(() => ID, { nullable: true, description: 'Id of the unit above; null at the top.' })
  parentId?: string | null;
}

@ObjectType({ description: 'One organization in a list.' })
export class OrganizationEdge {
  @Field(() => String, { description: 'Cursor of this organization.' })
  cursor!: string;

  @Field(() => Organization, { description: 'The organization.' })
  node!: Organization;
}

@ObjectType({ description: 'A page of organizations.' })
export class OrganizationConnection {
  @Field(() => [OrganizationEdge], { description: 'The organizations of this page.' })
  edges!: OrganizationEdge[];

  @Field(() => PageInfo, { description: 'Where the page stands.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are in all.' })
  totalCount!: number;
}
