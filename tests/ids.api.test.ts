import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type GraphQLInputType, getNamedType, isInputObjectType } from 'graphql';
import { onBallot } from './support/ballot.js';
import { aDraft, aFoundingMeeting, attempt, perform, UNKNOWN } from './support/builders.js';
import { ADMINISTRATOR } from './support/credentials.js';
import { startServer, type TestServer } from './support/server.js';

const garbage = ['', 'garbage', "' OR 1=1 --", '\0', UNKNOWN];

/** Where a mutation takes an id: `['itemId']`, `['input', 'speakerId']`. */
function slotsOf(type: GraphQLInputType, path: string[]): string[][] {
  const named = getNamedType(type);
  if (named.name === 'ID') return [path];
  if (!isInputObjectType(named)) return [];
  return Object.values(named.getFields()).flatMap((field) => slotsOf(field.type, [...path, field.name]));
}

const put = (args: any, [key = '', ...rest]: string[], value: unknown): object =>
  rest.length === 0 ? { ...args, [key]: value } : { ...args, [key]: put(args[key] ?? {}, rest, value) };

const get = (args: any, path: string[]): string => path.reduce((part, key) => part?.[key], args);

/** What belongs to a meeting; units and persons don't. */
const OWN = [
  'itemId',
  'statementId',
  'commentId',
  'requirementId',
  'ballotId',
  'participantId',
  'participantIds',
  'speakerId',
  'authorId',
];

