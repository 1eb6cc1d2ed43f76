import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agenda, members } from '../../src/demo/founding.js';
import { comments, requirements } from '../../src/demo/founding.texts.js';
import { aFoundingMeeting } from '../support/builders.js';
import { TOKEN } from '../support/credentials.js';
import { startServer, type TestServer } from '../support/server.js';
import { openSocket, type Socket } from '../support/socket.js';

const speakers = agenda.flatMap(({ speaker }) =>
  members.filter(({ key }) => key === speaker).map(({ name }) => name.zh),
);

describe('the rehearsal', () => {
  let server: TestServer;
  let socket: Socket;
  let id: string;
  beforeAll(async () => {
    server = await startServer();
    socket = openSocket(server.url);
    id = await aFoundingMeeting(server);
  });
  const children: ChildProcess[] = [];
  afterAll(async () => {
    for (const child of children) child.kill();
    await socket.close();
    await server.stop();
  });

  it('[X1] plays the founding meeting through the public API, and followers receive each speaker and comment in order', async () => {
    const called = socket.subscribe(
      'subscription ($id: ID!) { speakerCalled(meetingId: $id) { seq statement { speaker { person { name } } } turn { number } } }',
      { id },
    );
    const posted = socket.subscribe(
      'subscription ($id: ID!) { commentPosted(meetingId: $id) { seq comment { body aspect author { person { name } } } } }',
      { id },
    );
    const boards = socket.subscribe(
      'subscription ($id: ID!) { board(meetingId: $id) { seq state requirements { number } } }',
      { id },
    );
    await boards.next();

    const rehearsal = spawn(
      process.execPath,
      ['dist/src/demo/rehearse.js', '--speed', '600', '--url', `${server.url}/graphql`],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, ROSTRUM_TOKEN: TOKEN },
      },
    );
    children.push(rehearsal);
    let output = '';
    rehearsal.stdout.on('data', (chunk) => {
      output += chunk;
    });
    const [code] = await once(rehearsal, 'exit');
    expect(code).toBe(0);
    expect(output).toContain('CLOSED');

    const names = (
      await called.until(({ data }) => data.speakerCalled.statement.speaker.person.name === speakers.at(-1))
    ).map(({ data }) => data.speakerCalled.statement.speaker.person.name);
    expect(names).toEqual(speakers);
    const bodies = comments.flat().map(({ body }) => body.zh);
    const seen = await posted.until(({ data }) => data.commentPosted.comment.body === bodies.at(-1));
    expect(seen.map(({ data }) => data.commentPosted.comment.body)).toEqual(bodies);
    expect(new Set(seen.map(({ data }) => data.commentPosted.comment.author.person.name))).toEqual(new Set(['李勇']));

    const shown = await boards.until(({ data }) => data.board.state === 'CLOSED');
    const states = new Set(shown.map(({ data }) => data.board.state));
    expect([...states]).toEqual([
      'STANDBY',
      'AGENDA',
      'STATEMENT',
      'COMMENT',
      'INTERMISSION',
      'REQUIREMENTS',
      'CLOSED',
    ]);
    const revealed = shown.map(({ data }) => data.board.requirements.length);
    expect(Math.max(...revealed)).toBe(requirements.length);
    expect(shown.map(({ data }) => data.board.seq)).toEqual(
      shown.map(({ data }) => data.board.seq).toSorted((a, b) => a - b),
    );
  });
});
