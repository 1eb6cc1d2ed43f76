import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { checkKeep, hand, Keep, SignedIn } from '../access/signed-in.type.js';
import type { Context } from '../context.js';
import { id as reference } from '../input.js';
import type { ParticipantRow } from '../people/participant.entity.js';
import { Participant } from '../people/participant.type.js';
import { Volatile } from '../volatile.js';
import { enter } from './enter.js';
import { SlipRow } from './slip.entity.js';
import { issueSlips, revokeSlip } from './slip.store.js';
import { IssuedSlip, Slip } from './slip.type.js';

const MEETING_ID = { description: 'Id of the meeting.' };

@Resolver(() => Participant)
export class SlipResolver {
  @Volatile()
  @FieldResolver(() => Slip, {
    nullable: true,
    description: 'The slip that was issued to them last; null if there is none, and for whoever may not know.',
  })
  async slip(@Root() { id }: ParticipantRow, @Ctx() { load }: Context) {
    const slip = (await load.many(SlipRow, 'participantId', id, 'issuedAt')).at(-1);
    return slip ? { ...slip, isRevoked: slip.revokedAt !== null } : null;
  }
}

@Resolver()
export class SlipCommands {
  @Mutation(() => [IssuedSlip], {
    description:
      'Gives participants a slip (签到条) each, from SCHEDULED until the meeting is closed. Whoever had one gets a new one: the former is void, and whoever came in with it is out. Valid until 24 hours after the planned start, and for 12 hours at least. The codes are told this once. Who doesn’t run the meeting issues them only to those whose duties are SPEAKER, GUEST or ATTENDEE: FORBIDDEN for others, who are left out where all are meant.',
  })
  issueSlips(
    @Arg('meetingId', () => ID, MEETING_ID) meetingId: string,
    @Arg('participantIds', () => [ID], {
      nullable: true,
      description: 'Ids of the participants; null or none: all who have no valid slip.',
    })
    participantIds: string[] | null,
    @Ctx() context: Context,
  ) {
    const chosen = [...new Set((participantIds ?? []).map((id) => reference('participant', id)))];
    return issueSlips(context, reference('meeting', meetingId), chosen.length > 0 ? chosen : null);
  }

  @Mutation(() => Participant, {
    description: 'Takes a participant’s slip away, and ends what it has opened. NOT_FOUND if they never had one.',
  })
  revokeSlip(
    @Arg('meetingId', () => ID, MEETING_ID) meetingId: string,
    @Arg('participantId', () => ID, { description: 'Id of the participant.' }) participantId: string,
    @Ctx() context: Context,
  ) {
    return revokeSlip(context, reference('meeting', meetingId), reference('participant', participantId));
  }

  @Mutation(() => SignedIn, {
    description:
      'Signs in to a meeting with the code of one’s slip, and is present from then on. Whoever came in with the same slip before is out. WRONG_CODE for every code that is not valid now.',
  })
  async enter(
    @Arg('code', () => String, { description: 'The code of the slip, however it is typed.' }) code: string,
    @Arg('keep', () => Keep, { description: 'Where the session’s token is to be kept.' }) keep: Keep,
    @Ctx() context: Context,
  ) {
    checkKeep(context.visit, keep);
    return hand(context.visit, keep, await enter(context, code, keep));
  }
}
