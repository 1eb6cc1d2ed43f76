import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { CommandArgs, Receipt } from '../journal/journal.type.js';
import { StatementRow } from '../statement/statement.entity.js';
import { Statement } from '../statement/statement.type.js';
import type { AgendaItemRow } from './agenda.entity.js';
import { addItem, dropItem, moveItem, updateItem } from './agenda.rules.js';
import { AgendaItem, AgendaItemInput, UpdateAgendaItemInput } from './agenda.type.js';
import { callItem, endItem, recallSpeaker, skipItem } from './call.rules.js';

const ITEM_ID = { description: 'Id of the agenda item.' };

@Resolver(() => AgendaItem)
export class AgendaResolver {
  @FieldResolver(() => Statement, {
    nullable: true,
    description: 'For kind STATEMENT: the statement. Null for other kinds.',
  })
  async statement(@Root() { id }: AgendaItemRow, @Ctx() { load }: Context) {
    return (await load.many(StatementRow, 'itemId', id, 'id')).find(({ mode }) => mode === 'ON_SITE') ?? null;
  }

  @FieldResolver(() => [Statement], {
    description: 'All statements under this item: one for STATEMENT, any number for WRITTEN_STATEMENTS.',
  })
  statements(@Root() { id }: AgendaItemRow, @Ctx() { load }: Context) {
    return load.many(StatementRow, 'itemId', id, 'id');
  }

  @Mutation(() => Receipt, {
    description: 'Adds an item to the agenda, also while the meeting is live; `subjectId` is its id.',
  })
  addItem(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('input', () => AgendaItemInput, { description: 'The item.' }) input: AgendaItemInput,
    @Ctx() { write }: Context,
  ) {
    return write(command, addItem, input);
  }

  @Mutation(() => Receipt, { description: 'Changes an item that was not called.' })
  updateItem(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('itemId', () => ID, ITEM_ID) itemId: string,
    @Arg('input', () => UpdateAgendaItemInput, { description: 'What changes.' }) input: UpdateAgendaItemInput,
    @Ctx() { write }: Context,
  ) {
    return write(command, updateItem, { ...input, itemId });
  }

  @Mutation(() => Receipt, {
    description: 'Moves an item that was not called to a position after all that were called.',
  })
  moveItem(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('itemId', () => ID, ITEM_ID) itemId: string,
    @Arg('position', () => Int, { description: 'New place in the agenda, counted from 1.' }) position: number,
    @Ctx() { write }: Context,
  ) {
    return write(command, moveItem, { itemId, position });
  }

  @Mutation(() => Receipt, { description: 'Drops an item that was never called, with its statement.' })
  dropItem(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('itemId', () => ID, ITEM_ID) itemId: string,
    @Ctx() { write }: Context,
  ) {
    return write(command, dropItem, { itemId });
  }

  @Mutation(() => Receipt, {
    description:
      'Calls an item that is PENDING or SKIPPED; the current one ends. A STATEMENT gives its speaker the floor and starts the turn. COMMENT_MISSING if the current statement has no comment yet (ONE_BY_ONE).',
  })
  callItem(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('itemId', () => ID, ITEM_ID) itemId: string,
    @Ctx() { write }: Context,
  ) {
    return write(command, callItem, { itemId });
  }

  @Mutation(() => Receipt, {
    description: 'Calls a speaker again who was heard: a further turn, whose time adds to the first.',
  })
  recallSpeaker(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('itemId', () => ID, { description: 'Id of the speaker’s agenda item.' }) itemId: string,
    @Ctx() { write }: Context,
  ) {
    return write(command, recallSpeaker, { itemId });
  }

  @Mutation(() => Receipt, { description: 'Ends the current item; the board shows the agenda.' })
  endItem(@Args(() => CommandArgs) command: CommandArgs, @Ctx() { write }: Context) {
    return write(command, endItem, {});
  }

  @Mutation(() => Receipt, {
    description: 'Skips an item that was not called, or the current one, for a reason. It can be called later.',
  })
  skipItem(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('itemId', () => ID, ITEM_ID) itemId: string,
    @Arg('reason', () => String, { description: 'Why, 1 to 500 characters.' }) reason: string,
    @Ctx() { write }: Context,
  ) {
    return write(command, skipItem, { itemId, reason });
  }
}
