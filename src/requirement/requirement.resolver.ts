import { Arg, Args, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { CommandArgs, Receipt } from '../journal/journal.type.js';
import { addRequirement, dropRequirement, revealRequirement, updateRequirement } from './requirement.rules.js';
import { RequirementInput } from './requirement.type.js';

const REQUIREMENT_ID = { description: 'Id of the requirement.' };

@Resolver()
export class RequirementResolver {
  @Mutation(() => Receipt, { description: 'Adds a requirement with the next number; `subjectId` is its id.' })
  addRequirement(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('input', () => RequirementInput, { description: 'The requirement.' }) input: RequirementInput,
    @Ctx() { write }: Context,
  ) {
    return write(command, addRequirement, input);
  }

  @Mutation(() => Receipt, { description: 'Changes a requirement that was not revealed.' })
  updateRequirement(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('requirementId', () => ID, REQUIREMENT_ID) requirementId: string,
    @Arg('input', () => RequirementInput, { description: 'What it becomes.' }) input: RequirementInput,
    @Ctx() { write }: Context,
  ) {
    return write(command, updateRequirement, { ...input, requirementId });
  }

  @Mutation(() => Receipt, { description: 'Drops a requirement that was not revealed; later ones move up.' })
  dropRequirement(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('requirementId', () => ID, REQUIREMENT_ID) requirementId: string,
    @Ctx() { write }: Context,
  ) {
    return write(command, dropRequirement, { requirementId });
  }

  @Mutation(() => Receipt, {
    description: 'Reveals the next requirement to the room, while the REQUIREMENTS item is current.',
  })
  revealRequirement(@Args(() => CommandArgs) command: CommandArgs, @Ctx() { write }: Context) {
    return write(command, revealRequirement, {});
  }
}
