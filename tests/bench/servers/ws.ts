import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { given, listen } from './serve.js';

/** The yardstick: bare `ws`, the event serialised once, each client's own id put in by concatenation. */
const server = createServer((request, response) => {
  const [, , kind = '', count] = request.url!.split('/');
  for (let left = Number(count); left > 0; left -= 1) {
    seq += 1;
    const rest = tail(kind);
    for (const { socket, id } of rooms.get(kind) ?? []) socket.send(`{"id":"${id}","type":"next","payload":${rest}`);
  }
  response.setHeader('Content-Length', 2).end('{}');
});

type Member = { socket: import('ws').WebSocket; id: string };
const rooms = new Map<string, Set<Member>>();
let seq = given.entry.seq;

const tail = (kind: string): string => {
  const data =
    kind === 'entry'
      ? { journal: { ...given.entry, seq, at: new Date() } }
      : { board: { ...given[kind as 'board' | 'large'], seq } };
  return `${JSON.stringify({ data })}}`;
};

new WebSocketServer({ server, path: '/graphql', handleProtocols: () => 'graphql-transport-ws' }).on(
  'connection',
  (socket) => {
    const members: [Set<Member>, Member][] = [];
    socket.on('message', (text) => {
      const { type, id, payload } = JSON.parse(String(text));
      if (type === 'connection_init') socket.send('{"type":"connection_ack"}');
      if (type !== 'subscribe') return;
      const kind: string = payload.operationName;
      const room = rooms.get(kind) ?? new Set();
      rooms.set(kind, room);
      const member = { socket, id };
      room.add(member);
      members.push([room, member]);
      socket.send(`{"id":"${id}","type":"next","payload":${tail(kind)}`);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      for (const [room, member] of members) room.delete(member);
    });
  },
);

listen(server);
