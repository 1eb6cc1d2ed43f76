import { Arg, Args, Ctx, FieldResolver, Float, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { AgendaItemRow } from '../agenda/agenda.entity.js';
import { AgendaItem } from '../agenda/agenda.type.js';
import { CommentRow } from '../appraisal/comment.entity.js';
import { AppraisalComment } from '../appraisal/comment.type.js';
import type { Context } from '../context.js';
import { CommandArgs, Receipt } from '../journal/journal.type.js';
import { ParticipantRow } from '../people/participant.entity.js';
import { Participant } from '../people/participant.type.js';
import { Volatile } from '../volatile.js';
import type { StatementRow } from './statement.entity.js';
import {
  addWrittenStatement,
  dropWrittenStatement,
  endStatement,
  extendTurn,
  pauseTurn,
  resumeTurn,
  skipComment,
  startComment,
  writeStatement,
} from './statement.rules.js';
import { Statement, Turn } from './statement.type.js';
import { TurnRow } from './turn.entity.js';
import { elapsedMilliseconds, remainingMilliseconds } from './turn.rules.js';

const STATEMENT_ID = { description: 'Id of the statement.' };
const BODY = { description: 'The text, 1 to 50000 characters.' };

@Resolver(() => Statement)
export class StatementResolver {
  @FieldResolver(() => Participant, { description: 'Who makes it.' })
  speaker(@Root() { speakerId }: StatementRow, @Ctx() { load }: Context) {
    return load.one(ParticipantRow, speakerId);
  }

  @FieldResolver(() => AgendaItem, { description: 'The agenda item it is made under.' })
  item(@Root() { itemId }: StatementRow, @Ctx() { load }: Context) {
    return load.one(AgendaItemRow, itemId);
  }

  @FieldResolver(() => [Turn], { description: 'Its turns, the first one first.' })
  turns(@Root() { id }: StatementRow, @Ctx() { load }: Context) {
    return load.many(TurnRow, 'statementId', id, 'number');
  }

  @FieldResolver(() => [AppraisalComment], {
    description: 'The comments posted on it, retracted ones without their text. No drafts.',
  })
  async comments(@Root() { id }: StatementRow, @Ctx() { load }: Context) {
    const all = await load.many(CommentRow, 'statementId', id, 'postedAt');
    return all.filter(({ status }) => status !== 'DRAFT');
  }

  @Volatile()
  @FieldResolver(() => [AppraisalComment], {
    description:
      'The drafts on it, as far as they are one’s own: written down by oneself, or in one’s own name. In the order in which they were begun.',
  })
  async drafts(
    @Root() { id }: StatementRow,
    @Arg('authorId', () => ID, { nullable: true, description: 'Only those in the name of this participant.' })
    authorId: string | null,
    @Ctx() { load }: Context,
  ) {
    const all = await load.many(CommentRow, 'statementId', id, 'id');
    const author = authorId?.toLowerCase();
    return all.filter((comment) => comment.status === 'DRAFT' && (author ?? comment.authorId) === comment.authorId);
  }

  @Mutation(() => Receipt, {
    description: 'Hands in a written statement under an item of kind WRITTEN_STATEMENTS; `subjectId` is its id.',
  })
  addWrittenStatement(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('itemId', () => ID, { description: 'Id of the WRITTEN_STATEMENTS item.' }) itemId: string,
    @Arg('speakerId', () => ID, { description: 'Id of the participant; needs the duty SPEAKER.' }) speakerId: string,
    @Arg('body', () => String, BODY) body: string,
    @Ctx() { write }: Context,
  ) {
    return write(command, addWrittenStatement, { itemId, speakerId, body });
  }

  @Mutation(() => Receipt, { description: 'Hands in, or replaces, a statement’s text.' })
  writeStatement(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('statementId', () => ID, STATEMENT_ID) statementId: string,
    @Arg('body', () => String, BODY) body: string,
    @Ctx() { write }: Context,
  ) {
    return write(command, writeStatement, { statementId, body });
  }

  @Mutation(() => Receipt, { description: 'Takes a written statement back before its item is called.' })
  dropWrittenStatement(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('statementId', () => ID, STATEMENT_ID) statementId: string,
    @Ctx() { write }: Context,
  ) {
    return write(command, dropWrittenStatement, { statementId });
  }

  @Mutation(() => Receipt, { description: 'The speaker has finished: the turn ends. ONE_BY_ONE: the comment follows.' })
  endStatement(@Args(() => CommandArgs) command: CommandArgs, @Ctx() { write }: Context) {
    return write(command, endStatement, {});
  }

  @Mutation(() => Receipt, {
    description: 'BLOCK format: puts a heard statement up for its comment. STATEMENTS_FIRST while some are to come.',
  })
  startComment(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('statementId', () => ID, STATEMENT_ID) statementId: string,
    @Ctx() { write }: Context,
  ) {
    return write(command, startComment, { statementId });
  }

  @Mutation(() => Receipt, { description: 'Goes on without a comment on a statement, for a reason.' })
  skipComment(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('statementId', () => ID, STATEMENT_ID) statementId: string,
    @Arg('reason', () => String, { description: 'Why, 1 to 500 characters.' }) reason: string,
    @Ctx() { write }: Context,
  ) {
    return write(command, skipComment, { statementId, reason });
  }

  @Mutation(() => Receipt, { description: 'Stops the clock of the turn.' })
  pauseTurn(@Args(() => CommandArgs) command: CommandArgs, @Ctx() { write }: Context) {
    return write(command, pauseTurn, {});
  }

  @Mutation(() => Receipt, { description: 'Lets the clock of the turn go on.' })
  resumeTurn(@Args(() => CommandArgs) command: CommandArgs, @Ctx() { write }: Context) {
    return write(command, resumeTurn, {});
  }

  @Mutation(() => Receipt, { description: 'Gives the turn more time, or less.' })
  extendTurn(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('seconds', () => Int, {
      description: 'Seconds to add; negative: to take. At least ten must remain planned in all.',
    })
    seconds: number,
    @Ctx() { write }: Context,
  ) {
    return write(command, extendTurn, { seconds });
  }
}

const withExtension = (turn: TurnRow) => ({ ...turn, plannedSeconds: turn.plannedSeconds + turn.extendedSeconds });

@Resolver(() => Turn)
export class TurnResolver {
  @Volatile()
  @FieldResolver(() => Float, { description: 'Milliseconds spoken so far, without pauses, by the server’s clock.' })
  elapsedMilliseconds(@Root() turn: TurnRow, @Ctx() { clock }: Context) {
    return Math.round(elapsedMilliseconds(turn, clock.now()));
  }

  @Volatile()
  @FieldResolver(() => Float, {
    description: 'Milliseconds left of the planned time, extensions included; negative: overtime (超时).',
  })
  remainingMilliseconds(@Root() turn: TurnRow, @Ctx() { clock }: Context) {
    return Math.round(remainingMilliseconds(withExtension(turn), clock.now()));
  }
}
