import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { HolderKind } from '../access/viewer.js';
import { PageInfo } from '../connection.js';

const ActorKinds = {
  PUBLIC: 'PUBLIC',
  SYSTEM: 'SYSTEM',
  ACCOUNT: 'ACCOUNT',
  PARTICIPANT: 'PARTICIPANT',
  DISPLAY: 'DISPLAY',
} as const satisfies { [Kind in HolderKind]: Kind };
registerEnumType(ActorKinds, {
  name: 'ActorKind',
  description: 'What kind of visitor did something.',
  valuesConfig: {
    PUBLIC: { description: 'Somebody who had not signed in.' },
    SYSTEM: { description: 'The server itself.' },
    ACCOUNT: { description: 'An operator or administrator.' },
    PARTICIPANT: { description: 'A participant, by a slip.' },
    DISPLAY: { description: 'A paired display.' },
  },
});

@ObjectType({ description: 'A row as it stood before an entry.' })
export class AuditBefore {
  @Field(() => String, { description: 'What it is a row of: `meeting`, `items`, `comments` and so on.' })
  what!: string;

  @Field(() => ID, { description: 'Id of the row.' })
  id!: string;

  @Field(() => String, { description: 'Its values, as a JSON object.' })
  values!: string;
}

@ObjectType({
  description:
    'One line of the audit trail: who did, or was refused, what, when and from where. Each is chained to the one before by its hash.',
})
export class AuditEntry {
  @Field(() => ID, { description: 'Number in the trail: 1, 2, 3 … without holes.' })
  seq!: string;

  @Field(() => Date, { description: 'When it was written, by the database’s clock.' })
  at!: Date;

  @Field(() => ActorKinds, { description: 'What kind of visitor it was.' })
  actorKind!: HolderKind;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the account, participant or display; null for PUBLIC and SYSTEM.',
  })
  actorId!: string | null;

  @Field(() => String, { description: 'The visitor’s name as it was then.' })
  actorName!: string;

  @Field(() => ID, { nullable: true, description: 'Id of the session.' })
  sessionId!: string | null;

  @Field(() => String, { description: 'Network address; empty for the server itself.' })
  address!: string;

  @Field(() => String, {
    description:
      'What was done or tried: the name of the mutation (of another field where that was refused), or EXPORT and the like. UNTOLD: more than could be told apart.',
  })
  action!: string;

  @Field(() => String, { description: 'DONE, or the code of the refusal.' })
  outcome!: string;

  @Field(() => ID, { nullable: true, description: 'Id of the meeting, which may be deleted by now.' })
  meetingId!: string | null;

  @Field(() => Int, { nullable: true, description: 'Seq of the entry that it wrote into the meeting’s journal.' })
  meetingSeq!: number | null;

  @Field(() => ID, { nullable: true, description: 'Id of what was made or changed.' })
  subjectId!: string | null;

  @Field(() => String, { description: 'What more is known, as a JSON object of names and numbers.' })
  detail!: string;

  @Field(() => Int, { description: 'How many times it happened: equal refusals are gathered.' })
  times!: number;

  @Field(() => String, { description: 'SHA-256 of the hash before and of all columns, in hex.' })
  hash!: string;
}

@ObjectType({ description: 'A stretch of the audit trail.' })
export class AuditPage {
  @Field(() => [AuditEntry], { description: 'The entries, newest first.' })
  entries!: AuditEntry[];

  @Field(() => PageInfo, { description: 'Where the page stands; `endCursor` is the seq of its last entry.' })
  pageInfo!: PageInfo;
}

@InputType({ description: 'Which entries of the audit trail. All conditions must hold.' })
export class AuditFilter {
  @Field(() => Date, { nullable: true, description: 'Not before this time.' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Before this time.' })
  to?: Date | null;

  @Field(() => ID, { nullable: true, description: 'Of this account, participant or display.' })
  actorId?: string | null;

  @Field(() => ActorKinds, { nullable: true, description: 'Of this kind of visitor.' })
  actorKind?: HolderKind | null;

  @Field(() => String, { nullable: true, description: 'With this action.' })
  action?: string | null;

  @Field(() => String, { nullable: true, description: 'With this outcome: DONE, or the code of a refusal.' })
  outcome?: string | null;

  @Field(() => ID, { nullable: true, description: 'About this meeting, also when it was deleted.' })
  meetingId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name, action or address contains this text, in any case.',
  })
  text?: string | null;
}
