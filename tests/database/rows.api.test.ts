import { expect, it } from '@jest/globals';
import { aDraft } from '../support/builders.js';
import { ask, cloneDatabase } from '../support/database.js';
import { startServer } from '../support/server.js';

it('[I4] times are read as they were stored, whatever the time zone of the database', async () => {
  const clone = await cloneDatabase();
  const name = new URL(clone.url).pathname.slice(1);
  // Before 1901 its clocks were 8 hours, 5 minutes and 43 seconds ahead.
  await ask('postgres', `ALTER DATABASE ${name} SET timezone = 'Asia/Shanghai'`);
  const server = await startServer({ DATABASE_URL: clone.url });
  const { meetingId } = await aDraft(server);
  for (const time of ['1900-01-01T00:00:00.001Z', '2022-02-10T01:00:00.500Z', '9999-12-31T23:00:00.000Z']) {
    await server.sql('UPDATE meeting SET starts_at = $2, seq = seq + 1 WHERE id = $1', meetingId, time);
    const { node, board } = await server.data(
      'query ($id: ID!) { node(id: $id) { ... on Meeting { startsAt } } board(meetingId: $id) { startsAt } }',
      { id: meetingId },
    );
    expect([node.startsAt, board.startsAt]).toEqual([time, time]);
  }
  await server.stop();
  await clone.drop();
});
