import type { VariablesOf } from 'gql.tada';
import { operation } from '../shared/operation.js';

export const AddItem = operation(`
  mutation AddItem($meetingId: ID!, $expectedSeq: Int, $idempotencyKey: String, $input: AgendaItemInput!) {
    addItem(meetingId: $meetingId, expectedSeq: $expectedSeq, idempotencyKey: $idempotencyKey, input: $input) { seq }
  }
`);

export const UpdateItem = operation(`
  mutation UpdateItem(
    $meetingId: ID!
    $expectedSeq: Int
    $idempotencyKey: String
    $itemId: ID!
    $input: UpdateAgendaItemInput!
  ) {
    updateItem(
      meetingId: $meetingId
      expectedSeq: $expectedSeq
      idempotencyKey: $idempotencyKey
      itemId: $itemId
      input: $input
    ) { seq }
  }
`);

export const MoveItem = operation(`
  mutation MoveItem($meetingId: ID!, $expectedSeq: Int, $idempotencyKey: String, $itemId: ID!, $position: Int!) {
    moveItem(
      meetingId: $meetingId
      expectedSeq: $expectedSeq
      idempotencyKey: $idempotencyKey
      itemId: $itemId
      position: $position
    ) { seq }
  }
`);

export const DropItem = operation(`
  mutation DropItem($meetingId: ID!, $expectedSeq: Int, $idempotencyKey: String, $itemId: ID!) {
    dropItem(meetingId: $meetingId, expectedSeq: $expectedSeq, idempotencyKey: $idempotencyKey, itemId: $itemId) { seq }
  }
`);

export type ItemKind = VariablesOf<typeof AddItem>['input']['kind'];
