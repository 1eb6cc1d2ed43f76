import { Field, ID, Int, ObjectType } from 'type-graphql';

const EXPIRES_AT = { description: 'Until when.' };
const SECONDS_LEFT = { description: 'The same in seconds from now, for a screen whose clock is wrong.' };

@ObjectType({ description: 'A code for a screen to show until an operator confirms it.' })
export class Pairing {
  @Field(() => String, {
    description: 'Six digits; show them as two groups of three. Whoever sees them can’t use them.',
  })
  code!: string;

  @Field(() => String, {
    description: 'For the screen alone: it asks with it whether it was confirmed, and has it as its token afterwards.',
  })
  token!: string;

  @Field(() => String, { description: 'The screen’s network address, as the operator will see it.' })
  address!: string;

  @Field(() => Date, EXPIRES_AT)
  expiresAt!: Date;

  @Field(() => Int, SECONDS_LEFT)
  secondsLeft!: number;
}

@ObjectType({ description: 'How far a screen’s pairing has come.' })
export class PairingState {
  @Field(() => Boolean, { description: 'Whether an operator has confirmed it: then claimDisplay can be called.' })
  isConfirmed!: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the meeting whose board it is to show; null until confirmed.',
  })
  meetingId!: string | null;

  @Field(() => String, { nullable: true, description: 'Title of that meeting.' })
  meetingTitle!: string | null;

  @Field(() => Date, EXPIRES_AT)
  expiresAt!: Date;

  @Field(() => Int, SECONDS_LEFT)
  secondsLeft!: number;
}

@ObjectType({ description: 'A screen that waits to be confirmed: look whether it is the one you mean.' })
export class WaitingScreen {
  @Field(() => String, { description: 'Its network address; the screen shows the same below its code.' })
  address!: string;

  @Field(() => String, { description: 'Its browser, in the browser’s own words.' })
  userAgent!: string;

  @Field(() => Date, { description: 'Since when it has had this code.' })
  requestedAt!: Date;

  @Field(() => Date, { description: 'Until when it can be confirmed.' })
  expiresAt!: Date;
}
