import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { anywhere, connection, PageArgs } from '../connection.js';
import type { Context } from '../context.js';
import { id as reference } from '../input.js';
import { PersonRow } from '../people/person.entity.js';
import { Person } from '../people/person.type.js';
import { AccountRow } from './account.entity.js';
import { checkedAccount, checkedChange } from './account.rules.js';
import { addAccount, changeAccount, inviteAgain } from './account.store.js';
import { Account, AccountConnection, AccountInput, Invited, UpdateAccountInput } from './account.type.js';
import { invite, linkOf } from './invitation.store.js';

const ACCOUNT_ID = { description: 'Id of the account.' };

@Resolver(() => Account)
export class AccountResolver {
  @Query(() => AccountConnection, { description: 'The accounts by name.' })
  accounts(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('text', () => String, { nullable: true, description: 'Name or display name contains this, in any case.' })
    text: string | null,
    @Ctx() { database }: Context,
  ) {
    const query = database.manager.createQueryBuilder(AccountRow, 'row');
    if (text != null) query.andWhere('(row.name ILIKE :text OR row.displayName ILIKE :text)', { text: anywhere(text) });
    return connection(query, page, { column: 'name', direction: 'ASC' });
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who this is among the persons, if anybody.' })
  person(@Root() { personId }: AccountRow, @Ctx() { load }: Context) {
    return load.one(PersonRow, personId);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether they can sign in with a password; not before they have set one.',
  })
  hasPassword(@Root() { passwordHash }: AccountRow): boolean {
    return passwordHash !== null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether they have signed in through the OpenID provider.' })
  isLinked(@Root() { subject }: AccountRow): boolean {
    return subject !== null;
  }

  @Mutation(() => Invited, { description: 'Creates an account, and a link for its owner to set a password with.' })
  createAccount(
    @Arg('input', () => AccountInput, { description: 'The account.' }) input: AccountInput,
    @Ctx() { act, home }: Context,
  ): Promise<Invited> {
    const given = checkedAccount(input);
    return act({ action: 'createAccount', detail: { name: given.name } }, async (manager, fact) => {
      const account = await addAccount(manager, given);
      fact.subjectId = account.id;
      const { token, expiresAt } = await invite(manager, account.id, 'PASSWORD');
      return { account, link: linkOf(home(), token), expiresAt };
    });
  }

  @Mutation(() => Account, {
    description: 'Changes an account. OWN_ACCOUNT or LAST_ADMINISTRATOR if nobody might be left to administer.',
  })
  updateAccount(
    @Arg('id', () => ID, ACCOUNT_ID) id: string,
    @Arg('input', () => UpdateAccountInput, { description: 'What changes.' }) input: UpdateAccountInput,
    @Ctx() context: Context,
  ) {
    return change(context, 'updateAccount', id, checkedChange(input));
  }

  @Mutation(() => Account, {
    description:
      'Keeps somebody from signing in, and signs them out everywhere. OWN_ACCOUNT, LAST_ADMINISTRATOR as above.',
  })
  suspendAccount(@Arg('id', () => ID, ACCOUNT_ID) id: string, @Ctx() context: Context) {
    return change(context, 'suspendAccount', id, { isSuspended: true });
  }

  @Mutation(() => Account, { description: 'Lets somebody sign in again who was suspended.' })
  reinstateAccount(@Arg('id', () => ID, ACCOUNT_ID) id: string, @Ctx() context: Context) {
    return change(context, 'reinstateAccount', id, { isSuspended: false });
  }

  @Mutation(() => Invited, {
    description:
      'A new link. The password, earlier links and the bond to a provider are worth nothing from now on, and all sessions end. OWN_ACCOUNT, LAST_ADMINISTRATOR as above.',
  })
  inviteAgain(@Arg('id', () => ID, ACCOUNT_ID) given: string, @Ctx() { act, home, visit }: Context): Promise<Invited> {
    const id = reference('account', given);
    return act({ action: 'inviteAgain', subjectId: id }, async (manager) => {
      const { account, token, expiresAt } = await inviteAgain(manager, id, visit.viewer.id);
      return { account, link: linkOf(home(), token), expiresAt };
    });
  }
}

function change(
  { act, visit: { viewer } }: Context,
  action: string,
  given: string,
  what: Parameters<typeof changeAccount>[2],
): Promise<AccountRow> {
  const id = reference('account', given);
  return act({ action, subjectId: id, detail: what }, (manager) => changeAccount(manager, id, what, viewer.id));
}
