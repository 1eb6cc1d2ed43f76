import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadBoard } from '../../src/board/board.load.js';
import { aFoundingMeeting, idsOf, perform } from '../support/builders.js';
import { startServer, type TestServer } from '../support/server.js';
import { openSocket } from '../support/socket.js';

describe('the board', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  it('[B6] the board query gives what the subscription gives, at every step', async () => {
    const id = await aFoundingMeeting(server);
    const fields = `{ meetingId seq state language status title period organization venue startsAt timeZone format attendance { expected signedIn present quorum isQuorate }
      hosts { ...who } agenda { ...item } current { ...item } requirements { number heading body }
      statement { ...said } written { ...said } comments { id statementId body aspect isCorrected postedAt author { ...who } }
      intermission { title since returnsAt } }`;
    const fragments = `fragment who on BoardPerson { name post organization }
      fragment item on BoardItem { id position kind title status plannedSeconds speaker { ...who } }
      fragment said on BoardStatement { id number total speaker { ...who } next { ...who } turn { number plannedSeconds
        warningSeconds startedAt pausedAt endedAt pausedMilliseconds earlierMilliseconds } }`;
    const socket = openSocket(server.url);
    const shown = socket.subscribe(`subscription ($id: ID!) { board(meetingId: $id) ${fields} } ${fragments}`, { id });
    const { items, statements, chair } = await idsOf(server, id);
    const input = { statementId: statements[0], authorId: chair, body: 'Good' };
    const steps: [string, object?][] = [
      ['openMeeting'],
      ['callItem', { itemId: items[0] }],
      ['callItem', { itemId: items[1] }],
      ['pauseMeeting', { returnInSeconds: 60 }],
      ['resumeMeeting'],
      ['endStatement'],
      ['postComment', { input }],
      ['callItem', { itemId: items[7] }],
      ['revealRequirement'],
    ];
    const states = [];
    for (const [name, args] of [['', {}] as const, ...steps]) {
      const seq = name ? (await perform(server, name, { meetingId: id, ...args })).seq : 27;
      const [sent] = (await shown.until(({ data }) => data.board.seq === seq)).slice(-1);
      const { board } = await server.data(`query ($id: ID!) { board(meetingId: $id) ${fields} } ${fragments}`, { id });
      expect(board).toEqual(sent?.data.board);
      states.push(board.state);
    }
    expect(states.join(' ')).toBe(
      'STANDBY AGENDA AGENDA STATEMENT INTERMISSION STATEMENT COMMENT COMMENT REQUIREMENTS REQUIREMENTS',
    );
    await socket.close();
  });

  it('[B6] what a board shows and its seq belong together, even if a step comes while it is read', async () => {
    const id = await aFoundingMeeting(server);
    const { database } = server.services;
    const read = async () => {
      const { seq, agenda } = await loadBoard(database, id);
      return [seq, agenda[0]?.title];
    };
    const [seq, title] = await read();
    const runner = database.createQueryRunner();
    await runner.startTransaction();
    await runner.query('LOCK TABLE agenda_item');
    const reading = read();
    const stalled =
      "SELECT 1 FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND relation = 'agenda_item'::regclass";
    while ((await database.query(stalled)).length === 0);
    // The reading has begun, and both change.
    await runner.query('UPDATE meeting SET seq = seq + 1 WHERE id = $1', [id]);
    await runner.query("UPDATE agenda_item SET title = 'changed' WHERE meeting_id = $1", [id]);
    await runner.commitTransaction();
    await runner.release();
    const changed = [Number(seq) + 1, 'changed'];
    expect([[seq, title], changed]).toContainEqual(await reading);
    expect(await read()).toEqual(changed);
  });
});
