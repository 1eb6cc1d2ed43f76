import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../context.js';
import { Volatile } from '../volatile.js';
import { Board } from './board.type.js';

const MEETING_ID = { description: 'Id of the meeting.' };

@Resolver(() => Board)
export class BoardResolver {
  @Query(() => Board, { name: 'board', description: 'What the room sees at this moment.' })
  present(@Arg('meetingId', () => ID, MEETING_ID) meetingId: string, @Ctx() { live }: Context) {
    return live.board(meetingId);
  }

  @Subscription(() => Board, {
    description:
      'What the room sees: the whole board at once, and again whenever it has changed. A slow reader gets the newest, not all.',
    subscribe: ({ args, context }) => context.live.boards(args.meetingId),
  })
  board(@Root() board: Board | Error, @Arg('meetingId', () => ID, MEETING_ID) _meetingId: string): Board {
    if (board instanceof Error) throw board;
    return board;
  }

  @Volatile()
  @FieldResolver(() => Date, {
    description: 'The server’s time when this board was sent, to a tenth of a second.',
  })
  serverTime(@Ctx() { clock }: Context) {
    return new Date(clock.now());
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The page at which participants enter (签到), for a QR code; null where it is not configured under which address people reach Rostrum: then the board’s own is as good as any.',
  })
  entrance(@Ctx() { config, home }: Context): string | null {
    return config.PUBLIC_URL === '' ? null : `${home()}/enter`;
  }
}
