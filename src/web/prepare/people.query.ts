import type { ResultOf } from 'gql.tada';
import { operation } from '../shared/operation.js';

export const FindUnits = operation(`
  query FindUnits($text: String!) {
    organizations(first: 8, text: $text) {
      edges { node { id name parent { name } } }
      pageInfo { hasNextPage }
    }
  }
`);

export const FindPersons = operation(`
  query FindPersons($text: String!) {
    persons(first: 8, text: $text) {
      edges { node { id name post organization { id name } } }
      pageInfo { hasNextPage }
    }
  }
`);

export const CreateUnit = operation(`
  mutation CreateUnit($input: OrganizationInput!) {
    createOrganization(input: $input) { id name }
  }
`);

export const CreatePerson = operation(`
  mutation CreatePerson($input: PersonInput!) {
    createPerson(input: $input) { id name }
  }
`);

export const AddParticipant = operation(`
  mutation AddParticipant($meetingId: ID!, $expectedSeq: Int, $idempotencyKey: String, $input: ParticipantInput!) {
    addParticipant(meetingId: $meetingId, expectedSeq: $expectedSeq, idempotencyKey: $idempotencyKey, input: $input) {
      seq
    }
  }
`);

export const UpdateParticipant = operation(`
  mutation UpdateParticipant(
    $meetingId: ID!
    $expectedSeq: Int
    $idempotencyKey: String
    $participantId: ID!
    $input: UpdateParticipantInput!
  ) {
    updateParticipant(
      meetingId: $meetingId
      expectedSeq: $expectedSeq
      idempotencyKey: $idempotencyKey
      participantId: $participantId
      input: $input
    ) { seq }
  }
`);

export const RemoveParticipant = operation(`
  mutation RemoveParticipant($meetingId: ID!, $expectedSeq: Int, $idempotencyKey: String, $participantId: ID!) {
    removeParticipant(
      meetingId: $meetingId
      expectedSeq: $expectedSeq
      idempotencyKey: $idempotencyKey
      participantId: $participantId
    ) { seq }
  }
`);

export type FoundUnit = ResultOf<typeof FindUnits>['organizations']['edges'][number]['node'];
export type FoundPerson = ResultOf<typeof FindPersons>['persons']['edges'][number]['node'];
