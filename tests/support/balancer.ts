import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Balancer {
  url: string;
  close(): void;
}

/** A TCP load balancer without any memory: each connection goes to the next server, and to the one after if it is refused. */
export async function startBalancer(ports: number[]): Promise<Balancer> {
  const sockets = new Set<Socket>();
  let turn = 0;
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    return socket;
  };

  const pass = (client: Socket, attempts: number) => {
    if (attempts === 0) return client.destroy();
    const server = keep(connect(ports[turn++ % ports.length]!, '127.0.0.1'));
    const tryNext = () => pass(client, attempts - 1);
    server.once('error', tryNext);
    server.once('connect', () => {
      server.off('error', tryNext);
      server.on('error', () => client.destroy());
      client.on('error', () => server.destroy());
      client.once('close', () => server.destroy());
      server.once('close', () => client.destroySoon());
      server.pipe(client).pipe(server);
    });
    return server;
  };

  const listener = createServer({ noDelay: true }, (client) => {
    keep(client).on('error', () => client.destroy());
    pass(client, ports.length * 2);
  });
  // A whole hall may knock at once: whom the system turns away tries again after seconds.
  listener.listen({ port: 0, host: '127.0.0.1', backlog: 4096 });
  await once(listener, 'listening');
  return {
    url: `http://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    close: () => {
      listener.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
