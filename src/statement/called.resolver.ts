import { Args, Ctx, FieldResolver, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { AgendaItemRow } from '../agenda/agenda.entity.js';
import { AgendaItem } from '../agenda/agenda.type.js';
import type { Context } from '../context.js';
import type { EntryRow } from '../journal/journal.load.js';
import { FollowArgs, Happening } from '../journal/journal.type.js';
import { StatementRow } from './statement.entity.js';
import { Statement, Turn } from './statement.type.js';
import { TurnRow } from './turn.entity.js';

@ObjectType({ description: 'A speaker was called to the lectern, for the first or a further turn.' })
export class SpeakerCalled extends Happening {}

@Resolver(() => SpeakerCalled)
export class CalledResolver {
  @Subscription(() => SpeakerCalled, {
    description: 'Every speaker as they are called, in order and without holes.',
    subscribe: ({ args, context }) =>
      context.live.entries(
        args.meetingId,
        args,
        ({ type, refs }: EntryRow) => type === 'ItemCalled' && refs.turnId !== undefined,
      ),
  })
  speakerCalled(@Root() entry: EntryRow | Error, @Args(() => FollowArgs) _: FollowArgs): SpeakerCalled {
    if (entry instanceof Error) throw entry;
    return entry;
  }

  @FieldResolver(() => AgendaItem, {
    nullable: true,
    description: 'The agenda item; null if the call was undone and the item dropped.',
  })
  item(@Root() { refs }: EntryRow, @Ctx() { load }: Context) {
    return load.one(AgendaItemRow, refs.itemId ?? null);
  }

  @FieldResolver(() => Statement, {
    nullable: true,
    description: 'The statement; null if the call was undone and the item dropped.',
  })
  statement(@Root() { refs }: EntryRow, @Ctx() { load }: Context) {
    return load.one(StatementRow, refs.statementId ?? null);
  }

  @FieldResolver(() => Turn, { nullable: true, description: 'The turn that began; null if the call was undone since.' })
  turn(@Root() { refs }: EntryRow, @Ctx() { load }: Context) {
    return load.one(TurnRow, refs.turnId ?? null);
  }
}
