import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aFoundingMeeting } from './support/builders.js';
import { startServer, type TestServer } from './support/server.js';
import { openSocket } from './support/socket.js';

describe('smoke', () => {
  let server: TestServer;
  beforeAll(async () => void (server = await startServer()));
  afterAll(() => server.stop());
  it('answers', async () => {
    const id = await aFoundingMeeting(server);
    const socket = openSocket(server.url);
    const q = socket.subscribe('subscription ($id: ID!) { board(meetingId: $id) { seq state } }', { id });
    expect((await q.next()).data.board.state).toBe('STANDBY');
    await server.data('mutation ($id: ID!) { openMeeting(meetingId: $id) { seq } }', { id });
    expect((await q.next()).data.board.state).toBe('AGENDA');
    await socket.close();
  });
});
