import { Field, ObjectType } from 'type-graphql';
import { Participant } from '../people/participant.type.js';

@ObjectType({
  description: 'A participant’s personal slip (签到条), without its code: that is told once, when it is issued.',
})
export class Slip {
  @Field(() => Date, { description: 'When it was issued.' })
  issuedAt!: Date;

  @Field(() => Date, { description: 'When it stops being valid by itself.' })
  expiresAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was last used to enter; null: it never was.' })
  usedAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether it was revoked.' })
  isRevoked!: boolean;
}

@ObjectType({ description: 'A slip as it is handed out, to be printed or sent.' })
export class IssuedSlip {
  @Field(() => Participant, { description: 'Whose slip it is.' })
  participant!: Participant;

  @Field(() => String, { description: 'The code, such as "7KQ2-M9XD". Told this once, and kept as a hash only.' })
  code!: string;

  @Field(() => String, {
    description: 'The page to enter at, with the code behind its #, which no server is sent: for a QR code.',
  })
  link!: string;

  @Field(() => Date, { description: 'When it stops being valid by itself.' })
  expiresAt!: Date;
}
