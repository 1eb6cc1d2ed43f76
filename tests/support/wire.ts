import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A cable between a client and a server that can go dead without a word, as one that was pulled out. */
export interface Wire {
  url: string;
  /** From now on nothing passes through what is open, and nothing is closed either. So with the next `more` connections. */
  die(more: number): void;
  /** Resolves when all clients have left. */
  empty(): Promise<unknown>;
  close(): void;
}

export async function layWire(to: string): Promise<Wire> {
  const sockets = new Set<Socket>();
  let silent = 0;
  const wire = createServer((near) => {
    sockets.add(near.on('error', () => {}));
    if (silent-- > 0) return;
    const far = connect(Number(new URL(to).port), '127.0.0.1').on('error', () => near.destroy());
    sockets.add(far);
    near.pipe(far).pipe(near);
  }).listen(0, '127.0.0.1');
  await once(wire, 'listening');
  return {
    url: `http://127.0.0.1:${(wire.address() as AddressInfo).port}`,
    die(more) {
      silent = more;
      for (const socket of sockets) socket.unpipe().pause();
    },
    empty: () => Promise.all([...sockets].map((socket) => socket.closed || once(socket, 'close'))),
    close() {
      for (const socket of sockets) socket.destroy();
      wire.close();
    },
  };
}
