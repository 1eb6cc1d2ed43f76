import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Refusal } from '../errors.js';
import { integer } from '../input.js';
import { MeetingRow } from '../meeting/meeting.entity.js';
import { Meeting } from '../meeting/meeting.type.js';
import { Volatile } from '../volatile.js';
import { AuditBefore, AuditEntry, AuditFilter, AuditPage } from './audit.type.js';
import { createBefore } from './before.load.js';
import { wantedBy } from './filter.js';
import { loadNewest } from './trail.load.js';
import type { Chained } from './walk.js';

/** A line, and how to read what stood before it together with those of its page. */
interface Line extends Chained {
  loadBefore: ReturnType<typeof createBefore>;
}

@Resolver(() => AuditEntry)
export class AuditResolver {
  @Volatile()
  @Query(() => AuditPage, {
    description: 'The audit trail, newest first: every command, sign-in, refusal and export.',
  })
  async auditTrail(
    @Arg('first', () => Int, { defaultValue: 100, description: 'How many at most, 1 to 500.' }) first: number,
    @Arg('after', () => ID, { nullable: true, description: 'Seq after which the page begins; null: at the newest.' })
    after: string | null,
    @Arg('filter', () => AuditFilter, { nullable: true, description: 'Only some.' }) filter: AuditFilter | null,
    @Ctx() { database }: Context,
  ) {
    integer('first', first, 1, 500);
    if (after != null && !/^\d{1,18}$/.test(after))
      throw new Refusal('INVALID_INPUT', { field: 'after', problem: 'notACursor' });
    const rows = await loadNewest(database.manager, wantedBy(filter ?? {}), after ?? null, first + 1);
    const loadBefore = createBefore(database);
    const entries: Line[] = rows.slice(0, first).map((row) => ({ ...row, loadBefore }));
    return {
      entries,
      pageInfo: { hasNextPage: rows.length > first, endCursor: entries.at(-1)?.seq ?? null },
    };
  }

  @FieldResolver(() => Date)
  at(@Root() { at }: Line): Date {
    return new Date(at);
  }

  @Volatile()
  @FieldResolver(() => Meeting, { nullable: true, description: 'The meeting; null if it was deleted.' })
  meeting(@Root() { meetingId }: Line, @Ctx() { load }: Context) {
    return load.one(MeetingRow, meetingId);
  }

  @Volatile()
  @FieldResolver(() => [AuditBefore], {
    description:
      'The rows as they stood before: what was corrected, retracted, edited, dropped or undone. Only here can retracted words be read. Empty where nothing stood before, or the meeting was deleted.',
  })
  before(@Root() { meetingId, meetingSeq, loadBefore }: Line): Promise<AuditBefore[]> | AuditBefore[] {
    return meetingId === null || meetingSeq === null ? [] : loadBefore.load({ meetingId, meetingSeq });
  }
}
