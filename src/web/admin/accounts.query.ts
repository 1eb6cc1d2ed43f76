import type { ResultOf } from 'gql.tada';
import { operation } from '../shared/operation.js';

export const Accounts = operation(`
  query Accounts($first: Int!, $text: String) {
    accounts(first: $first, text: $text) {
      edges {
        node {
          id
          name
          displayName
          isAdministrator
          isSuspended
          hasPassword
          isLinked
          createdAt
          person { id name organization { name } }
          appointments { duty meeting { id title } }
        }
      }
      pageInfo { hasNextPage }
      totalCount
    }
  }
`);

export const Appoint = operation(`
  mutation Appoint($meetingId: ID!, $accountId: ID!, $duty: Duty!) {
    appoint(meetingId: $meetingId, accountId: $accountId, duty: $duty) { duty }
  }
`);

export const Dismiss = operation(`
  mutation Dismiss($meetingId: ID!, $accountId: ID!, $duty: Duty!) {
    dismiss(meetingId: $meetingId, accountId: $accountId, duty: $duty)
  }
`);

export const Persons = operation(`
  query Persons($text: String!) {
    persons(first: 20, text: $text) { edges { node { id name post organization { name } } } }
  }
`);

export const CreateAccount = operation(`
  mutation CreateAccount($input: AccountInput!) {
    createAccount(input: $input) { account { id displayName } link expiresAt }
  }
`);

export const UpdateAccount = operation(`
  mutation UpdateAccount($id: ID!, $input: UpdateAccountInput!) {
    updateAccount(id: $id, input: $input) { id }
  }
`);

export const SuspendAccount = operation(`
  mutation SuspendAccount($id: ID!) {
    suspendAccount(id: $id) { id }
  }
`);

export const ReinstateAccount = operation(`
  mutation ReinstateAccount($id: ID!) {
    reinstateAccount(id: $id) { id }
  }
`);

export const InviteAgain = operation(`
  mutation InviteAgain($id: ID!) {
    inviteAgain(id: $id) { account { id displayName } link expiresAt }
  }
`);

export type Account = ResultOf<typeof Accounts>['accounts']['edges'][number]['node'];
export type Invited = ResultOf<typeof CreateAccount>['createAccount'];
