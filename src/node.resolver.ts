import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { ObjectLiteral } from 'typeorm';
import { rolesOf, seesComment, seesRequirement } from './access/rights.rules.js';
import { AgendaItemRow } from './agenda/agenda.entity.js';
import { AgendaItem } from './agenda/agenda.type.js';
import { CommentRow } from './appraisal/comment.entity.js';
import { AppraisalComment } from './appraisal/comment.type.js';
import { BallotRow } from './ballot/ballot.entity.js';
import { Ballot } from './ballot/ballot.type.js';
import type { Context } from './context.js';
import { id as reference } from './input.js';
import { MeetingRow } from './meeting/meeting.entity.js';
import { Meeting } from './meeting/meeting.type.js';
import { Node } from './node.type.js';
import { OrganizationRow } from './people/organization.entity.js';
import { Organization } from './people/organization.type.js';
import { ParticipantRow } from './people/participant.entity.js';
import { Participant } from './people/participant.type.js';
import { PersonRow } from './people/person.entity.js';
import { Person } from './people/person.type.js';
import { RequirementRow } from './requirement/requirement.entity.js';
import { Requirement } from './requirement/requirement.type.js';
import { StatementRow } from './statement/statement.entity.js';
import { Statement } from './statement/statement.type.js';

/** Every kind of node with the rows behind it. */
const kinds: readonly [new () => ObjectLiteral, new () => Node][] = [
  [MeetingRow, Meeting],
  [OrganizationRow, Organization],
  [PersonRow, Person],
  [ParticipantRow, Participant],
  [AgendaItemRow, AgendaItem],
  [StatementRow, Statement],
  [CommentRow, AppraisalComment],
  [RequirementRow, Requirement],
  [BallotRow, Ballot],
];

/** Units and persons are for those who have an account; whatever belongs to a meeting, for those who may see it there. [F2] */
async function isShown(node: ObjectLiteral, { sight, visit }: Context): Promise<boolean> {
  if (node instanceof Organization || node instanceof Person) return rolesOf(visit.viewer).length > 1;
  const seen = await sight(node instanceof Meeting ? node.id : (node as { meetingId: string }).meetingId);
  if (node instanceof AppraisalComment) return seen.isSeen && seesComment(seen, node as CommentRow);
  if (node instanceof Requirement) return seen.isSeen && seesRequirement(seen, node as RequirementRow);
  return seen.isSeen;
}

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description:
      'Anything by its id; null if there is nothing with it, or nothing for one’s eyes. NOT_FOUND if it can’t be an id.',
  })
  async node(@Arg('id', () => ID, { description: 'Id of anything.' }) given: string, @Ctx() context: Context) {
    const { database, load } = context;
    const id = reference('row', given);
    const tables = kinds.map(
      ([row], kind) => `SELECT ${kind} AS kind FROM "${database.getMetadata(row).tableName}" WHERE id = $1`,
    );
    const [found] = await database.query(tables.join(' UNION ALL '), [id]);
    const [row, type] = kinds[found?.kind] ?? [];
    const whole = row ? await load.one(row, id) : null;
    // type-graphql tells the kinds apart by class.
    const node = type && whole && Object.assign(new type(), whole);
    return node && (await isShown(node, context)) ? node : null;
  }

  @Query(() => Date, {
    description: 'The server’s clock. Ask over the socket your display uses to know how far its own clock is off.',
  })
  serverTime(@Ctx() { clock }: Context): Date {
    return new Date(clock.now());
  }
}
