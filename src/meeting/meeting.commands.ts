import { Arg, Args, Ctx, Int, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { CommandArgs, Receipt } from '../journal/journal.type.js';
import {
  archiveMeeting,
  closeMeeting,
  createMeeting,
  deleteMeeting,
  openMeeting,
  pauseMeeting,
  resumeMeeting,
  scheduleMeeting,
  unscheduleMeeting,
  updateMeeting,
} from './meeting.rules.js';
import { CreateMeetingInput, UpdateMeetingInput } from './meeting.type.js';

@Resolver()
export class MeetingCommands {
  @Mutation(() => Receipt, { description: 'Creates a meeting as a DRAFT; `subjectId` is its id.' })
  createMeeting(
    @Arg('input', () => CreateMeetingInput, { description: 'The meeting.' }) input: CreateMeetingInput,
    @Arg('idempotencyKey', () => String, {
      nullable: true,
      description: 'A key of your own choice; sent again it creates nothing.',
    })
    idempotencyKey: string | null,
    @Ctx() { write }: Context,
  ) {
    return write.create(createMeeting, input, idempotencyKey);
  }

  @Mutation(() => Receipt, { description: 'Changes a DRAFT.' })
  updateMeeting(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('input', () => UpdateMeetingInput, { description: 'What changes.' }) input: UpdateMeetingInput,
    @Ctx() { write }: Context,
  ) {
    return write(command, updateMeeting, input);
  }

  @Mutation(() => Receipt, { description: 'Deletes a DRAFT and all that belongs to it.' })
  deleteMeeting(@Args(() => CommandArgs) command: CommandArgs, @Ctx() { write }: Context) {
    return write(command, deleteMeeting, {});
  }

  @Mutation(() => Receipt, { description: 'DRAFT → SCHEDULED. NOT_READY without a host, a commenter or a statement.' })
  scheduleMeeting(@Args(() => CommandArgs) command: CommandArgs, @Ctx() { write }: Context) {
    return write(command, scheduleMeeting, {});
  }

  @Mutation(() => Receipt, { description: 'SCHEDULED → DRAFT, to change it again.' })
  unscheduleMeeting(@Args(() => CommandArgs) command: CommandArgs, @Ctx() { write }: Context) {
    return write(command, unscheduleMeeting, {});
  }

  @Mutation(() => Receipt, { description: 'SCHEDULED → LIVE. NOT_READY as for scheduling.' })
  openMeeting(@Args(() => CommandArgs) command: CommandArgs, @Ctx() { write }: Context) {
    return write(command, openMeeting, {});
  }

  @Mutation(() => Receipt, { description: 'LIVE → PAUSED: an intermission. A running turn is paused with it.' })
  pauseMeeting(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('returnInSeconds', () => Int, {
      nullable: true,
      description: 'Announce the return in so many seconds, 10 to 86400.',
    })
    returnInSeconds: number | null,
    @Ctx() { write }: Context,
  ) {
    return write(command, pauseMeeting, { returnInSeconds });
  }

  @Mutation(() => Receipt, { description: 'PAUSED → LIVE. A turn that the intermission paused goes on.' })
  resumeMeeting(@Args(() => CommandArgs) command: CommandArgs, @Ctx() { write }: Context) {
    return write(command, resumeMeeting, {});
  }

  @Mutation(() => Receipt, {
    description:
      'LIVE → CLOSED. Refused while somebody speaks, a comment is missing, or statements are still to be called.',
  })
  closeMeeting(@Args(() => CommandArgs) command: CommandArgs, @Ctx() { write }: Context) {
    return write(command, closeMeeting, {});
  }

  @Mutation(() => Receipt, { description: 'CLOSED → ARCHIVED. Nothing changes any more.' })
  archiveMeeting(@Args(() => CommandArgs) command: CommandArgs, @Ctx() { write }: Context) {
    return write(command, archiveMeeting, {});
  }

  @Mutation(() => Receipt, {
    description:
      'Takes the last step back. STEP_DEPENDED_ON if something was done since that rests on it; NOTHING_TO_UNDO if there is none.',
  })
  undoLastStep(@Args(() => CommandArgs) command: CommandArgs, @Ctx() { write }: Context) {
    return write.undo(command);
  }
}
