import { Arg, Args, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { CommandArgs, Receipt } from '../journal/journal.type.js';
import { ExpectedSheetsInput, OpenBallotInput } from './ballot.type.js';
import { holdAgain, openBallot } from './open.rules.js';
import { recordTally, revealResult } from './tally.rules.js';
import { closeBallot, reportTurnout } from './turnout.rules.js';

const BALLOT_ID = { description: 'Id of the round that is reported of.' };
const EXPECTED = {
  nullable: true,
  description: 'Refuse with TURNOUT_CHANGED unless the round stands like this; null: however it stands.',
};
const ISSUED = { nullable: true, description: 'Sheets issued, 1 to 100000; null: as reported before.' };
const COLLECTED = { nullable: true, description: 'Sheets collected, 0 to 100000; null: as reported before.' };
const VOID = { nullable: true, description: 'Void sheets among them; null: as reported before, or not counted yet.' };

@Resolver()
export class BallotCommands {
  @Mutation(() => Receipt, {
    description: 'Opens a ballot on paper, while the BALLOT item is current; `subjectId` is the id of its round.',
  })
  openBallot(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('input', () => OpenBallotInput, { description: 'How it is held.' }) input: OpenBallotInput,
    @Ctx() { write }: Context,
  ) {
    return write(command, openBallot, input);
  }

  @Mutation(() => Receipt, {
    description:
      'Says how many sheets of a round were issued, cast and void: while it is open, never more cast than issued; while it is counted, what the tellers find. More collected than issued: the round is void, until it is put right here, or held again.',
  })
  reportTurnout(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('ballotId', () => ID, BALLOT_ID) ballotId: string,
    @Arg('issued', () => Int, ISSUED) issued: number | null,
    @Arg('cast', () => Int, { ...COLLECTED, description: 'Sheets cast, or collected; null: as reported before.' })
    cast: number | null,
    @Arg('void', () => Int, { ...VOID, description: 'Void sheets, once the ballot is closed.' }) spoilt: number | null,
    @Arg('expected', () => ExpectedSheetsInput, EXPECTED) expected: ExpectedSheetsInput | null,
    @Ctx() { write }: Context,
  ) {
    return write(command, reportTurnout, { ballotId, issued, cast, void: spoilt, expected });
  }

  @Mutation(() => Receipt, {
    description:
      'Closes the open ballot; the tellers count it. More sheets collected than issued: the round is void, and says so.',
  })
  closeBallot(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('issued', () => Int, ISSUED) issued: number | null,
    @Arg('cast', () => Int, COLLECTED) cast: number | null,
    @Arg('void', () => Int, VOID) spoilt: number | null,
    @Ctx() { write }: Context,
  ) {
    return write(command, closeBallot, { issued, cast, void: spoilt });
  }

  @Mutation(() => Receipt, {
    description:
      'Records what was counted for one candidate of a round, until its result is revealed. The room sees nothing of it before; of an IMMEDIATE ballot, what completes the count reveals the result.',
  })
  recordTally(
    @Args(() => CommandArgs) command: CommandArgs,
    @Arg('ballotId', () => ID, BALLOT_ID) ballotId: string,
    @Arg('statementId', () => ID, { description: 'Id of the candidate’s statement.' }) statementId: string,
    @Arg('counts', () => [Int], { description: 'Marks at each level, in their order.' }) counts: number[],
    @Arg('abstentions', () => Int, { defaultValue: 0, description: 'Abstentions, blank rows among them.' })
    abstentions: number,
    @Ctx() { write }: Context,
  ) {
    return write(command, recordTally, { ballotId, statementId, counts, abstentions });
  }

  @Mutation(() => Receipt, {
    description:
      'Reveals the result of the current ballot. Refused while a candidate is not counted, or the marks of one are not as many as the valid sheets.',
  })
  revealResult(@Args(() => CommandArgs) command: CommandArgs, @Ctx() { write }: Context) {
    return write(command, revealResult, {});
  }

  @Mutation(() => Receipt, {
    description: 'Holds a void ballot again: a new round as the last one was; earlier rounds stay.',
  })
  holdAgain(@Args(() => CommandArgs) command: CommandArgs, @Ctx() { write }: Context) {
    return write(command, holdAgain, {});
  }
}
