import { agenda, meeting, members, units } from './founding.js';
import { type DemoLanguage, requirements } from './founding.texts.js';

/** Asks the API: a document and its variables in, the data out; a refusal is thrown. */
export type Ask = (document: string, variables: Record<string, unknown>) => Promise<Record<string, any>>;

const ORGANIZATION = 'mutation ($input: OrganizationInput!) { made: createOrganization(input: $input) { id } }';
const PERSON = 'mutation ($input: PersonInput!) { made: createPerson(input: $input) { id } }';
const FIND_ORGANIZATION =
  'query ($text: String!) { found: organizations(first: 100, text: $text) { edges { node { id name } } } }';
const FIND_PERSON = 'query ($text: String!) { found: persons(first: 100, text: $text) { edges { node { id name } } } }';
const CREATE =
  'mutation ($input: CreateMeetingInput!, $key: String) { done: createMeeting(input: $input, idempotencyKey: $key) { meetingId } }';
const SCHEDULE =
  'mutation ($id: ID!, $key: String) { done: scheduleMeeting(meetingId: $id, idempotencyKey: $key) { seq } }';

const command = (name: string, type: string) =>
  `mutation ($id: ID!, $key: String, $input: ${type}!) { done: ${name}(meetingId: $id, idempotencyKey: $key, input: $input) { subjectId } }`;

/**
 * Prepares the founding meeting through the API and schedules it; answers with its id. Units and persons that are there
 * already are used again. With the same run, it goes on where an interrupted one stopped.
 */
export async function prepare(ask: Ask, language: DemoLanguage, run: string): Promise<string> {
  const ids = new Map<string, string>();

  const findOrMake = async (name: string, find: string, make: string, input: object): Promise<string> => {
    const { found } = await ask(find, { text: name });
    const known = found.edges.find(({ node }: { node: { name: string } }) => node.name === name);
    return known ? known.node.id : (await ask(make, { input: { ...input, name } })).made.id;
  };
  for (const { key, name, parent } of units) {
    const parentId = parent ? ids.get(parent) : null;
    ids.set(key, await findOrMake(name[language], FIND_ORGANIZATION, ORGANIZATION, { parentId }));
  }

  const created = await ask(CREATE, {
    key: `${run}/create`,
    input: {
      organizationId: ids.get(meeting.unit),
      title: meeting.title[language],
      period: meeting.period,
      startsAt: meeting.startsAt,
      timeZone: meeting.timeZone,
      venue: meeting.venue[language],
      language: language === 'zh' ? 'ZH' : 'EN',
      format: 'ONE_BY_ONE',
      // Its board can be shown without signing in.
      visibility: 'PUBLIC',
      plannedSeconds: meeting.plannedSeconds,
      warningSeconds: meeting.warningSeconds,
    },
  });
  const id: string = created.done.meetingId;
  const add = async (name: string, type: string, key: string, input: object): Promise<string> =>
    (await ask(command(name, type), { id, key: `${run}/${name}/${key}`, input })).done.subjectId;

  for (const { key, name, post, unit, duties } of members) {
    const input = { post: post[language], organizationId: ids.get(unit) };
    const personId = await findOrMake(name[language], FIND_PERSON, PERSON, input);
    ids.set(`participant/${key}`, await add('addParticipant', 'ParticipantInput', key, { personId, duties }));
  }
  for (const { key, kind, title, speaker, notes } of agenda) {
    const speakerId = speaker ? ids.get(`participant/${speaker}`) : null;
    await add('addItem', 'AgendaItemInput', key, { kind, title: title[language], speakerId, notes: notes[language] });
  }
  for (const [index, { heading, body }] of requirements.entries()) {
    await add('addRequirement', 'RequirementInput', String(index), {
      heading: heading[language],
      body: body[language],
    });
  }
  await ask(SCHEDULE, { id, key: `${run}/schedule` });
  return id;
}
