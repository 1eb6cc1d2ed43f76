import { Field, Float, ID, ObjectType } from 'type-graphql';
import { DisplayView, Theme } from '../display/display.type.js';
import { Language } from '../meeting/meeting.type.js';

@ObjectType({ description: 'How a display of the meeting is set; each finds its own by its id.' })
export class BoardDisplay {
  @Field(() => ID, { description: 'Id of the display, as in `viewer.displayId`.' })
  id!: string;

  @Field(() => DisplayView, { description: 'For whom it shows the board.' })
  view!: DisplayView;

  @Field(() => Theme, { description: 'Its colours.' })
  theme!: Theme;

  @Field(() => Float, { description: 'Distance of its farthest viewer ÷ height of the image, 4 to 10.' })
  ratio!: number;

  @Field(() => Language, {
    nullable: true,
    description: 'Language of the board’s own words there; null: the meeting’s.',
  })
  language!: Language | null;
}
