import { Arg, Args, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { rolesAt } from '../access/rights.rules.js';
import { receivers } from '../access/sentence.js';
import type { Context } from '../context.js';
import { CommandArgs, Receipt } from '../journal/journal.type.js';
import { recordLeaving, signInParticipant } from './presence.rules.js';

const PARTICIPANT_ID = { description: 'Id of the participant.' };

/**
 * One's own coming and going has a limit, before the meeting is locked for it: one telephone must not keep everybody's boards
 * busy. Those at the reception have none. [N9]
 */
async function checkPace(
  { attempts, standing, visit: { address, viewer } }: Context,
  { meetingId }: CommandArgs,
  participantId: string,
): Promise<void> {
  const found = await standing(meetingId);
  if (found?.participantId == null || found.participantId !== participantId.toLowerCase()) return;
  const roles = rolesAt(viewer, meetingId, found);
  if (!receivers.some((role) => roles.includes(role))) await attempts.spend('PRESENCE', address, found.participantId);
}

@Resolver()
export class PresenceResolver {
  @Mutation(() => Receipt, {
    description:
      'A participant is there: signs in (签到), or comes back (返回). From SCHEDULED until it is closed. For whoever is there already nothing changes, and `type` is null.',
  })
  async signInParticipant(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('participantId', () => ID, PARTICIPANT_ID) participantId: string,
    @Ctx() context: Context,
  ) {
    await checkPace(context, command, participantId);
    return context.write(command, signInParticipant, { participantId });
  }

  @Mutation(() => Receipt, {
    description:
      'A participant leaves early (中途离会). NOT_PRESENT before they signed in. For whoever has left already nothing changes, and `type` is null.',
  })
  async recordLeaving(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('participantId', () => ID, PARTICIPANT_ID) participantId: string,
    @Ctx() context: Context,
  ) {
    await checkPace(context, command, participantId);
    return context.write(command, recordLeaving, { participantId });
  }
}
