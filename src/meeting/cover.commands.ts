import { Arg, Args, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { CommandArgs, Receipt } from '../journal/journal.type.js';
import { blackOutBoard, lightBoard, showMessage, withdrawMessage } from './cover.rules.js';

@Resolver()
export class CoverCommands {
  @Mutation(() => Receipt, {
    description:
      'Makes the screens in the room black; the rostrum’s go on. The course is not touched, and closing the meeting ends it.',
  })
  blackOutBoard(@Args(() => CommandArgs) command: CommandArgs, @Ctx() { write }: Context) {
    return write(command, blackOutBoard, {});
  }

  @Mutation(() => Receipt, { description: 'Shows the board again, as it stands by now.' })
  lightBoard(@Args(() => CommandArgs) command: CommandArgs, @Ctx() { write }: Context) {
    return write(command, lightBoard, {});
  }

  @Mutation(() => Receipt, {
    description: 'Puts a short message over the board, in place of the one before; closing the meeting ends it.',
  })
  showMessage(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('text', () => String, { description: 'The message, 1 to 60 characters.' }) text: string,
    @Ctx() { write }: Context,
  ) {
    return write(command, showMessage, { text });
  }

  @Mutation(() => Receipt, { description: 'Takes the operator’s message away.' })
  withdrawMessage(@Args(() => CommandArgs) command: CommandArgs, @Ctx() { write }: Context) {
    return write(command, withdrawMessage, {});
  }
}
