import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root, Subscription } from 'type-graphql';
import { AgendaItemRow } from '../agenda/agenda.entity.js';
import { AgendaItem } from '../agenda/agenda.type.js';
import { CommentRow } from '../appraisal/comment.entity.js';
import { AppraisalComment } from '../appraisal/comment.type.js';
import { BallotRow } from '../ballot/ballot.entity.js';
import { Ballot } from '../ballot/ballot.type.js';
import type { Context } from '../context.js';
import { Refusal } from '../errors.js';
import { integer } from '../input.js';
import { findMeeting } from '../meeting/meeting.load.js';
import { Meeting } from '../meeting/meeting.type.js';
import { ParticipantRow } from '../people/participant.entity.js';
import { Participant } from '../people/participant.type.js';
import { RequirementRow } from '../requirement/requirement.entity.js';
import { Requirement } from '../requirement/requirement.type.js';
import { StatementRow } from '../statement/statement.entity.js';
import { Statement, Turn } from '../statement/statement.type.js';
import { TurnRow } from '../statement/turn.entity.js';
import { type EntryRow, loadEntries } from './journal.load.js';
import { JournalEntry, JournalPage, Receipt } from './journal.type.js';
import { resume, resync } from './position.js';

const MEETING_ID = { description: 'Id of the meeting.' };

@Resolver(() => JournalEntry)
export class JournalResolver {
  @Query(() => JournalPage, { description: 'The journal of a meeting, from the beginning or after a seq.' })
  async journal(
    @Arg('meetingId', () => ID, MEETING_ID) meetingId: string,
    @Arg('after', () => Int, { defaultValue: 0, description: 'Entries after this seq; 0: from the beginning.' })
    after: number,
    @Arg('first', () => Int, { defaultValue: 100, description: 'How many at most, 1 to 500.' }) first: number,
    @Arg('epoch', () => ID, { nullable: true, description: 'Epoch of that seq; null: the present one.' })
    epoch: string | null,
    @Ctx() { database }: Context,
  ): Promise<JournalPage> {
    integer('first', first, 1, 500);
    const meeting = await findMeeting(database, meetingId);
    const cursor = resume(meeting, { after, epoch });
    const rows = await loadEntries(database.manager, meetingId, cursor.seq, first + 1);
    // Restored or archived between the two statements.
    if (rows[0] && rows[0].epoch !== cursor.epoch) throw resync({ epoch: rows[0].epoch, seq: meeting.seq });
    return { entries: rows.slice(0, first), epoch: cursor.epoch, hasMore: rows.length > first };
  }

  @Subscription(() => JournalEntry, {
    name: 'journal',
    description:
      'Every entry after a seq, in order and without holes, then every new one as it happens. Resume with the seq and epoch of the last entry you have; RESYNC means: load the present state, and follow from there.',
    subscribe: ({ args, context }) => context.live.entries(args.meetingId, args),
  })
  follow(
    @Root() entry: EntryRow | Error,
    @Arg('meetingId', () => ID, MEETING_ID) _meetingId: string,
    @Arg('after', () => Int, {
      nullable: true,
      description: 'Seq of the last entry you have; 0: from the beginning; null: only new entries.',
    })
    _after: number | null,
    @Arg('epoch', () => ID, { nullable: true, description: 'Epoch of that seq; null: the present one.' })
    _epoch: string | null,
  ): JournalEntry {
    if (entry instanceof Error) throw entry;
    return entry;
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Of StepUndone: the seq of the entry that was taken back.' })
  undoneSeq(@Root() { refs }: EntryRow): number | null {
    return refs.undoneSeq ?? null;
  }

  @FieldResolver(() => AgendaItem, {
    nullable: true,
    description: 'The agenda item it is about; null if it was dropped since.',
  })
  item(@Root() { refs }: EntryRow, @Ctx() { load }: Context) {
    return load.one(AgendaItemRow, refs.itemId ?? null);
  }

  @FieldResolver(() => Statement, { nullable: true, description: 'The statement it is about.' })
  statement(@Root() { refs }: EntryRow, @Ctx() { load }: Context) {
    return load.one(StatementRow, refs.statementId ?? null);
  }

  @FieldResolver(() => Turn, {
    nullable: true,
    description: 'The turn it is about; null if the step was undone since.',
  })
  turn(@Root() { refs }: EntryRow, @Ctx() { load }: Context) {
    return load.one(TurnRow, refs.turnId ?? null);
  }

  @FieldResolver(() => AppraisalComment, { nullable: true, description: 'The comment it is about, as it stands now.' })
  comment(@Root() { refs }: EntryRow, @Ctx() { load }: Context) {
    return load.one(CommentRow, refs.commentId ?? null);
  }

  @FieldResolver(() => Requirement, {
    nullable: true,
    description: 'The requirement it is about; null if it was dropped since.',
  })
  requirement(@Root() { refs }: EntryRow, @Ctx() { load }: Context) {
    return load.one(RequirementRow, refs.requirementId ?? null);
  }

  @FieldResolver(() => Ballot, {
    nullable: true,
    description: 'The round of the ballot it is about; null if its opening was undone since.',
  })
  ballot(@Root() { refs }: EntryRow, @Ctx() { load }: Context) {
    return load.one(BallotRow, refs.ballotId ?? null);
  }

  @FieldResolver(() => Participant, {
    nullable: true,
    description: 'The participant it is about; null if removed since.',
  })
  participant(@Root() { refs }: EntryRow, @Ctx() { load }: Context) {
    return load.one(ParticipantRow, refs.participantId ?? null);
  }
}

@Resolver(() => Receipt)
export class ReceiptResolver {
  @FieldResolver(() => Meeting, {
    nullable: true,
    description: 'The meeting as it stands now; null if it was deleted, or is not for one’s eyes.',
  })
  async meeting(@Root() { meetingId }: Receipt, @Ctx() { database, sight }: Context) {
    if (!(await sight(meetingId)).isSeen) return null;
    return findMeeting(database, meetingId).catch((error) => {
      if (error instanceof Refusal) return null;
      throw error;
    });
  }
}
