import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { aDraft, perform } from '../support/builders.js';
import { ADMINISTRATOR } from '../support/credentials.js';
import { startServer, type TestServer } from '../support/server.js';

/** The rules speak first; these are what stands behind them if one is wrong, or somebody writes past the API. */
describe('the database backs the rules', () => {
  let server: TestServer;
  let ids: Record<string, string>;
  beforeAll(async () => {
    server = await startServer();
    const { meetingId, organizationId, chair, speakers } = await aDraft(server);
    const act = async (name: string, args: object = {}): Promise<string> =>
      (await perform(server, name, { meetingId, ...args })).subjectId;
    const [first, second] = speakers;
    const item = await act('addItem', { input: { kind: 'STATEMENT', title: 'x', speakerId: first } });
    const next = await act('addItem', { input: { kind: 'STATEMENT', title: 'x', speakerId: second } });
    const written = await act('addItem', { input: { kind: 'WRITTEN_STATEMENTS', title: 'x' } });
    const ballotItem = await act('addItem', { input: { kind: 'BALLOT', title: 'x' } });
    const requirement = await act('addRequirement', { input: { heading: 'x' } });
    const { meeting } = await server.data(
      'query ($id: ID!) { meeting(id: $id) { agenda { statement { id } } participants(duty: HOST) { person { id } } } }',
      { id: meetingId },
    );
    const statement: string = meeting.agenda[0].statement.id;
    const comment = await act('draftComment', { input: { statementId: statement, authorId: chair, body: 'x' } });
    await act('scheduleMeeting');
    await server.sql(
      `INSERT INTO slip (id, participant_id, code_hash, issued_at, expires_at) VALUES ($1, $2, 'a', now(), now())`,
      uuid(),
      first,
    );
    await act('openMeeting');
    await act('callItem', { itemId: ballotItem });
    const ballot = await act('openBallot', { input: { issued: 10 } });
    await act('closeBallot', { cast: 9, void: 1 });
    await act('callItem', { itemId: item });
    const person: string = meeting.participants[0].person.id;
    const waiting: string = meeting.agenda[1].statement.id;
    ids = {
      meetingId,
      organizationId,
      person,
      chair,
      first: first!,
      item,
      next,
      written,
      statement,
      waiting,
      comment,
      requirement,
      ballotItem,
      ballot,
      account: ADMINISTRATOR,
    };
  });
  afterAll(() => server.stop());

  /** `:name` stands for an id, `:new` for a fresh one. */
  const run = (sql: string) => server.sql(sql.replace(/:(\w+)/g, (_, name: string) => `'${ids[name] ?? uuid()}'`));

  const turn = (rest: string) =>
    `INSERT INTO turn (id, meeting_id, statement_id, number, planned_seconds, extended_seconds, started_at, ended_at, paused_milliseconds)
     VALUES (:new, :meetingId, :waiting, ${rest})`;
  const statement = (rest: string) =>
    `INSERT INTO statement (id, meeting_id, item_id, speaker_id, mode, phase) VALUES (:new, :meetingId, ${rest})`;
  const entry = (rest: string) =>
    `INSERT INTO journal_entry (meeting_id, seq, type, at, refs, before) VALUES (${rest}, 'ItemAdded', now(), '{}', '[]')`;

  const ballot = (rest: string) =>
    `INSERT INTO ballot (id, meeting_id, item_id, round, levels, abstentions_allowed, reveal, opened_at, issued, "cast")
     VALUES (:new, :meetingId, :ballotItem, ${rest.replace(', ', ", '[]', true, ")}, now(), 1, 0)`;
  const tally = (rest: string) =>
    `INSERT INTO ballot_tally (id, meeting_id, ballot_id, statement_id, number) VALUES (:new, :meetingId, ${rest})`;
  const slip = (participant: string, hash: string) =>
    `INSERT INTO slip (id, participant_id, code_hash, issued_at, expires_at) VALUES (:new, ${participant}, '${hash}', now(), now())`;
  const account = (rest: string) =>
    `INSERT INTO account (id, name, display_name, subject, person_id, is_administrator, is_suspended, created_at)
     VALUES (:new, ${rest.replace(', ', ", 'x', ")}, false, false, now())`;
  const invitation = (rest: string) =>
    `INSERT INTO invitation (id, account_id, token_hash, purpose, expires_at) VALUES (:new, ${rest}, now())`;
  const display = (settings: string) => `INSERT INTO display VALUES (:new, :meetingId, 'x', now(), NULL, ${settings})`;
  const pairings = (...rows: string[]) =>
    `INSERT INTO pairing (id, requested_at, expires_at, address, user_agent, code, token_hash, display_id)
     VALUES ${rows.map((rest) => `(:new, now(), now(), '', '', ${rest})`)}`;

  const refused: [string, string][] = [
    // One thing at a time.
    ['agenda_item_one_current', `UPDATE agenda_item SET status = 'CURRENT' WHERE id = :next`],
    ['turn_one_open', turn('1, 60, 0, now(), NULL, 0')],
    ['journal_entry_pkey', entry(':meetingId, 1')],
    ['agenda_item_position', 'UPDATE agenda_item SET position = 1 WHERE id = :next'],
    ['requirement_number', `INSERT INTO requirement VALUES (:new, :meetingId, 1, 'x', 'x')`],
    ['turn_number', turn(`1, 60, 0, now(), now(), 0), (:new, :meetingId, :waiting, 1, 60, 0, now(), now(), 0`)],
    ['participant_person_once', `INSERT INTO participant VALUES (:new, :meetingId, :person, '{GUEST}', '', 'ABSENT')`],
    ['statement_speaker_once', statement(`:written, :first, 'WRITTEN', 'WAITING'`)],
    ['statement_on_site_item', statement(`:item, :chair, 'ON_SITE', 'WAITING'`)],
    [
      'receipt_pkey',
      `INSERT INTO receipt SELECT 'k', 'd', :meetingId, 1, NULL, now(), :item FROM generate_series(1, 2)`,
    ],
    ['ballot_one_open', `UPDATE ballot SET closed_at = NULL, "void" = NULL; ${ballot("2, 'DEFERRED'")}`],
    ['ballot_round', ballot("1, 'DEFERRED'")],
    ['ballot_tally_number', tally(':ballot, :new, 1')],
    ['ballot_tally_statement', tally(':ballot, :waiting, 9')],
    ['slip_code_once', slip(':chair', 'a')],
    ['slip_one_standing', slip(':first', 'b')],
    // Closed lists.
    ['participant_presence', `UPDATE participant SET presence = 'LATE'`],
    ['meeting_status', `UPDATE meeting SET status = 'OVER'`],
    ['meeting_format', `UPDATE meeting SET format = 'CHAOS'`],
    ['meeting_visibility', `UPDATE meeting SET visibility = 'HALL'`],
    ['meeting_language', `UPDATE meeting SET language = 'FR'`],
    ['agenda_item_kind', `UPDATE agenda_item SET kind = 'LUNCH'`],
    ['agenda_item_status', `UPDATE agenda_item SET status = 'LOST'`],
    ['statement_mode', `UPDATE statement SET mode = 'SUNG'`],
    ['statement_phase', `UPDATE statement SET phase = 'LOST'`],
    ['appraisal_comment_status', `UPDATE appraisal_comment SET status = 'LOST'`],
    ['appraisal_comment_aspect', `UPDATE appraisal_comment SET aspect = 'NONE'`],
    ['ballot_reveal', ballot("2, 'NEVER'")],
    // Sense.
    ['ballot_sheets', 'UPDATE ballot SET issued = 0'],
    ['ballot_sheets', 'UPDATE ballot SET "void" = "cast" + 1'],
    ['ballot_open', 'UPDATE ballot SET closed_at = NULL'],
    ['ballot_open', 'UPDATE ballot SET closed_at = NULL, "void" = NULL, issued = 8'],
    ['ballot_revealed', `UPDATE ballot SET revealed_at = now(), reveal = 'SEALED'`],
    ['ballot_revealed', 'UPDATE ballot SET revealed_at = now(), "void" = NULL'],
    ['ballot_revealed', 'UPDATE ballot SET revealed_at = now(), issued = 8'],
    ['ballot_tally_counts', `UPDATE ballot_tally SET counts = '{1,2,3,4}'`],
    ['ballot_tally_counts', `UPDATE ballot_tally SET counts = '{1,-2,3,4}', abstentions = 0`],
    ['ballot_tally_counts', `UPDATE ballot_tally SET counts = '{1,2,3,4}', abstentions = -1`],
    ['meeting_times', 'UPDATE meeting SET planned_seconds = 0'],
    ['meeting_times', 'UPDATE meeting SET warning_seconds = -1'],
    ['agenda_item_planned', 'UPDATE agenda_item SET planned_seconds = 0'],
    ['turn_times', 'UPDATE turn SET extended_seconds = -planned_seconds'],
    ['turn_times', 'UPDATE turn SET paused_milliseconds = -1'],
    ['organization_not_own_parent', 'UPDATE organization SET parent_id = id'],
    ['appraisal_comment_retracted', `UPDATE appraisal_comment SET status = 'RETRACTED'`],
    ['appraisal_comment_retracted', 'UPDATE appraisal_comment SET body = NULL'],
    ['meeting_quorum', 'UPDATE meeting SET quorum = 0'],
    // Nothing refers to what is not there.
    ['organization_parent_fk', 'UPDATE organization SET parent_id = :new'],
    ['person_organization_fk', 'UPDATE person SET organization_id = :new'],
    ['meeting_organization_fk', 'DELETE FROM organization'],
    ['meeting_organization_fk', 'UPDATE meeting SET organization_id = :new'],
    ['meeting_current_item_fk', 'UPDATE meeting SET current_item_id = :new'],
    ['participant_person_fk', 'DELETE FROM person'],
    ['statement_speaker_fk', 'UPDATE statement SET speaker_id = :new WHERE id = :statement'],
    ['statement_item_fk', 'UPDATE statement SET item_id = :new WHERE id = :statement'],
    ['appraisal_comment_author_fk', 'UPDATE appraisal_comment SET author_id = :new'],
    ['appraisal_comment_statement_fk', 'UPDATE appraisal_comment SET statement_id = :new'],
    ['turn_statement_fk', 'UPDATE turn SET statement_id = :new'],
    ['ballot_item_fk', 'UPDATE ballot SET item_id = :new'],
    ['ballot_tally_ballot_fk', 'UPDATE ballot_tally SET ballot_id = :new'],
    ['ballot_tally_statement_fk', 'UPDATE ballot_tally SET statement_id = :new WHERE statement_id = :waiting'],
    ['slip_participant_fk', slip(':new', 'b')],
    ['journal_entry_meeting_fk', entry(':new, 1')],
    // Who is who.
    ['account_name_once', account("'tester', NULL, NULL")],
    ['account_subject_once', `${account("'a', 's', NULL")}, (:new, 'b', 'x', 's', NULL, false, false, now())`],
    ['account_person_fk', account("'a', NULL, :new")],
    ['appointment_account_fk', `INSERT INTO appointment VALUES (:meetingId, :new, 'HOST')`],
    ['invitation_account_fk', invitation(":new, 't', 'PASSWORD'")],
    ['invitation_purpose', invitation(":account, 't', 'LOOK'")],
    ['invitation_token_once', `${invitation(":account, 't', 'ENTER'")}, (:new, :account, 't', 'ENTER', now())`],
    ['session_holder', 'UPDATE session SET participant_id = :chair'],
    ['session_account_fk', 'UPDATE session SET account_id = :new'],
    ['session_participant_fk', 'UPDATE session SET account_id = NULL, participant_id = :new'],
    ['session_display_fk', 'UPDATE session SET account_id = NULL, display_id = :new'],
    [
      'session_token_once',
      `INSERT INTO session (id, token_hash, rotated_at, account_id, created_at, expires_at, changed_at, seen_at, address, user_agent)
       SELECT :new, token_hash, now(), account_id, now(), now(), now(), now(), '', '' FROM session`,
    ],
    // Displays.
    ['pairing_code_once', pairings(`'1', 'a', NULL`, `'1', 'b', NULL`)],
    ['pairing_token_once', pairings(`'1', 'a', NULL`, `'2', 'a', NULL`)],
    ['pairing_display_fk', pairings(`NULL, 'a', :new`)],
    ['display_meeting_fk', `INSERT INTO display VALUES (:new, :new, 'x', now(), NULL, 'HALL', 'DARK', 6)`],
    ['display_view', display("'DOOR', 'DARK', 6, NULL")],
    ['display_theme', display("'HALL', 'RED', 6, NULL")],
    ['display_ratio', display("'HALL', 'DARK', 10.1, NULL")],
    ['display_language', display("'HALL', 'DARK', 6, 'FR'")],
  ];

  it.each(refused)('%s refuses: %s', async (constraint, sql) => {
    const before = await server.dump();
    const error = await run(sql).then(
      () => null,
      (thrown) => thrown.driverError,
    );
    expect(error?.constraint).toBe(constraint);
    expect(await server.dump()).toEqual(before);
  });

  it('every constraint there is was tried, but for the keys and the parts of one meeting', async () => {
    const rows = await server.sql(`
      SELECT conname AS name FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype NOT IN ('n', 't')
      UNION SELECT indexname FROM pg_indexes WHERE schemaname = 'public' AND indexdef LIKE 'CREATE UNIQUE%'`);
    const tried = new Set(refused.map(([constraint]) => constraint));
    const left: string[] = rows.map(({ name }: { name: string }) => name).filter((name: string) => !tried.has(name));
    expect(left.filter((name) => !/_pkey$|_meeting_fk$|^PK_/.test(name))).toEqual([]);
  });
});
