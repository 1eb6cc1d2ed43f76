import { Field, ID, ObjectType } from 'type-graphql';
import { DisplaySettings } from '../display/display.type.js';

@ObjectType({ description: 'How a display of the meeting is set; each finds its own by its id.' })
export class BoardDisplay extends DisplaySettings {
  @Field(() => ID, { description: 'Id of the display, as in `viewer.displayId`.' })
  id!: string;
}
