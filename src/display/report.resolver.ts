import { Arg, Ctx, FieldResolver, Float, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Volatile } from '../volatile.js';
import type { DisplayRow } from './display.entity.js';
import { Display } from './display.type.js';
import { keepReport } from './report.store.js';

/** What a display says about itself, and who it is that reads it: those at the reception. */
@Resolver(() => Display)
export class ReportResolver {
  /** By itself alone: whoever asks is the display. [Y11] */
  @Mutation(() => Boolean, {
    description:
      'A display says what it shows and how it is; at each board, at most once a second, and every 20 seconds. False: too soon after the one before, and not kept.',
  })
  reportDisplay(
    @Arg('epoch', () => ID, { description: 'Epoch of the board that it shows.' }) epoch: string,
    @Arg('seq', () => Int, { description: 'Seq of the board that it shows.' }) seq: number,
    @Arg('clockOffset', () => Float, {
      description:
        'Milliseconds by which its computer’s clock is ahead of the server’s: a diagnosis, never used as a time.',
    })
    clockOffset: number,
    @Arg('width', () => Int, { description: 'Width of its page, in CSS pixels.' }) width: number,
    @Arg('height', () => Int, { description: 'Height of its page, in CSS pixels.' }) height: number,
    @Ctx() { database, visit }: Context,
  ): Promise<boolean> {
    return keepReport(database.manager, String(visit.viewer.id), { epoch, seq, clockOffset, width, height });
  }

  @Volatile()
  @FieldResolver(() => Int, { nullable: true, description: 'Seq of the board that it showed when it last said so.' })
  shownSeq(@Root() { shownSeq }: DisplayRow) {
    return shownSeq;
  }

  @Volatile()
  @FieldResolver(() => ID, { nullable: true, description: 'Epoch of that seq.' })
  shownEpoch(@Root() { shownEpoch }: DisplayRow) {
    return shownEpoch;
  }

  @Volatile()
  @FieldResolver(() => Float, {
    nullable: true,
    description: 'Milliseconds by which its computer’s clock is ahead of the server’s.',
  })
  clockOffset(@Root() { clockOffset }: DisplayRow) {
    return clockOffset;
  }

  @Volatile()
  @FieldResolver(() => Int, { nullable: true, description: 'Width of its page, in CSS pixels.' })
  width(@Root() { width }: DisplayRow) {
    return width;
  }

  @Volatile()
  @FieldResolver(() => Int, { nullable: true, description: 'Height of its page, in CSS pixels.' })
  height(@Root() { height }: DisplayRow) {
    return height;
  }

  @Volatile()
  @FieldResolver(() => Date, { nullable: true, description: 'When it last said so, by the server’s clock.' })
  reportedAt(@Root() { reportedAt }: DisplayRow) {
    return reportedAt;
  }
}
