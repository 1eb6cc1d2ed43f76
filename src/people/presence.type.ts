import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

export const Presence = { ABSENT: 'ABSENT', PRESENT: 'PRESENT', LEFT: 'LEFT' } as const;
export type Presence = keyof typeof Presence;
registerEnumType(Presence, {
  name: 'Presence',
  description: 'Whether a participant is in the room (出席情况).',
  valuesConfig: {
    ABSENT: { description: 'Has not signed in (未签到).' },
    PRESENT: { description: 'Has signed in and is there (在场).' },
    LEFT: { description: 'Has signed in and left early (中途离会); can come back (返回).' },
  },
});

@ObjectType({
  description:
    'How many have come. Counted are the expected (应到): all participants but those who are there as guests (列席) alone.',
})
export class Attendance {
  @Field(() => Int, { description: 'How many are expected (应到).' })
  expected!: number;

  @Field(() => Int, { description: 'How many of them have signed in (签到), also if they left since.' })
  signedIn!: number;

  @Field(() => Int, { description: 'How many of them are there now (在场).' })
  present!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'How many of them must be there (法定人数); null: no quorum is set.',
  })
  quorum!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether so many are there; null: no quorum is set.' })
  isQuorate!: boolean | null;
}
