import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A person as the board names them.' })
export class BoardPerson {
  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, { description: 'Post (职务); may be empty.' })
  post!: string;

  @Field(() => String, { description: 'Name of the person’s unit.' })
  organization!: string;
}
