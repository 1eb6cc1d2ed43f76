import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import type { HolderKind } from './viewer.js';

const kinds: { [Kind in HolderKind]: Kind } = {
  PUBLIC: 'PUBLIC',
  SYSTEM: 'SYSTEM',
  ACCOUNT: 'ACCOUNT',
  PARTICIPANT: 'PARTICIPANT',
  DISPLAY: 'DISPLAY',
};
registerEnumType(kinds, {
  name: 'ViewerKind',
  description: 'As what somebody is signed in.',
  valuesConfig: {
    PUBLIC: { description: 'Not at all.' },
    SYSTEM: { description: 'The server itself; nobody who asks from outside.' },
    ACCOUNT: { description: 'As an operator or administrator.' },
    PARTICIPANT: { description: 'At one meeting, as one of its participants.' },
    DISPLAY: { description: 'As a screen that was paired with one meeting.' },
  },
});

@ObjectType({ description: 'Who is asking.' })
export class Viewer {
  @Field(() => kinds, { description: 'As what they are signed in.' })
  kind!: HolderKind;

  @Field(() => String, { description: 'How they are called; empty for PUBLIC.' })
  name!: string;

  @Field(() => Boolean, { description: 'Whether they administer Rostrum.' })
  isAdministrator!: boolean;

  @Field(() => ID, { nullable: true, description: 'Id of the account, for ACCOUNT.' })
  accountId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the participant, for PARTICIPANT.' })
  participantId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the display, for DISPLAY.' })
  displayId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The one meeting that a participant or a display belongs to.' })
  meetingId!: string | null;

  @Field(() => Date, { nullable: true, description: 'When the session ends by itself; null without one.' })
  expiresAt!: Date | null;
}

@ObjectType({ description: 'Somebody’s being signed in, in one browser or program.' })
export class Session {
  @Field(() => ID, { description: 'Id of the session.' })
  id!: string;

  @Field(() => Boolean, { description: 'Whether it is the one that is asking.' })
  isThis!: boolean;

  @Field(() => Date, { description: 'When they signed in.' })
  createdAt!: Date;

  @Field(() => Date, { description: 'When it was last used, within some minutes.' })
  seenAt!: Date;

  @Field(() => Date, { description: 'When it ends by itself.' })
  expiresAt!: Date;

  @Field(() => String, { description: 'Network address from which they signed in.' })
  address!: string;

  @Field(() => String, { description: 'What their browser or program calls itself; may be empty.' })
  userAgent!: string;
}
