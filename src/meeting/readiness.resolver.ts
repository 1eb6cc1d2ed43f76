import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { AgendaItemRow } from '../agenda/agenda.entity.js';
import type { Context } from '../context.js';
import { DisplayRow } from '../display/display.entity.js';
import { ParticipantRow } from '../people/participant.entity.js';
import { PersonRow } from '../people/person.entity.js';
import { RequirementRow } from '../requirement/requirement.entity.js';
import { SlipRow } from '../slip/slip.entity.js';
import { StatementRow } from '../statement/statement.entity.js';
import { Volatile } from '../volatile.js';
import type { MeetingRow } from './meeting.entity.js';
import { Meeting } from './meeting.type.js';
import { readiness } from './readiness.rules.js';
import { Finding } from './readiness.type.js';

@Resolver(() => Meeting)
export class ReadinessResolver {
  @Volatile()
  @FieldResolver(() => [Finding], {
    description:
      'Before it is opened: what it lacks, and what is likely to be a mistake, the worst first. Empty for whoever doesn’t run it.',
  })
  async readiness(@Root() meeting: MeetingRow, @Ctx() { load, clock }: Context): Promise<Finding[]> {
    const { id } = meeting;
    const at = new Date(clock.now());
    const [participants, items, statements, requirements, displays] = await Promise.all([
      load.many(ParticipantRow, 'meetingId', id, 'id'),
      load.many(AgendaItemRow, 'meetingId', id, 'position'),
      load.many(StatementRow, 'meetingId', id, 'id'),
      load.many(RequirementRow, 'meetingId', id, 'number'),
      load.many(DisplayRow, 'meetingId', id, 'pairedAt'),
    ]);
    const [persons, slips] = await Promise.all([
      Promise.all(participants.map(({ personId }) => load.one(PersonRow, personId))),
      Promise.all(participants.map((one) => load.many(SlipRow, 'participantId', one.id, 'issuedAt'))),
    ]);
    const valid = slips.flat().filter(({ revokedAt, expiresAt }) => revokedAt === null && expiresAt > at);
    return readiness(
      { meeting, participants, items, statements, requirements },
      {
        people: new Map(persons.flatMap((person) => (person ? [[person.id, person] as const] : []))),
        withSlip: new Set(valid.map(({ participantId }) => participantId)),
        displays: displays.filter(({ revokedAt }) => revokedAt === null).length,
        at,
      },
    );
  }
}
