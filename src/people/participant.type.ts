import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../node.type.js';

export const Duty = {
  HOST: 'HOST',
  COMMENTER: 'COMMENTER',
  SPEAKER: 'SPEAKER',
  RECORDER: 'RECORDER',
  TELLER: 'TELLER',
  GUEST: 'GUEST',
  ATTENDEE: 'ATTENDEE',
} as const;
export type Duty = keyof typeof Duty;
registerEnumType(Duty, {
  name: 'Duty',
  description: 'What a participant does at a meeting (职责).',
  valuesConfig: {
    HOST: { description: 'Chairs the meeting (主持).' },
    COMMENTER: { description: 'Comments on statements (点评).' },
    SPEAKER: { description: 'Makes a statement (述职).' },
    RECORDER: { description: 'Runs and records the meeting (记录).' },
    TELLER: { description: 'Watches over the ballot (监票).' },
    GUEST: { description: 'Guides the meeting for a higher body (列席指导).' },
    ATTENDEE: { description: 'Attends (参会).' },
  },
});

export const Presence = { ABSENT: 'ABSENT', PRESENT: 'PRESENT', LEFT: 'LEFT' } as const;
export type Presence = keyof typeof Presence;

@ObjectType({ implements: Node, description: 'A person at one meeting (参会人员), with the duties they carry there.' })
export class Participant extends Node {
  @Field(() => [Duty], { description: 'Duties at this meeting, at least one.' })
  duties!: Duty[];

  @Field(() => String, { description: 'Seat; may be empty.' })
  seat!: string;
}

@InputType({ description: 'A participant to add to a meeting.' })
export class ParticipantInput {
  @Field(() => ID, { description: 'Id of the person.' })
  personId!: string;

  @Field(() => [Duty], { description: 'Duties at this meeting, at least one.' })
  duties!: Duty[];

  @Field(() => String, { defaultValue: '', description: 'Seat, up to 50 characters.' })
  seat!: string;
}

@InputType({ description: 'What changes for a participant; a field left out or null stays as it is.' })
export class UpdateParticipantInput {
  @Field(() => [Duty], { nullable: true, description: 'Duties at this meeting, at least one.' })
  duties?: Duty[] | null;

  @Field(() => String, { nullable: true, description: 'Seat, up to 50 characters.' })
  seat?: string | null;
}
