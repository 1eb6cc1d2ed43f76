import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { andSeen } from '../access/seen.query.js';
import { AgendaItemRow } from '../agenda/agenda.entity.js';
import { AgendaItem } from '../agenda/agenda.type.js';
import { anywhere, connection, PageArgs } from '../connection.js';
import type { Context } from '../context.js';
import { text as plain, id as reference } from '../input.js';
import { OrganizationRow } from '../people/organization.entity.js';
import { Organization } from '../people/organization.type.js';
import { ParticipantRow } from '../people/participant.entity.js';
import { Duty, Participant } from '../people/participant.type.js';
import { attendance } from '../people/presence.rules.js';
import { Attendance } from '../people/presence.type.js';
import { RequirementRow } from '../requirement/requirement.entity.js';
import { Requirement } from '../requirement/requirement.type.js';
import { StatementRow } from '../statement/statement.entity.js';
import { Statement } from '../statement/statement.type.js';
import { MeetingRow } from './meeting.entity.js';
import { findMeeting } from './meeting.load.js';
import { Meeting, MeetingConnection, MeetingFilter } from './meeting.type.js';

@Resolver(() => Meeting)
export class MeetingResolver {
  @Query(() => MeetingConnection, { description: 'The meetings that one may see, the latest planned start first.' })
  async meetings(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => MeetingFilter, { nullable: true, description: 'Which meetings; null: all.' })
    filter: MeetingFilter | null,
    @Ctx() { database, visit }: Context,
  ) {
    const query = database.manager.createQueryBuilder(MeetingRow, 'row');
    andSeen(query, visit.viewer);
    const { status, period, organizationId, text } = filter ?? {};
    if (status != null) query.andWhere('row.status = ANY(:status)', { status });
    if (period != null)
      query.andWhere('row.period = :period', { period: plain('period', period, { max: 50, empty: true }) });
    if (organizationId != null) {
      query.andWhere('row.organizationId = :organizationId', {
        organizationId: reference('organization', organizationId),
      });
    }
    if (text != null) query.andWhere('(row.title ILIKE :text OR row.venue ILIKE :text)', { text: anywhere(text) });
    return connection(query, page, { column: 'startsAt', direction: 'DESC' });
  }

  @Query(() => Meeting, { description: 'One meeting. NOT_FOUND if there is none with this id.' })
  meeting(@Arg('id', () => ID, { description: 'Id of the meeting.' }) id: string, @Ctx() { database }: Context) {
    return findMeeting(database, id);
  }

  @FieldResolver(() => Organization, { description: 'The unit that holds it.' })
  organization(@Root() { organizationId }: MeetingRow, @Ctx() { load }: Context) {
    return load.one(OrganizationRow, organizationId);
  }

  /** The console shows by it what somebody can do, and nothing else. [J10] */
  @FieldResolver(() => Boolean, {
    description: 'Whether whoever asks prepares and runs it: as HOST, as RECORDER or as an administrator.',
  })
  async mayRun(@Root() { id }: MeetingRow, @Ctx() { sight }: Context) {
    return (await sight(id)).isOperator;
  }

  @FieldResolver(() => [AgendaItem], { description: 'The agenda, in order.' })
  agenda(@Root() { id }: MeetingRow, @Ctx() { load }: Context) {
    return load.many(AgendaItemRow, 'meetingId', id, 'position');
  }

  @FieldResolver(() => AgendaItem, { nullable: true, description: 'The item being dealt with, if any.' })
  currentItem(@Root() { currentItemId }: MeetingRow, @Ctx() { load }: Context) {
    return load.one(AgendaItemRow, currentItemId);
  }

  @FieldResolver(() => [Statement], { description: 'All statements, on-site and written.' })
  statements(@Root() { id }: MeetingRow, @Ctx() { load }: Context) {
    return load.many(StatementRow, 'meetingId', id, 'id');
  }

  @FieldResolver(() => [Participant], { description: 'The participants, in the order in which they were added.' })
  async participants(
    @Root() { id }: MeetingRow,
    @Arg('duty', () => Duty, { nullable: true, description: 'Only those with this duty.' }) duty: Duty | null,
    @Ctx() { load }: Context,
  ) {
    const all = await load.many(ParticipantRow, 'meetingId', id, 'id');
    return duty == null ? all : all.filter(({ duties }) => duties.includes(duty));
  }

  @FieldResolver(() => Attendance, { description: 'How many have come.' })
  async attendance(@Root() { id, quorum }: MeetingRow, @Ctx() { load }: Context) {
    return attendance(await load.many(ParticipantRow, 'meetingId', id, 'id'), quorum);
  }

  @FieldResolver(() => [Requirement], {
    description:
      'The requirements in the order of their numbers; those not revealed yet for commenters and those who run the meeting only.',
  })
  requirements(@Root() { id }: MeetingRow, @Ctx() { load }: Context) {
    return load.many(RequirementRow, 'meetingId', id, 'number');
  }
}
