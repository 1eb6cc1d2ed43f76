import { Field, ObjectType } from 'type-graphql';
import { Duty } from '../people/participant.type.js';

@ObjectType({
  description: 'A duty that an account carries at a meeting without being one of its participants, such as RECORDER.',
})
export class Appointment {
  @Field(() => Duty, { description: 'The duty: HOST, COMMENTER, RECORDER or TELLER.' })
  duty!: Duty;
}
