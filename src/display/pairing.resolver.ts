import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { findSessions } from '../access/session.load.js';
import { endSessions, replacedBy } from '../access/session.store.js';
import { checkKeep, hand, Keep, SignedIn } from '../access/signed-in.type.js';
import type { Context } from '../context.js';
import { Refusal } from '../errors.js';
import { addPairing, pairingState } from './pairing.store.js';
import { Pairing, PairingState } from './pairing.type.js';

const TOKEN = { description: 'The token that requestPairing gave to the screen.' };

/** What a screen does by itself, before anybody knows it. */
@Resolver()
export class PairingResolver {
  @Mutation(() => Pairing, {
    description: 'Gives a screen a code to show, good for ten minutes. TOO_MANY_ATTEMPTS for whoever asks too often.',
  })
  async requestPairing(@Ctx() { attempts, audit, database, visit }: Context): Promise<Pairing> {
    // Each one counts: whoever asks for many is no screen.
    await attempts.spend('PAIRING', visit.address);
    const pairing = await addPairing(database, visit);
    audit.note(visit, { action: 'requestPairing' });
    return pairing;
  }

  @Query(() => PairingState, {
    description:
      'Whether an operator has confirmed the screen; ask every few seconds, by POST. WRONG_CODE when the pairing is over: request another.',
  })
  pairing(@Arg('token', () => String, TOKEN) token: string, @Ctx() { database }: Context): Promise<PairingState> {
    return pairingState(database, token);
  }

  /** An answer that was lost can be asked for again, for as long as the session has no newer token. [Y3] */
  @Mutation(() => SignedIn, {
    description:
      'Signs a confirmed screen in: its token is the one it has already. WRONG_CODE before, or once revoked.',
  })
  async claimDisplay(
    @Arg('token', () => String, TOKEN) token: string,
    @Arg('keep', () => Keep, { description: 'Where the token is to be kept.' }) keep: Keep,
    @Ctx() { act, database, visit }: Context,
  ): Promise<SignedIn> {
    checkKeep(visit, keep);
    const [found] = await findSessions(database, [token]);
    if (found?.kind !== 'DISPLAY' || found.isReplayed) throw new Refusal('WRONG_CODE');
    const { id, meetingId, sessionId, expiresAt } = found;
    return act({ action: 'claimDisplay', meetingId, subjectId: id }, async (manager) => {
      await endSessions(manager, replacedBy(keep, visit), sessionId);
      return hand(visit, keep, { sessionId, token, expiresAt: new Date(expiresAt) });
    });
  }
}
