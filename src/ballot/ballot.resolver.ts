import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { AgendaItemRow } from '../agenda/agenda.entity.js';
import { AgendaItem } from '../agenda/agenda.type.js';
import type { Context } from '../context.js';
import type { MeetingRow } from '../meeting/meeting.entity.js';
import { Meeting } from '../meeting/meeting.type.js';
import { StatementRow } from '../statement/statement.entity.js';
import { Statement } from '../statement/statement.type.js';
import { BallotRow } from './ballot.entity.js';
import { Ballot, BallotTally } from './ballot.type.js';
import { isVoid, validOf } from './count.rules.js';
import { BallotTallyRow } from './tally.entity.js';

@Resolver(() => Ballot)
export class BallotResolver {
  @FieldResolver(() => AgendaItem, { description: 'The agenda item under which it is held.' })
  item(@Root() { itemId }: BallotRow, @Ctx() { load }: Context) {
    return load.one(AgendaItemRow, itemId);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Valid sheets (有效): those cast less the void ones; null until these are counted.',
  })
  valid(@Root() ballot: BallotRow) {
    return validOf(ballot);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the round is void: more sheets were collected than issued.' })
  isVoid(@Root() ballot: BallotRow) {
    return isVoid(ballot);
  }

  @FieldResolver(() => [BallotTally], {
    description:
      'The candidates in the order of the sheet, and what was counted for each. Empty until the result is revealed, but for tellers and those who run the meeting.',
  })
  tallies(@Root() { id }: BallotRow, @Ctx() { load }: Context) {
    return load.many(BallotTallyRow, 'ballotId', id, 'number');
  }
}

@Resolver(() => BallotTally)
export class BallotTallyResolver {
  @FieldResolver(() => Statement, { description: 'The candidate’s statement.' })
  statement(@Root() { statementId }: BallotTallyRow, @Ctx() { load }: Context) {
    return load.one(StatementRow, statementId);
  }
}

@Resolver(() => Meeting)
export class MeetingBallotsResolver {
  @FieldResolver(() => [Ballot], { description: 'All rounds of its ballots, in the order in which they were opened.' })
  ballots(@Root() { id }: MeetingRow, @Ctx() { load }: Context) {
    return load.many(BallotRow, 'meetingId', id, 'openedAt');
  }
}
