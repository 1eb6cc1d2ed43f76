import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../node.type.js';

export const Aspect = { STRENGTH: 'STRENGTH', PROBLEM: 'PROBLEM', SUGGESTION: 'SUGGESTION' } as const;
export type Aspect = keyof typeof Aspect;
registerEnumType(Aspect, {
  name: 'Aspect',
  description: 'What a comment speaks of.',
  valuesConfig: {
    STRENGTH: { description: 'What was done well.' },
    PROBLEM: { description: 'What falls short.' },
    SUGGESTION: { description: 'What to do about it.' },
  },
});

export const CommentStatus = {
  DRAFT: 'DRAFT',
  POSTED: 'POSTED',
  CORRECTED: 'CORRECTED',
  RETRACTED: 'RETRACTED',
} as const;
export type CommentStatus = keyof typeof CommentStatus;
registerEnumType(CommentStatus, {
  name: 'CommentStatus',
  description: 'What has become of a comment.',
  valuesConfig: {
    DRAFT: { description: 'Being written; the room does not see it.' },
    POSTED: { description: 'Posted as first written.' },
    CORRECTED: { description: 'Posted and corrected since (更正).' },
    RETRACTED: { description: 'Retracted: its text is gone from everything public.' },
  },
});

@ObjectType({ implements: Node, description: 'A commenter’s comment (点评) on a statement.' })
export class AppraisalComment extends Node {
  @Field(() => String, { nullable: true, description: 'The text; null once retracted.' })
  body!: string | null;

  @Field(() => Aspect, { nullable: true, description: 'What it speaks of; null: unmarked.' })
  aspect!: Aspect | null;

  @Field(() => CommentStatus, { description: 'What has become of it.' })
  status!: CommentStatus;

  @Field(() => Date, { description: 'When it was first written.' })
  draftedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was posted.' })
  postedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was last corrected.' })
  correctedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was retracted.' })
  retractedAt!: Date | null;
}

@InputType({ description: 'A comment, to be drafted or posted.' })
export class CommentInput {
  @Field(() => ID, { description: 'Id of the statement it is on.' })
  statementId!: string;

  @Field(() => ID, { description: 'Id of the participant who comments; needs the duty COMMENTER.' })
  authorId!: string;

  @Field(() => Aspect, { nullable: true, description: 'What it speaks of; null: unmarked.' })
  aspect?: Aspect | null;

  @Field(() => String, { description: 'The text, 1 to 5000 characters.' })
  body!: string;
}

@InputType({ description: 'What a draft becomes.' })
export class DraftInput {
  @Field(() => Aspect, { nullable: true, description: 'What it speaks of; null: unmarked.' })
  aspect?: Aspect | null;

  @Field(() => String, { description: 'The text, 1 to 5000 characters.' })
  body!: string;
}

@InputType({ description: 'What a posted comment becomes, and why.' })
export class CorrectionInput {
  @Field(() => String, { description: 'The corrected text, 1 to 5000 characters.' })
  body!: string;

  @Field(() => Aspect, { nullable: true, description: 'What it speaks of from now on; null: unmarked.' })
  aspect?: Aspect | null;

  @Field(() => String, { description: 'Why it is corrected, 1 to 500 characters; kept for the audit trail.' })
  reason!: string;
}
