import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import { cloneDatabase } from './database.js';
import { Display } from './display.js';
import { post, type ServerProcess, spawnServer } from './process.js';

/** A real server with displays that follow a meeting, next to whom somebody misbehaves. */
export interface Hall {
  url: string;
  meetingId: string;
  server: ServerProcess;
  /** Fails unless the same process still serves: each display gets the next board, none was ever cut off, and no error was logged. */
  isWell(): Promise<void>;
  /** Resident memory of the server in bytes. */
  memory(): number;
  close(): Promise<void>;
}

const ADD = 'mutation ($id: ID!, $input: RequirementInput!) { addRequirement(meetingId: $id, input: $input) { seq } }';

export async function openHall(environment: Record<string, string> = {}): Promise<Hall> {
  const database = await cloneDatabase();
  const server = await spawnServer({ DATABASE_URL: database.url, LOG_LEVEL: 'warn', ...environment });
  const { meetings } = (await post(server.url, '{ meetings(first: 1) { edges { node { id seq } } } }')).data;
  const { id: meetingId, seq: begin } = meetings.edges[0].node;
  const displays = (['board', 'journal'] as const).map((field) => new Display(field, meetingId, () => server.url));
  await Promise.all(displays.map((display) => display.reaches(begin)));
  let count = 0;
  return {
    url: server.url,
    meetingId,
    server,
    async isWell() {
      count += 1;
      const { data, errors } = await post(server.url, ADD, { id: meetingId, input: { heading: `${count}` } });
      expect(errors).toBeUndefined();
      await Promise.all(displays.map((display) => display.reaches(data.addRequirement.seq)));
      for (const { connections, faults, reasons } of displays) {
        expect({ connections, faults, reasons }).toEqual({
          connections: 1,
          faults: { lost: 0, doubled: 0, disordered: 0, refused: 0 },
          reasons: [],
        });
      }
      expect(server.child.exitCode).toBeNull();
      expect(server.output()).not.toMatch(/"level":[56]0/);
    },
    memory: () =>
      Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.child.pid}/status`, 'latin1'))?.[1]) * 1024,
    async close() {
      for (const display of displays) display.close();
      await server.end('SIGTERM');
      await database.drop();
    },
  };
}
