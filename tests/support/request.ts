import { type GraphQLField, getNamedType, isLeafType } from 'graphql';
import { v7 as uuid } from 'uuid';
import type { Stage } from './stage.js';

/** What a request names: things of a meeting, either the asker's own or somebody else's. */
export interface Named {
  stage: Stage;
  statementId: string;
  participantId: string;
  commentId: string;
  draftId: string;
}

/** A root field with the arguments that it needs, as a document and its variables. */
export interface Request {
  document: string;
  variables: Record<string, unknown>;
}

/** Further than any meeting goes: a command that may be given is refused with CONFLICT, and changes nothing. */
const NEVER = 999_999;

/** By the argument's name. What is not here must be thought about: a new argument fails the test. */
const values: Record<string, (named: Named, field: string) => unknown> = {
  meetingId: ({ stage }) => stage.meetingId,
  expectedSeq: () => NEVER,
  idempotencyKey: () => undefined,
  itemId: ({ stage }) => stage.itemId,
  statementId: ({ statementId }) => statementId,
  speakerId: ({ participantId }) => participantId,
  participantId: ({ participantId }, field) => (field === 'revokeSlip' ? uuid() : participantId),
  participantIds: () => [uuid()],
  commentId: ({ commentId, draftId }, field) => (/Draft$/.test(field) ? draftId : commentId),
  requirementId: ({ stage }) => stage.requirements.hidden,
  ballotId: ({ stage }) => stage.ballotId,
  displayId: () => uuid(),
  accountId: (_, field) => (field === 'sessions' ? undefined : uuid()),
  id: ({ stage }, field) => (field === 'meeting' || field === 'node' ? stage.meetingId : uuid()),
  duty: () => 'RECORDER',
  position: () => 1,
  seconds: () => 60,
  returnInSeconds: () => undefined,
  body: () => 'x',
  reason: () => 'x',
  name: (_, field) => (field === 'signIn' ? uuid() : 'x'),
  password: () => 'not the password',
  newPassword: () => 'short',
  token: () => 'no token at all',
  code: () => '000000',
  keep: () => 'TOKEN',
  first: () => 5,
  after: ({ stage }, field) => (/^(journal|speakerCalled|commentPosted)$/.test(field) ? stage && 0 : undefined),
  epoch: (_, field) => (field === 'reportDisplay' ? uuid() : undefined),
  seq: () => -1,
  clockOffset: () => 0,
  width: () => 1,
  height: () => 1,
  view: () => undefined,
  text: (_, field) => (field === 'showMessage' ? 'x' : undefined),
  issued: () => undefined,
  cast: () => undefined,
  void: () => undefined,
  counts: () => [0, 0, 0, 0],
  abstentions: () => 0,
  filter: () => undefined,
  expected: () => undefined,
  parentId: () => undefined,
  organizationId: () => undefined,
};

/** By the input's type: what the rules would refuse, where nothing else keeps it from being done. */
const inputs: Record<string, (named: Named) => object> = {
  AccountInput: () => ({ name: 'not a name', displayName: '' }),
  AgendaItemInput: () => ({ kind: 'REMARKS', title: 'x' }),
  AgendaPlanInput: () => ({ speakerIds: [] }),
  CommentInput: ({ participantId, stage }) => ({
    authorId: participantId,
    statementId: stage.statements.made,
    body: 'x',
  }),
  CorrectionInput: () => ({ body: 'x', reason: 'x' }),
  CreateMeetingInput: () => ({
    organizationId: uuid(),
    title: 'x',
    period: '2021',
    startsAt: '2022-02-10T01:00:00Z',
    timeZone: 'UTC',
  }),
  DraftInput: () => ({ body: 'x' }),
  OpenBallotInput: () => ({ issued: 1 }),
  OrganizationInput: () => ({ name: '' }),
  ParticipantInput: () => ({ personId: uuid(), duties: ['GUEST'] }),
  PersonInput: () => ({ name: '', organizationId: uuid() }),
  RequirementInput: () => ({ heading: 'x' }),
  UpdateAccountInput: () => ({}),
  UpdateAgendaItemInput: () => ({}),
  UpdateDisplayInput: () => ({}),
  UpdateMeetingInput: () => ({}),
  UpdateParticipantInput: () => ({}),
};

/** A request for a root field that changes nothing, whether it is allowed or not. */
export function requestFor(kind: string, field: GraphQLField<unknown, unknown>, named: Named): Request {
  const given = field.args.flatMap(({ name, type }) => {
    const make = name === 'input' ? inputs[getNamedType(type).name] : values[name];
    if (!make) throw new Error(`what is to be given as ${name} to ${field.name}?`);
    const value = make(named, field.name);
    return value === undefined ? [] : [{ name, type, value }];
  });
  const declared = given.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const passed = given.map(({ name }) => `${name}: $${name}`).join(', ');
  const list = (text: string) => (text === '' ? '' : `(${text})`);
  const selection = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
  return {
    document: `${kind.toLowerCase()} ${list(declared)} { told: ${field.name}${list(passed)}${selection} }`,
    variables: Object.fromEntries(given.map(({ name, value }) => [name, value])),
  };
}
