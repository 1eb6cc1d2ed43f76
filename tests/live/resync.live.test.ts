import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aDraft, aFoundingMeeting, command, UNKNOWN } from '../support/builders.js';
import { startServer, type TestServer } from '../support/server.js';
import { openSocket, type Socket } from '../support/socket.js';

const run = promisify(execFile);

const FOLLOW = (field: string) =>
  `subscription ($id: ID!, $after: Int, $epoch: ID) { values: ${field}(meetingId: $id, after: $after, epoch: $epoch) { seq epoch } }`;
const BOARD = 'subscription ($id: ID!) { board(meetingId: $id) { seq epoch status } }';

describe('a follower whose journal has ended', () => {
  let server: TestServer;
  let socket: Socket;
  let id: string;
  const position = async () =>
    (await server.data('query ($id: ID!) { meeting(id: $id) { seq epoch } }', { id })).meeting as {
      seq: number;
      epoch: string;
    };
  const journal = (variables: object) => socket.subscribe(FOLLOW('journal'), { id, ...variables });
  const add = () => command(server, id, 'addRequirement', { input: 'RequirementInput!' }, { input: { heading: 'x' } });
  /** The server has taken all that was sent before. */
  const joined = () => socket.subscribe('{ serverTime }').next();

  beforeAll(async () => {
    server = await startServer();
    socket = openSocket(server.url);
  });
  afterAll(async () => {
    await socket.close();
    await server.stop();
  });
  beforeEach(async () => {
    ({ meetingId: id } = await aDraft(server, { speakers: 0 }));
  });

  it.each(['journal', 'speakerCalled', 'commentPosted'])(
    '[L8] is told RESYNC by %s with the present position, and the operation is over',
    async (field) => {
      const at = await position();
      const cursors = [
        { after: 0, epoch: UNKNOWN },
        { epoch: 'garbage' },
        { after: at.seq + 1 },
        { after: 9999, ...at, seq: 0 },
      ];
      for (const { seq: _, ...cursor } of cursors as ({ seq?: number } & object)[]) {
        const values = socket.subscribe(FOLLOW(field), { id, ...cursor });
        const { errors } = await values.next();
        expect(errors?.[0].extensions).toEqual({ code: 'RESYNC', ...at });
        await values.ended;
      }
    },
  );

  it('[L8] goes on from a cursor of the same epoch, and every entry bears it', async () => {
    const { seq, epoch } = await position();
    const values = journal({ after: 0, epoch });
    await add();
    const seen = await values.until(({ data }) => data.values.seq === seq + 1);
    expect(seen.map(({ data }) => data.values)).toEqual(
      Array.from({ length: seq + 1 }, (_, index) => ({ seq: index + 1, epoch })),
    );
    values.stop();
  });

  it('[L8] is told when it asks for pages, too', async () => {
    const at = await position();
    const PAGE = `query ($id: ID!, $after: Int!, $epoch: ID) {
      journal(meetingId: $id, after: $after, epoch: $epoch) { epoch entries { seq epoch } } }`;
    const { journal: page } = await server.data(PAGE, { id, after: at.seq - 1, epoch: at.epoch });
    expect(page).toEqual({ epoch: at.epoch, entries: [at] });
    for (const cursor of [{ after: at.seq + 1 }, { after: 0, epoch: UNKNOWN }]) {
      const { errors } = await server.ask(PAGE, { id, ...cursor });
      expect(errors?.[0]?.extensions).toEqual({ code: 'RESYNC', ...at });
    }
    const { errors } = await server.ask(PAGE, { id, after: -1 });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', field: 'after' });
  });

  it('[L8] is told when the meeting is archived, and the board shows that', async () => {
    id = await aFoundingMeeting(server);
    const sql = "UPDATE meeting SET status = 'CLOSED' WHERE id = $1";
    await server.sql(sql, id);
    const before = await position();
    const values = journal({ after: before.seq, epoch: before.epoch });
    const boards = socket.subscribe(BOARD, { id });
    expect((await boards.next()).data.board).toEqual({ ...before, status: 'CLOSED' });
    await joined();
    await command(server, id, 'archiveMeeting');
    const after = await position();
    expect(after.seq).toBe(before.seq + 1);
    expect(after.epoch).not.toBe(before.epoch);
    expect((await values.next()).errors?.[0].extensions).toMatchObject({ code: 'RESYNC', epoch: after.epoch });
    await values.ended;
    await boards.until(({ data }) => data.board.epoch === after.epoch && data.board.status === 'ARCHIVED');
    boards.stop();
  });

  it('[L8] is told when `npm run restored` says that a cold copy was put back', async () => {
    const before = await position();
    const values = journal({ after: before.seq, epoch: before.epoch });
    await joined();
    await run(process.execPath, ['dist/src/database/restored.js'], {
      env: { PATH: process.env.PATH, DATABASE_URL: server.databaseUrl },
    });
    const { epoch } = await position();
    expect(epoch).not.toBe(before.epoch);
    expect((await values.next()).errors?.[0].extensions).toEqual({ code: 'RESYNC', seq: before.seq, epoch });
    await values.ended;
  });

  it('[L8] is told when the table falls behind it', async () => {
    const before = await position();
    const values = journal({ after: before.seq, epoch: before.epoch });
    await joined();
    const lower = 'UPDATE meeting SET seq = seq - 1 WHERE id = $1';
    await server.sql(lower, id);
    expect((await values.next()).errors?.[0].extensions).toMatchObject({ code: 'RESYNC', seq: before.seq - 1 });
    await values.ended;
  });
});
