import { getNamedType, isObjectType } from 'graphql';
import { prepare } from '../../src/demo/prepare.js';
import type { TestServer } from './server.js';

/** An id that nothing has. */
export const UNKNOWN = '0190a000-0000-7000-8000-00000000abcd';

/** The founding meeting, prepared and SCHEDULED through the API. */
export function aFoundingMeeting(server: TestServer, language: 'zh' | 'en' = 'zh'): Promise<string> {
  return prepare((document, variables) => server.data(document, variables), language, `test ${Math.random()}`);
}

/** A command by its name: `command(server, meetingId, 'callItem', { itemId: 'ID!' }, { itemId })`. Answers data and errors. */
export function command(
  server: TestServer,
  meetingId: string,
  name: string,
  types: Record<string, string> = {},
  values: object = {},
) {
  const declared = Object.entries(types)
    .map(([key, type]) => `, $${key}: ${type}`)
    .join('');
  const given = Object.keys(types)
    .map((key) => `, ${key}: $${key}`)
    .join('');
  return server.ask<{
    done: { seq: number; type: string | null; at: string; subjectId: string; meetingId: string } | null;
  }>(
    `mutation ($meetingId: ID!${declared}) { done: ${name}(meetingId: $meetingId${given}) { seq type at subjectId meetingId } }`,
    { meetingId, ...values },
  );
}

/** Any mutation by its name, typed by the schema: `attempt(server, 'callItem', { meetingId, itemId })`. */
export async function attempt(server: TestServer, name: string, args: object, language?: string) {
  const field = server.schema.getMutationType()?.getFields()[name];
  if (!field) throw new Error(`there is no mutation ${name}`);
  const given = field.args.filter((arg) => arg.name in args);
  const declared = given.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
  const passed = given.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const type = getNamedType(field.type);
  const known = ['id', 'name'].filter((name) => isObjectType(type) && name in type.getFields());
  const bare = isObjectType(type) ? `{ __typename ${known.join(' ')} }` : '';
  const selection = type.name === 'Receipt' ? '{ meetingId seq type at subjectId }' : bare;
  const document = `mutation (${declared}) { done: ${name}(${passed}) ${selection} }`;
  const { data, errors } = await server.ask<{ done: any } | null>(document, args, language);
  return { done: data?.done ?? null, error: errors?.[0], code: errors?.[0]?.extensions.code };
}

/** The same, but a refusal fails the test. */
export async function perform(server: TestServer, name: string, args: object): Promise<any> {
  const { done, error } = await attempt(server, name, args);
  if (error) throw new Error(`${name}: ${JSON.stringify(error)}`);
  return done;
}

/** The ids that a test of a meeting needs, each list in its order. */
export async function idsOf(server: TestServer, meetingId: string) {
  const { meeting } = await server.data(
    `query ($id: ID!) { meeting(id: $id) { seq status organization { id }
      agenda { id kind statement { id } } statements { id }
      participants { id duties person { id } } requirements { id } } }`,
    { id: meetingId },
  );
  const ids = (list: { id: string }[]) => list.map(({ id }) => id);
  const withDuty = (duty: string) =>
    ids(meeting.participants.filter((p: { duties: string[] }) => p.duties.includes(duty)));
  return {
    seq: meeting.seq as number,
    organization: meeting.organization.id as string,
    items: ids(meeting.agenda),
    statements: ids(meeting.agenda.flatMap((item: { statement: { id: string } | null }) => item.statement ?? [])),
    chair: withDuty('COMMENTER')[0] as string,
    speakers: withDuty('SPEAKER'),
    guests: withDuty('GUEST'),
    persons: meeting.participants.map(({ person }: { person: { id: string } }) => person.id) as string[],
    requirements: ids(meeting.requirements),
  };
}

/** A unit, persons in it, and a DRAFT meeting of it with them: a chair and so many speakers. */
export async function aDraft(
  server: TestServer,
  { speakers = 2, ...input }: { speakers?: number } & Record<string, unknown> = {},
) {
  const { id: organizationId } = await perform(server, 'createOrganization', { input: { name: 'Unit' } });
  const defaults = {
    organizationId,
    title: 'Review',
    period: '2021',
    startsAt: '2022-02-10T01:00:00Z',
    timeZone: 'UTC',
  };
  const { meetingId } = await perform(server, 'createMeeting', { input: { ...defaults, ...input } });
  const join = async (name: string, duties: string[]): Promise<string> => {
    const { id: personId } = await perform(server, 'createPerson', { input: { name, organizationId } });
    return (await perform(server, 'addParticipant', { meetingId, input: { personId, duties } })).subjectId;
  };
  const chair = await join('Chair', ['HOST', 'COMMENTER']);
  const speakerIds: string[] = [];
  for (let number = 1; number <= speakers; number++) speakerIds.push(await join(`Speaker ${number}`, ['SPEAKER']));
  return { meetingId: meetingId as string, organizationId: organizationId as string, chair, speakers: speakerIds };
}
