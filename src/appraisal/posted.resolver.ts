import { Args, Ctx, FieldResolver, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../context.js';
import type { EntryRow } from '../journal/journal.load.js';
import { FollowArgs, Happening } from '../journal/journal.type.js';
import { CommentRow } from './comment.entity.js';
import { AppraisalComment } from './comment.type.js';

@ObjectType({ description: 'A comment was posted.' })
export class CommentPosted extends Happening {}

@Resolver(() => CommentPosted)
export class PostedResolver {
  @Subscription(() => CommentPosted, {
    description: 'Every comment as it is posted, in order and without holes.',
    subscribe: ({ args, context }) =>
      context.live.entries(args.meetingId, args, ({ type }: EntryRow) => type === 'CommentPosted'),
  })
  commentPosted(@Root() entry: EntryRow | Error, @Args(() => FollowArgs) _: FollowArgs): CommentPosted {
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
