import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'A screen (显示屏) paired with one meeting: it may see what the room sees, and nothing else.',
})
export class Display {
  @Field(() => ID, { description: 'Id of the display.' })
  id!: string;

  @Field(() => String, { description: 'What the operator calls it, such as where it hangs.' })
  name!: string;

  @Field(() => Date, { description: 'When it was confirmed.' })
  pairedAt!: Date;
}
