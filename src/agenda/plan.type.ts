import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';

export const PlanMode = { REPLACE: 'REPLACE', APPEND: 'APPEND' } as const;
export type PlanMode = keyof typeof PlanMode;
registerEnumType(PlanMode, {
  name: 'PlanMode',
  description: 'What becomes of the agenda that is there already.',
  valuesConfig: {
    REPLACE: {
      description:
        'Items that were not called give way; what the plan has too goes on with its title, and with its time unless the plan names one; a speaker who stays keeps text and drafts.',
    },
    APPEND: { description: 'It stays, and the planned items come after it.' },
  },
});

@InputType({
  description:
    '“One statement, one comment” (一述一评): the agenda of a whole meeting. The items are titled in the meeting’s language, the statements by the speakers’ units.',
})
export class AgendaPlanInput {
  @Field(() => [ID], {
    description:
      'Who makes a statement, in this order: ids of participants, or of persons. Whoever is not a SPEAKER yet becomes one.',
  })
  speakerIds!: string[];

  @Field(() => [ID], {
    nullable: true,
    description: 'Who hands their statement in in writing: ids of participants, or of persons, who become SPEAKERs.',
  })
  writtenSpeakerIds?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Who comments: id of a participant, or of a person, who becomes a COMMENTER; null: as it is.',
  })
  commenterId?: string | null;

  @Field(() => PlanMode, {
    defaultValue: 'REPLACE',
    description: 'Whether the agenda that is there already gives way.',
  })
  mode!: PlanMode;

  @Field(() => Int, {
    nullable: true,
    description:
      'Seconds planned for each statement, 10 to 14400; null: the meeting’s own setting, or what an item that goes on has of its own.',
  })
  plannedSeconds?: number | null;

  @Field(() => Boolean, { defaultValue: true, description: 'Begin with an OPENING.' })
  withOpening!: boolean;

  @Field(() => Boolean, { defaultValue: false, description: 'A BALLOT after the statements.' })
  withBallot!: boolean;

  @Field(() => Boolean, { defaultValue: false, description: 'REMARKS by a guest or leader after that.' })
  withRemarks!: boolean;

  @Field(() => Boolean, { defaultValue: true, description: 'The chair’s REQUIREMENTS after that.' })
  withRequirements!: boolean;

  @Field(() => Boolean, { defaultValue: true, description: 'End with a CLOSING.' })
  withClosing!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'An INTERMISSION after so many statements, at most after the last one; null: none.',
  })
  intermissionAfter?: number | null;

  @Field(() => Int, { defaultValue: 900, description: 'Seconds planned for the intermission, 10 to 14400.' })
  intermissionSeconds!: number;
}
