import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { holderOf } from '../access/viewer.js';
import type { Context } from '../context.js';
import { CommandArgs, Receipt } from '../journal/journal.type.js';
import { ParticipantRow } from '../people/participant.entity.js';
import { Participant } from '../people/participant.type.js';
import { StatementRow } from '../statement/statement.entity.js';
import { Statement } from '../statement/statement.type.js';
import type { CommentRow } from './comment.entity.js';
import {
  correctComment,
  discardDraft,
  draftComment,
  editDraft,
  postComment,
  postDraft,
  retractComment,
} from './comment.rules.js';
import { AppraisalComment, CommentInput, CorrectionInput, DraftInput } from './comment.type.js';

const COMMENT_ID = { description: 'Id of the comment.' };
const EXPECTED = {
  nullable: true,
  description: 'Refuse with COMMENT_CHANGED unless the comment says this; null: whatever it says.',
};

@Resolver(() => AppraisalComment)
export class CommentResolver {
  @FieldResolver(() => Participant, { description: 'Who comments.' })
  author(@Root() { authorId }: CommentRow, @Ctx() { load }: Context) {
    return load.one(ParticipantRow, authorId);
  }

  @FieldResolver(() => Statement, { description: 'The statement it is on.' })
  statement(@Root() { statementId }: CommentRow, @Ctx() { load }: Context) {
    return load.one(StatementRow, statementId);
  }

  @Mutation(() => Receipt, {
    description: 'Writes a draft, which the room does not see; `subjectId` is its id. Does not move seq.',
  })
  draftComment(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('input', () => CommentInput, { description: 'The draft.' }) input: CommentInput,
    @Ctx() { write, visit }: Context,
  ) {
    return write(command, draftComment, { ...input, draftedBy: holderOf(visit.viewer) });
  }

  @Mutation(() => Receipt, { description: 'Rewrites a draft. Does not move seq.' })
  editDraft(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('commentId', () => ID, COMMENT_ID) commentId: string,
    @Arg('input', () => DraftInput, { description: 'What it becomes.' }) input: DraftInput,
    @Arg('expected', () => DraftInput, EXPECTED) expected: DraftInput | null,
    @Ctx() { write }: Context,
  ) {
    return write(command, editDraft, { ...input, commentId, expected });
  }

  @Mutation(() => Receipt, { description: 'Throws a draft away. Does not move seq.' })
  discardDraft(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('commentId', () => ID, COMMENT_ID) commentId: string,
    @Ctx() { write }: Context,
  ) {
    return write(command, discardDraft, { commentId });
  }

  @Mutation(() => Receipt, { description: 'Posts a comment on a statement that was made; `subjectId` is its id.' })
  postComment(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('input', () => CommentInput, { description: 'The comment.' }) input: CommentInput,
    @Ctx() { write, visit }: Context,
  ) {
    return write(command, postComment, { ...input, draftedBy: holderOf(visit.viewer) });
  }

  @Mutation(() => Receipt, { description: 'Posts a draft.' })
  postDraft(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('commentId', () => ID, COMMENT_ID) commentId: string,
    @Arg('expected', () => DraftInput, EXPECTED) expected: DraftInput | null,
    @Ctx() { write }: Context,
  ) {
    return write(command, postDraft, { commentId, expected });
  }

  @Mutation(() => Receipt, { description: 'Corrects a posted comment; the board shows 更正.' })
  correctComment(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('commentId', () => ID, COMMENT_ID) commentId: string,
    @Arg('input', () => CorrectionInput, { description: 'What it becomes, and why.' }) input: CorrectionInput,
    @Arg('expected', () => DraftInput, EXPECTED) expected: DraftInput | null,
    @Ctx() { write }: Context,
  ) {
    return write(command, correctComment, { ...input, commentId, expected });
  }

  @Mutation(() => Receipt, { description: 'Retracts a posted comment: its text disappears from everything public.' })
  retractComment(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('commentId', () => ID, COMMENT_ID) commentId: string,
    @Arg('reason', () => String, { description: 'Why, 1 to 500 characters; kept for the audit trail.' }) reason: string,
    @Ctx() { write }: Context,
  ) {
    return write(command, retractComment, { commentId, reason });
  }
}
