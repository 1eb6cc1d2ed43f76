import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../node.type.js';
import { Presence } from './presence.type.js';

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

@ObjectType({ implements: Node, description: 'A person at one meeting (参会人员), with the duties they carry there.' })
export class Participant extends Node {
  @Field(() => [Duty], { description: 'Duties at this meeting, at least one.' })
  duties!: Duty[];

  @Field(() => String, { description: 'Seat; may be empty.' })
  seat!: string;

  @Field(() => Presence, {
    nullable: true,
    description: 'Whether they are in the room (出席情况); null for whoever may not know.',
  })
  presence!: Presence | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When they first signed in (签到); null before, and for whoever may not know.',
  })
  signedInAt!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description:
      'When they last left early (中途离会), also if they came back since; null if they never did, and for whoever may not know. All comings and goings are in the journal.',
  })
  leftAt!: Date | null;
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
