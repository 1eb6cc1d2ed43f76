import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType({ description: 'Anything that can be read again by its id with `node(id)`.' })
export abstract class Node {
  @Field(() => ID, { description: 'Id, unique among all kinds of things (a UUID).' })
  id!: string;
}
