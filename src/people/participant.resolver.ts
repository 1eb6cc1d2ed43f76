import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { CommandArgs, Receipt } from '../journal/journal.type.js';
import type { ParticipantRow } from './participant.entity.js';
import { addParticipant, removeParticipant, updateParticipant } from './participant.rules.js';
import { Participant, ParticipantInput, UpdateParticipantInput } from './participant.type.js';
import { PersonRow } from './person.entity.js';
import { Person } from './person.type.js';

const PARTICIPANT_ID = { description: 'Id of the participant.' };

@Resolver(() => Participant)
export class ParticipantResolver {
  @FieldResolver(() => Person, { description: 'The person.' })
  person(@Root() { personId }: ParticipantRow, @Ctx() { load }: Context) {
    return load.one(PersonRow, personId);
  }

  @Mutation(() => Receipt, { description: 'Adds a person to the meeting; `subjectId` is the participant’s id.' })
  addParticipant(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('input', () => ParticipantInput, { description: 'Who, with which duties.' }) input: ParticipantInput,
    @Ctx() { write }: Context,
  ) {
    return write(command, addParticipant, input);
  }

  @Mutation(() => Receipt, { description: 'Changes duties or seat. IN_USE if a duty that was used would go.' })
  updateParticipant(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('participantId', () => ID, PARTICIPANT_ID) participantId: string,
    @Arg('input', () => UpdateParticipantInput, { description: 'What changes.' }) input: UpdateParticipantInput,
    @Ctx() { write }: Context,
  ) {
    return write(command, updateParticipant, { ...input, participantId });
  }

  @Mutation(() => Receipt, { description: 'Removes a participant. IN_USE if they make a statement or have commented.' })
  removeParticipant(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('participantId', () => ID, PARTICIPANT_ID) participantId: string,
    @Ctx() { write }: Context,
  ) {
    return write(command, removeParticipant, { participantId });
  }
}
