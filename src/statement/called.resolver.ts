import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { AgendaItemRow } from '../agenda/agenda.entity.js';
import { AgendaItem } from '../agenda/agenda.type.js';
import type { Context } from '../context.js';
import type { EntryRow } from '../journal/journal.load.js';
import { StatementRow } from './statement.entity.js';
import { Statement, Turn } from './statement.type.js';
import { TurnRow } from './turn.entity.js';

@ObjectType({ description: 'A speaker was called to the lectern, for the first or a further turn.' })
export class SpeakerCalled {
  @Field(() => Int, { description: 'Seq of the entry; send it as `after` to resume.' })
  seq!: number;

  @Field(() => ID, { description: 'Epoch of that seq; send it as `epoch` to resume.' })
  epoch!: string;

  @Field(() => Date, { description: 'When.' })
  at!: Date;
}

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
  speakerCalled(
    @Root() entry: EntryRow | Error,
    @Arg('meetingId', () => ID, { description: 'Id of the meeting.' }) _meetingId: string,
    @Arg('after', () => Int, {
      nullable: true,
      description: 'Begin after this seq; 0: from the beginning; null: only new ones.',
    })
    _after: number | null,
    @Arg('epoch', () => ID, { nullable: true, description: 'Epoch of that seq; null: the present one.' })
    _epoch: string | null,
  ): SpeakerCalled {
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
