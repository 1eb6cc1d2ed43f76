import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a contender is given: a file with the meeting as Rostrum showed it. */
export interface Given {
  meetingId: string;
  databaseUrl: string;
  board: Record<string, unknown>;
  entry: { seq: number; type: string; at: string };
  large: Record<string, unknown>;
}

export const given: Given = JSON.parse(readFileSync(process.argv[2]!, 'utf8'), (_, value) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? new Date(value) : value,
);

export const sayWhere = (port: number) => void process.stdout.write(`http://127.0.0.1:${port}\n`);

export const listen = (server: Server) => {
  // The line on which events are asked for is idle while displays come in.
  server.keepAliveTimeout = 0;
  server.listen(0, '127.0.0.1', () => sayWhere((server.address() as AddressInfo).port));
};
