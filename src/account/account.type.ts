import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../connection.js';

@ObjectType({ description: 'Somebody who may sign in without being at a meeting: an operator or an administrator.' })
export class Account {
  @Field(() => ID, { description: 'Id of the account.' })
  id!: string;

  @Field(() => String, { description: 'The name to sign in with, in lower case.' })
  name!: string;

  @Field(() => String, { description: 'How people know them.' })
  displayName!: string;

  @Field(() => Boolean, {
    description: 'Whether they administer Rostrum: accounts, the audit trail, and every meeting.',
  })
  isAdministrator!: boolean;

  @Field(() => Boolean, { description: 'Whether they are kept from signing in.' })
  isSuspended!: boolean;

  @Field(() => Date, { description: 'When it was created.' })
  createdAt!: Date;
}

@InputType({ description: 'An account to create.' })
export class AccountInput {
  @Field(() => String, {
    description: 'The name to sign in with: 1 to 64 letters, digits and `._@-`; kept in lower case.',
  })
  name!: string;

  @Field(() => String, { description: 'How people know them, 1 to 100 characters.' })
  displayName!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether they administer Rostrum.' })
  isAdministrator!: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'Who this is among the persons: the duties of that participant are the account’s, too.',
  })
  personId?: string | null;
}

@InputType({ description: 'What changes for an account; a field left out stays as it is.' })
export class UpdateAccountInput {
  @Field(() => String, { nullable: true, description: 'How people know them, 1 to 100 characters.' })
  displayName?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether they administer Rostrum. A change signs them out.' })
  isAdministrator?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Who this is among the persons; null: nobody.' })
  personId?: string | null;
}

@ObjectType({ description: 'Somebody was invited.' })
export class Invited {
  @Field(() => Account, { description: 'Their account.' })
  account!: Account;

  @Field(() => String, {
    description: 'The link to set a password with. It works once, and it is told this once: nobody can read it again.',
  })
  link!: string;

  @Field(() => Date, { description: 'Until when the link works.' })
  expiresAt!: Date;
}

@ObjectType({ description: 'One account in a list.' })
export class AccountEdge {
  @Field(() => String, { description: 'Cursor of this account.' })
  cursor!: string;

  @Field(() => Account, { description: 'The account.' })
  node!: Account;
}

@ObjectType({ description: 'A page of accounts.' })
export class AccountConnection {
  @Field(() => [AccountEdge], { description: 'The accounts of this page.' })
  edges!: AccountEdge[];

  @Field(() => PageInfo, { description: 'Where the page stands.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are in all.' })
  totalCount!: number;
}
