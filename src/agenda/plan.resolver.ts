import { Arg, Args, Ctx, Mutation, Resolver } from 'type-graphql';
import { validate as isUuid } from 'uuid';
import type { Context } from '../context.js';
import { CommandArgs, Receipt } from '../journal/journal.type.js';
import { OrganizationRow } from '../people/organization.entity.js';
import { ParticipantRow } from '../people/participant.entity.js';
import { PersonRow } from '../people/person.entity.js';
import { planAgenda } from './plan.rules.js';
import { AgendaPlanInput } from './plan.type.js';

/** The unit's name of a participant, or of a person. */
async function unitOf({ load }: Context, given: string): Promise<string> {
  if (!isUuid(given)) return '';
  const participant = await load.one(ParticipantRow, given.toLowerCase());
  const person = await load.one(PersonRow, participant?.personId ?? given.toLowerCase());
  return (await load.one(OrganizationRow, person?.organizationId ?? null))?.name ?? '';
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
    return context.write(command, planAgenda, { ...input, units: Object.fromEntries(units) });
  }
}
