import { v7 as uuid } from 'uuid';
import { perform } from './builders.js';
import type { TestServer } from './server.js';

/** A meeting in the middle of its course, with something of each kind in it. Whatever not everybody may see says so in ⟨⟩. */
export interface Stage {
  name: string;
  meetingId: string;
  organizationId: string;
  /** By part, in lower case: those with one duty, `second` (a COMMENTER), `linked` and `made` (SPEAKERs). */
  persons: Record<string, string>;
  participants: Record<string, string>;
  /** By speaker; `made` was made, those of `speaker` and `linked` are to come. */
  statements: Record<string, string>;
  /** Of the commenter, and of the second one. */
  comments: { own: string; others: string; retracted: string };
  itemId: string;
  /** The round that was counted, and is not revealed. */
  ballotId: string;
  requirements: { revealed: string; hidden: string };
  displayId: string;
}

const cast: Record<string, string> = {
  host: 'HOST',
  recorder: 'RECORDER',
  commenter: 'COMMENTER',
  second: 'COMMENTER',
  speaker: 'SPEAKER',
  linked: 'SPEAKER',
  made: 'SPEAKER',
  teller: 'TELLER',
  guest: 'GUEST',
  attendee: 'ATTENDEE',
};

/** When the guest came, the attendee left, and the slips were used: told to few. */
export const CAME = '2001-01-01T01:01:01.001Z';
export const LEFT = '2002-02-02T02:02:02.002Z';
export const USED = '2003-03-03T03:03:03.003Z';

/** What was counted of one ballot, and was revealed of another: so many marks. */
export const COUNTED = '61616';
export const TOLD = '52525';

export async function aStage(server: TestServer, name: string): Promise<Stage> {
  const { database } = server.services;
  const mark = (what: string) => `${what} ⟨${name} ${what}⟩`;
  const { id: organizationId } = await perform(server, 'createOrganization', { input: { name: 'Unit' } });
  const { meetingId } = await perform(server, 'createMeeting', {
    input: { organizationId, title: mark('title'), period: '2021', startsAt: '2022-02-10T01:00:00Z', timeZone: 'UTC' },
  });
  const command = async (what: string, args: object = {}): Promise<string> =>
    (await perform(server, what, { meetingId, ...args })).subjectId;

  const stage = { name, meetingId, organizationId, persons: {}, participants: {}, statements: {} } as Stage;
  for (const [who, duty] of Object.entries(cast)) {
    const person = await perform(server, 'createPerson', { input: { name: `${name} ${who}`, organizationId } });
    stage.persons[who] = person.id;
    stage.participants[who] = await command('addParticipant', { input: { personId: person.id, duties: [duty] } });
  }
  const item = (input: object) => command('addItem', { input });
  const calls: Record<string, string> = {};
  for (const who of ['made', 'speaker', 'linked']) {
    calls[who] = await item({ kind: 'STATEMENT', title: who, speakerId: stage.participants[who] });
    const found = await database.query('SELECT id FROM statement WHERE item_id = $1', [calls[who]]);
    stage.statements[who] = found[0].id;
    await command('writeStatement', { statementId: stage.statements[who], body: mark(`text of ${who}`) });
  }
  stage.itemId = await item({ kind: 'WRITTEN_STATEMENTS', title: 'Written' });
  calls.requirements = await item({ kind: 'REQUIREMENTS', title: 'Requirements', notes: mark('notes') });
  const demand = (what: string) => command('addRequirement', { input: { heading: mark(what), body: what } });
  stage.requirements = { revealed: await demand('revealed'), hidden: await demand('hidden') };
  await command('scheduleMeeting');
  await command('openMeeting');

  await command('callItem', { itemId: calls.made });
  await command('endStatement');
  const post = (who: string, body: string) =>
    command('postComment', { input: { statementId: stage.statements.made, authorId: stage.participants[who], body } });
  const reason = 'a reason';
  stage.comments = {
    own: await post('commenter', mark('before')),
    others: await post('second', mark('posted')),
    retracted: await post('second', mark('retracted')),
  };
  await command('correctComment', { commentId: stage.comments.own, input: { body: mark('corrected'), reason } });
  await command('retractComment', { commentId: stage.comments.retracted, reason });
  for (const [ballot, marks] of [
    ['first', TOLD],
    ['second', COUNTED],
  ]) {
    await command('callItem', { itemId: await item({ kind: 'BALLOT', title: ballot }) });
    const ballotId = await command('openBallot', { input: { issued: 80_000 } });
    await command('closeBallot', { cast: 70_000, void: 0 });
    for (const statementId of Object.values(stage.statements)) {
      const counts = [Number(marks), 70_000 - Number(marks), 0, 0];
      await command('recordTally', { ballotId, statementId, counts });
    }
    if (marks === TOLD) await command('revealResult');
    else stage.ballotId = ballotId;
  }
  await command('callItem', { itemId: calls.requirements });
  await command('revealRequirement');

  const { guest, attendee } = stage.participants;
  await command('signInParticipant', { participantId: guest });
  await command('signInParticipant', { participantId: attendee });
  await command('recordLeaving', { participantId: attendee });
  await database.query('UPDATE participant SET signed_in_at = $2 WHERE id = $1', [guest, CAME]);
  await database.query('UPDATE participant SET left_at = $2 WHERE id = $1', [attendee, LEFT]);
  await server.data(
    'mutation ($meetingId: ID!, $ids: [ID!]) { issueSlips(meetingId: $meetingId, participantIds: $ids) { expiresAt } }',
    { meetingId, ids: [guest] },
  );
  await database.query('UPDATE slip SET used_at = $2 WHERE participant_id = $1', [guest, USED]);
  stage.displayId = uuid();
  await database.query(
    `INSERT INTO display (id, meeting_id, name, paired_at, view, theme, ratio) VALUES ($1, $2, $3, now(), 'HALL', 'DARK', 6)`,
    [stage.displayId, meetingId, mark('display')],
  );
  return stage;
}
