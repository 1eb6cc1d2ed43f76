import { Field, Float, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Language } from '../meeting/meeting.type.js';

export const DisplayView = { HALL: 'HALL', ROSTRUM: 'ROSTRUM', PORTRAIT: 'PORTRAIT', STRIP: 'STRIP' } as const;
export type DisplayView = keyof typeof DisplayView;
registerEnumType(DisplayView, {
  name: 'DisplayView',
  description: 'For whom, and for what shape of screen, a display shows the board.',
  valuesConfig: {
    HALL: { description: 'For the whole room.' },
    ROSTRUM: { description: 'For the chair: the timer, what is next, and the notes.' },
    PORTRAIT: { description: 'For a screen that stands upright.' },
    STRIP: { description: 'For a long LED strip.' },
  },
});

export const Theme = { DARK: 'DARK', LIGHT: 'LIGHT' } as const;
export type Theme = keyof typeof Theme;
registerEnumType(Theme, {
  name: 'Theme',
  description: 'The colours of a display.',
  valuesConfig: { DARK: { description: 'Light on dark.' }, LIGHT: { description: 'Dark on light.' } },
});

/** How a display is set. */
@ObjectType()
export abstract class DisplaySettings {
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

@ObjectType({
  description: 'A screen (显示屏) paired with one meeting: it may see what the room sees, and say how it is.',
})
export class Display extends DisplaySettings {
  @Field(() => ID, { description: 'Id of the display.' })
  id!: string;

  @Field(() => String, { description: 'What the operator calls it, such as where it hangs.' })
  name!: string;

  @Field(() => Date, { description: 'When it was confirmed.' })
  pairedAt!: Date;
}

@InputType({
  description:
    'How a display is set; a field left out stays as it is, and so does one that is null, but for the language.',
})
export class UpdateDisplayInput {
  @Field(() => String, { nullable: true, description: 'What to call it, 1 to 100 characters.' })
  name?: string | null;

  @Field(() => DisplayView, { nullable: true, description: 'For whom it shows the board.' })
  view?: DisplayView | null;

  @Field(() => Theme, { nullable: true, description: 'Its colours.' })
  theme?: Theme | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Distance of its farthest viewer ÷ height of the image, 4 to 10.',
  })
  ratio?: number | null;

  @Field(() => Language, {
    nullable: true,
    description: 'Language of the board’s own words there; null: the meeting’s.',
  })
  language?: Language | null;
}

/** What a display says about itself. */
export interface DisplayReport {
  epoch: string;
  seq: number;
  clockOffset: number;
  width: number;
  height: number;
}
