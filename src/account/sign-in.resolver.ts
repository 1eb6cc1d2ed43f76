import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { endSessions } from '../access/session.store.js';
import { checkKeep, hand, Keep, SignedIn } from '../access/signed-in.type.js';
import { noteRefusal } from '../audit/refusals.js';
import type { Context } from '../context.js';
import { Refusal, refuseUnless } from '../errors.js';
import { AccountRow } from './account.entity.js';
import { checkedPassword, triedName } from './account.rules.js';
import { accept } from './invitation.accept.js';
import { enter, recognised } from './sign-in.js';
import { SignInWays } from './sign-in.type.js';

const KEEP = { description: 'Where the session’s token is to be kept.' };
const PASSWORD = 'The password to be: 12 to 200 characters, and not the name.';

@Resolver()
export class SignInResolver {
  @Query(() => SignInWays, { description: 'How operators and administrators can sign in here.' })
  signInWays(@Ctx() { config: { OIDC_ISSUER, OIDC_NAME } }: Context): SignInWays {
    return { password: true, oidc: OIDC_ISSUER ? { label: OIDC_NAME, path: '/sign-in/oidc' } : null };
  }

  @Mutation(() => SignedIn, {
    description:
      'Signs in with a name and a password. WRONG_CREDENTIALS whatever of it is wrong; TOO_MANY_ATTEMPTS after ten in a quarter of an hour.',
  })
  async signIn(
    @Arg('name', () => String, { description: 'Name of the account, in any case.' }) name: string,
    @Arg('password', () => String, { description: 'The password.' }) password: string,
    @Arg('keep', () => Keep, KEEP) keep: Keep,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SignedIn> {
    const { act, config, visit } = context;
    checkKeep(visit, keep);
    try {
      const { id, passwordHash } = await recognised(context, name, password);
      const opened = await act({ action: 'signIn', subjectId: id }, async (manager) => {
        // It may have been suspended, or its password changed, since it was looked at.
        const where = { id, passwordHash, isSuspended: false };
        const isStill = await manager.findOne(AccountRow, { where, lock: { mode: 'pessimistic_read' } });
        refuseUnless(isStill !== null, 'WRONG_CREDENTIALS');
        return enter(manager, config, visit, id, keep);
      });
      return hand(visit, keep, opened);
    } catch (error) {
      // Who was meant, and never with what. [N4]
      const tried = triedName(name);
      if (error instanceof Refusal && tried !== null) noteRefusal(context, info, {}, error, { name: tried });
      throw error;
    }
  }

  @Mutation(() => SignedIn, {
    description:
      'Uses a one-time link: sets a password, or enters at once where the link is made for that. LINK_USED if it was used or has expired. Without a password where one is wanted it is refused (INVALID_INPUT), and the link stays good.',
  })
  async useInvitation(
    @Arg('token', () => String, { description: 'What stands behind the # of the link.' }) token: string,
    @Arg('name', () => String, {
      nullable: true,
      description: 'The name to sign in with from now on; null: the one that the account has.',
    })
    name: string | null,
    @Arg('password', () => String, { nullable: true, description: PASSWORD }) password: string | null,
    @Arg('keep', () => Keep, KEEP) keep: Keep,
    @Ctx() context: Context,
  ): Promise<SignedIn> {
    checkKeep(context.visit, keep);
    return hand(context.visit, keep, await accept(context, { token, name, password, keep }));
  }

  /** Whoever knew the former password is signed out, but for the one who changes it. [N8] */
  @Mutation(() => Boolean, {
    description:
      'Changes one’s own password, and ends all one’s other sessions. WRONG_CREDENTIALS if the present one is wrong.',
  })
  async changePassword(
    @Arg('password', () => String, { description: 'The present password.' }) password: string,
    @Arg('newPassword', () => String, { description: PASSWORD }) given: string,
    @Ctx() context: Context,
  ): Promise<boolean> {
    const { act, database, passwords, visit } = context;
    const { kind, id, sessionId } = visit.viewer;
    if (kind !== 'ACCOUNT' || id === null) throw new Refusal('FORBIDDEN');
    const { name } = await database.manager.findOneByOrFail(AccountRow, { id });
    const newPassword = checkedPassword('newPassword', given, name);
    const { passwordHash } = await recognised(context, name, password);
    const newHash = await passwords.hash(newPassword);
    await act({ action: 'changePassword', subjectId: id }, async (manager) => {
      const { affected } = await manager.update(AccountRow, { id, passwordHash }, { passwordHash: newHash });
      refuseUnless(affected === 1, 'WRONG_CREDENTIALS');
      await endSessions(manager, { accountId: id }, sessionId);
    });
    return true;
  }
}
