import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

export const FindingCode = {
  NO_HOST: 'NO_HOST',
  NO_COMMENTER: 'NO_COMMENTER',
  NO_STATEMENT: 'NO_STATEMENT',
  STARTS_IN_THE_PAST: 'STARTS_IN_THE_PAST',
  QUORUM_OUT_OF_REACH: 'QUORUM_OUT_OF_REACH',
  ONLY_OWN_COMMENTER: 'ONLY_OWN_COMMENTER',
  SPEAKER_WITHOUT_STATEMENT: 'SPEAKER_WITHOUT_STATEMENT',
  PERSON_TWICE: 'PERSON_TWICE',
  SEAT_TWICE: 'SEAT_TWICE',
  NO_TELLER: 'NO_TELLER',
  NO_WRITTEN_STATEMENT: 'NO_WRITTEN_STATEMENT',
  WRITTEN_WITHOUT_TEXT: 'WRITTEN_WITHOUT_TEXT',
  NO_REQUIREMENT: 'NO_REQUIREMENT',
  REQUIREMENTS_WITHOUT_ITEM: 'REQUIREMENTS_WITHOUT_ITEM',
  INTERMISSION_WITHOUT_TIME: 'INTERMISSION_WITHOUT_TIME',
  NO_SLIP: 'NO_SLIP',
  NO_DISPLAY: 'NO_DISPLAY',
} as const;
export type FindingCode = keyof typeof FindingCode;
registerEnumType(FindingCode, {
  name: 'FindingCode',
  description: 'What a meeting lacks, or what in it is likely to be a mistake.',
  valuesConfig: {
    NO_HOST: { description: 'Nobody has the duty HOST.' },
    NO_COMMENTER: { description: 'Nobody has the duty COMMENTER.' },
    NO_STATEMENT: { description: 'Nobody makes a statement.' },
    STARTS_IN_THE_PAST: { description: 'The planned start was more than an hour ago.' },
    QUORUM_OUT_OF_REACH: { description: 'The quorum is more than all who are expected.' },
    ONLY_OWN_COMMENTER: { description: 'The speaker of this item is the only one who could comment on it.' },
    SPEAKER_WITHOUT_STATEMENT: { description: 'This SPEAKER makes no statement.' },
    PERSON_TWICE: { description: 'This participant has the name and unit of another one.' },
    SEAT_TWICE: { description: 'This participant has the seat of another one.' },
    NO_TELLER: { description: 'There is a BALLOT, and nobody has the duty TELLER.' },
    NO_WRITTEN_STATEMENT: { description: 'This item is for written statements, and nobody hands one in.' },
    WRITTEN_WITHOUT_TEXT: { description: 'The text of this participant’s written statement was not handed in yet.' },
    NO_REQUIREMENT: { description: 'This item is for requirements, and there are none.' },
    REQUIREMENTS_WITHOUT_ITEM: { description: 'There are requirements, and no item to reveal them in.' },
    INTERMISSION_WITHOUT_TIME: { description: 'This intermission has no planned time, so no time of return.' },
    NO_SLIP: { description: 'This participant has no valid slip, and the meeting is not for everybody to see.' },
    NO_DISPLAY: { description: 'No screen is paired with the meeting.' },
  },
});

export const Severity = { ERROR: 'ERROR', WARNING: 'WARNING' } as const;
export type Severity = keyof typeof Severity;
registerEnumType(Severity, {
  name: 'Severity',
  description: 'How much a finding matters.',
  valuesConfig: {
    ERROR: { description: 'The meeting can’t be scheduled or opened like this.' },
    WARNING: { description: 'It can, but is likely to be embarrassing.' },
  },
});

@ObjectType({ description: 'Something to be mended before the meeting is opened, and whom or what it is about.' })
export class Finding {
  @Field(() => FindingCode, { description: 'What was found.' })
  code!: FindingCode;

  @Field(() => Severity, { description: 'How much it matters.' })
  severity!: Severity;

  @Field(() => ID, { nullable: true, description: 'Id of the agenda item it is about, if any.' })
  itemId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the participant it is about, if any.' })
  participantId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of that participant’s person.' })
  personId!: string | null;
}
