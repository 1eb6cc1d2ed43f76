import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { afterEach, expect, it } from '@jest/globals';
import { createListener } from '../../src/doors/listener.js';

const UPGRADE = 'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A server that answers when it is told to, and connections to it. */
async function listening(patience: number) {
  const { httpServer, drain } = createListener(patience);
  const asked: ServerResponse[] = [];
  httpServer.on('request', (_request, response) => void asked.push(response));
  await once(httpServer.listen(0, '127.0.0.1'), 'listening');
  const { port } = httpServer.address() as AddressInfo;
  const open = async (allowHalfOpen = false): Promise<Socket> => {
    const accepted = once(httpServer, 'connection');
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen });
    closers.push(() => socket.destroy());
    await once(socket, 'connect');
    await accepted;
    return socket;
  };
  const ask = async (socket: Socket): Promise<void> => {
    const heard = once(httpServer, 'request');
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await heard;
  };
  return { httpServer, drain, asked, open, ask };
}

it('[L18] a server that stops answers what is under way, and waits for nobody who asks nothing', async () => {
  const { drain, asked, open, ask } = await listening(600_000);
  const [busy, idle, fresh] = [await open(), await open(), await open()];
  await ask(idle);
  asked[0]!.end('before');
  await once(idle, 'data');
  await ask(busy);
  const ended = [idle, fresh].map((socket) => once(socket.resume(), 'end'));
  const drained = drain();
  await Promise.all(ended);

  const answer = once(busy, 'data');
  asked[1]!.end('under way');
  expect(String((await answer)[0])).toContain('under way');
  await drained;
  expect(busy.closed || (await once(busy, 'close'))).toBeTruthy();
});

it('[L18] an answer that never comes holds it up for as long as was given', async () => {
  const { drain, asked, open, ask } = await listening(50);
  const busy = await open();
  await ask(busy);
  const cut = once(busy.resume(), 'close');
  await drain();
  await cut;
  expect(asked).toHaveLength(1);
});

it('[L18] nobody holds it up by asking for a WebSocket when it has begun to stop', async () => {
  const { httpServer, drain, open } = await listening(600_000);
  httpServer.on('upgrade', () => undefined);
  const socket = await open(true);
  const ended = once(socket.resume(), 'end');
  const drained = drain();
  await ended;
  socket.on('error', () => undefined);
  socket.write(UPGRADE);
  await drained;
});

it('[L18] a connection that has become a WebSocket is none of them', async () => {
  const { httpServer, drain, open } = await listening(600_000);
  httpServer.on('upgrade', (_request, upgraded: Socket) => {
    upgraded.on('end', () => upgraded.end()).resume();
    upgraded.write('HTTP/1.1 101 Switching Protocols\r\n\r\n');
  });
  const socket = await open();
  const answer = once(socket, 'data');
  socket.write(UPGRADE);
  await answer;
  const drained = drain();
  while (httpServer.listening) await setImmediate();
  await expect(open()).rejects.toThrow('ECONNREFUSED');
  expect(socket.readableEnded).toBe(false);
  socket.destroy();
  await drained;
});