describe('ids in commands', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  /** A BLOCK meeting with one of everything, and arguments that fit each mutation on it. */
  const aWorld = async (isLive: boolean) => {
    const { meetingId, organizationId, chair, speakers } = await aDraft(server, { speakers: 4, format: 'BLOCK' });
    const act = async (name: string, args: object = {}): Promise<string> =>
      (await perform(server, name, { meetingId, ...args })).subjectId;
    const itemId = await act('addItem', { input: { kind: 'STATEMENT', title: 'x', speakerId: speakers[0] } });
    const paperItem = await act('addItem', { input: { kind: 'WRITTEN_STATEMENTS', title: 'x' } });
    const paper = await act('addWrittenStatement', { itemId: paperItem, speakerId: speakers[1], body: 'x' });
    const requirementId = await act('addRequirement', { input: { heading: 'x' } });
    const comment = { statementId: paper, authorId: chair, body: 'x' };
    const commentId = await act('draftComment', { input: comment });
    const { id: personId } = await perform(server, 'createPerson', { input: { name: 'x', organizationId } });
    const ballotItem = await act('addItem', { input: { kind: 'BALLOT', title: 'x' } });
    let ballotId = UNKNOWN;
    if (isLive) {
      await act('scheduleMeeting');
      await act('openMeeting');
      await act('callItem', { itemId: ballotItem });
      ballotId = await act('openBallot', { input: { issued: 10 } });
      await act('closeBallot', { cast: 1, void: 0 });
    }
    const [startsAt, reason, body] = ['2022-02-10T01:00:00Z', 'x', 'x'];
    const written = { itemId: paperItem, speakerId: speakers[2], body };
    const inputs: Record<string, object> = {
      createOrganization: { name: 'x', parentId: organizationId },
      updateOrganization: { name: 'x', parentId: null },
      createPerson: { name: 'x', organizationId },
      updatePerson: { name: 'x', organizationId },
      createMeeting: { organizationId, title: 'x', period: 'x', startsAt, timeZone: 'UTC' },
      updateMeeting: { title: 'x' },
      addParticipant: { personId, duties: ['GUEST'] },
      updateParticipant: { seat: 'x' },
      addItem: { kind: 'STATEMENT', title: 'x', speakerId: speakers[3] },
      updateItem: { title: 'x' },
      draftComment: comment,
      postComment: comment,
      correctComment: { body, reason },
      addRequirement: { heading: 'x' },
      updateRequirement: { heading: 'x' },
      openBallot: { issued: 10 },
      planAgenda: { speakerIds: [speakers[3]], mode: 'APPEND' },
      updateDisplay: { name: 'x' },
      createAccount: { name: `of.${meetingId}`, displayName: 'x', personId },
      updateAccount: { displayName: 'x', personId },
    };
    const args = {
      meetingId,
      itemId,
      requirementId,
      ballotId,
      commentId,
      statementId: paper,
      participantId: speakers[3],
      participantIds: [speakers[3]],
      accountId: ADMINISTRATOR,
      displayId: UNKNOWN,
      duty: 'HOST',
      code: 'x',
      name: 'x',
      reason,
      body,
      counts: [1],
      text: 'x',
    };
    return (name: string): object => ({
      ...args,
      ...(name === 'addWrittenStatement' && written),
      id: name.endsWith('Account') ? ADMINISTRATOR : name.endsWith('Person') ? personId : organizationId,
      position: 1,
      seconds: 60,
      input: inputs[name] ?? { body },
    });
  };

  /** Every place of every mutation that takes an id. */
  const places = () =>
    Object.values(server.schema.getMutationType()?.getFields() ?? {})
      // Displays alone report, and what they name is theirs.
      .filter(({ name }) => name !== 'reportDisplay')
      .flatMap(({ name, args }) =>
        args.flatMap((arg) => slotsOf(arg.type, [arg.name])).map((slot) => ({ name, slot })),
      );

  /** What the mutation answers with this id there, in each world: one of them lets it come as far as the id. */
  const codes = async (worlds: Awaited<ReturnType<typeof aWorld>>[], name: string, slot: string[], id: string) => {
    const told: (string | undefined)[] = [];
    for (const world of worlds) told.push((await attempt(server, name, put(world(name), slot, id))).code);
    return { name, slot, id, isFound: !told.includes('NOT_FOUND'), isBroken: told.includes('INTERNAL') };
  };

  it('[I5] that nothing has are NOT_FOUND in every place of every mutation, and change nothing', async () => {
    const worlds = [await aWorld(false), await aWorld(true)];
    const before = await server.dump();
    expect(places().length).toBeGreaterThan(70);
    for (const { name, slot } of places()) {
      const told = await Promise.all(garbage.map((id) => codes(worlds, name, slot, id)));
      expect(told).toEqual(garbage.map((id) => ({ name, slot, id, isFound: false, isBroken: false })));
    }
    expect(await server.dump()).toEqual(before);
    expect(server.logged).toEqual([]);
  });

  it('[M13] of another meeting are NOT_FOUND, and change nothing in either', async () => {
    const [worlds, other] = [[await aWorld(false), await aWorld(true)], await aWorld(true)];
    const before = await server.dump();
    const owned = places().filter(({ slot }) => OWN.includes(slot.at(-1)!));
    expect(owned.length).toBeGreaterThan(25);
    for (const { name, slot } of owned) {
      const id = get(other(name), slot) ?? get(other('addItem'), ['input', 'speakerId']);
      expect(await codes(worlds, name, slot, id)).toEqual({ name, slot, id, isFound: false, isBroken: false });
    }
    expect(await server.dump()).toEqual(before);
  });

  it('[V6] takes for the newest round the one that was opened last, whatever its id', async () => {
    const { meetingId, act } = await onBallot(server, { speakers: 1 });
    await act('openBallot', { input: { issued: 10 } });
    await act('closeBallot', { cast: 11 });
    const last = 'ffffffff-ffff-7fff-bfff-ffffffffffff';
    await server.sql('DELETE FROM ballot_tally WHERE meeting_id = $1', meetingId);
    await server.sql('UPDATE ballot SET id = $2 WHERE meeting_id = $1', meetingId, last);
    const again = await act('holdAgain');
    expect(await act('closeBallot', { cast: 10 })).toBe(again);
    const { meeting } = await server.data('query ($id: ID!) { meeting(id: $id) { ballots { id } } }', {
      id: meetingId,
    });
    expect(meeting.ballots.map(({ id }: { id: string }) => id)).toEqual([last, again]);
  });

  it('[I5] an id may be written in capitals', async () => {
    const id = await aFoundingMeeting(server);
    const { meeting } = await server.data('query ($id: ID!) { meeting(id: $id) { agenda { id } } }', { id });
    const call = { meetingId: id.toUpperCase(), idempotencyKey: 'capitals' };
    await perform(server, 'openMeeting', { meetingId: id });
    const first = await perform(server, 'callItem', { ...call, itemId: meeting.agenda[1].id.toUpperCase() });
    expect(first.subjectId).toBe(meeting.agenda[1].id);
    expect(await perform(server, 'callItem', { ...call, itemId: meeting.agenda[1].id })).toEqual(first);
  });
});
