import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../context.js';
import type { EntryRow } from '../journal/journal.load.js';
import { CommentRow } from './comment.entity.js';
import { AppraisalComment } from './comment.type.js';

@ObjectType({ description: 'A comment was posted.' })
export class CommentPosted {
  @Field(() => Int, { description: 'Seq of the entry; send it as `after` to resume.' })
  seq!: number;

  @Field(() => ID, { description: 'Epoch of that seq; send it as `epoch` to resume.' })
  epoch!: string;

  @Field(() => Date, { description: 'When.' })
  at!: Date;
}

@Resolver(() => CommentPosted)
export class PostedResolver {
  @Subscription(() => CommentPosted, {
    description: 'Every comment as it is posted, in order and without holes.',
    subscribe: ({ args, context }) =>
      context.live.entries(args.meetingId, args, ({ type }: EntryRow) => type === 'CommentPosted'),
  })
  commentPosted(
    @Root() entry: EntryRow | Error,
    @Arg('meetingId', () => ID, { description: 'Id of the meeting.' }) _meetingId: string,
    @Arg('after', () => Int, {
      nullable: true,
      description: 'Begin after this seq; 0: from the beginning; null: only new ones.',
    })
    _after: number | null,
    @Arg('epoch', () => ID, { nullable: true, description: 'Epoch of that seq; null: the present one.' })
    _epoch: string | null,
  ): CommentPosted {
    if (entry instanceof Error) throw entry;
    return entry;
  }

  @FieldResolver(() => AppraisalComment, {
    description: 'The comment as it stands now; without its text if retracted meanwhile.',
  })
  comment(@Root() { refs }: EntryRow, @Ctx() { load }: Context) {
    return load.one(CommentRow, refs.commentId ?? null);
  }
}
