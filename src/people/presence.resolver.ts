import { Arg, Args, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { CommandArgs, Receipt } from '../journal/journal.type.js';
import { recordLeaving, signInParticipant } from './presence.rules.js';

const PARTICIPANT_ID = { description: 'Id of the participant.' };

@Resolver()
export class PresenceResolver {
  @Mutation(() => Receipt, {
    description:
      'A participant is there: signs in (签到), or comes back (返回). From SCHEDULED until it is closed. For whoever is there already nothing changes, and `type` is null.',
  })
  signInParticipant(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('participantId', () => ID, PARTICIPANT_ID) participantId: string,
    @Ctx() { write }: Context,
  ) {
    return write(command, signInParticipant, { participantId });
  }

  @Mutation(() => Receipt, {
    description:
      'A participant leaves early (中途离会). NOT_PRESENT before they signed in. For whoever has left already nothing changes, and `type` is null.',
  })
  recordLeaving(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('participantId', () => ID, PARTICIPANT_ID) participantId: string,
    @Ctx() { write }: Context,
  ) {
    return write(command, recordLeaving, { participantId });
  }
}
