import { Arg, Args, Ctx, Mutation, Resolver } from 'type-graphql';
import { validate as isUuid } from 'uuid';
import type { Context } from '../context.js';
import { CommandArgs, Receipt } from '../journal/journal.type.js';
import type { Rule } from '../meeting/course.js';
import { OrganizationRow } from '../people/organization.entity.js';
import { ParticipantRow } from '../people/participant.entity.js';
import { PersonRow } from '../people/person.entity.js';
import type { AgendaPlan } from './plan.outline.js';
import { planAgenda as plan } from './plan.rules.js';
import { AgendaPlanInput } from './plan.type.js';

/** The unit's name of a participant, or of a person. */
async function unitOf({ load }: Context, given: string): Promise<string> {
  if (!isUuid(given)) return '';
  const participant = await load.one(ParticipantRow, given.toLowerCase());
  const person = await load.one(PersonRow, participant?.personId ?? given.toLowerCase());
  return (await load.one(OrganizationRow, person?.organizationId ?? null))?.name ?? '';
}

/**
 * The rule, with the units' names beside what was said: a unit may be renamed before a command whose answer was lost is
 * repeated, and it is the same command still. [W4]
 */
function withUnits(units: AgendaPlan['units']): Rule<AgendaPlanInput> {
  const planAgenda: Rule<AgendaPlanInput> = (course, input, now) => plan(course, { ...input, units }, now);
  return planAgenda;
}

@Resolver()
export class PlanResolver {
  @Mutation(() => Receipt, {
    description:
      'Plans the whole agenda in one step, while the meeting is DRAFT or SCHEDULED: “one statement, one comment” (一述一评) for any number of speakers. DUPLICATE if a speaker is named twice; IN_USE if a statement that was commented on would go.',
  })
  async planAgenda(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('input', () => AgendaPlanInput, { description: 'The plan.' }) input: AgendaPlanInput,
    @Ctx() context: Context,
  ) {
    const units = await Promise.all(input.speakerIds.map(async (one) => [one, await unitOf(context, one)] as const));
    return context.write(command, withUnits(Object.fromEntries(units)), { ...input });
  }
}
