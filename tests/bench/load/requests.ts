import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface Line {
  /** Posts and answers with the body; one request at a time. */
  post(path: string, body: string): Promise<Buffer>;
  close(): void;
}

/** One kept HTTP connection, as bare as can be: what is measured is the server. */
export async function openLine(port: number): Promise<Line> {
  const socket: Socket = connect(port, '127.0.0.1');
  socket.setNoDelay(true);
  let waiting: { resolve: (body: Buffer) => void; reject: (error: Error) => void } | null = null;
  let bytes: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    bytes = bytes.length === 0 ? chunk : Buffer.concat([bytes, chunk]);
    const end = bytes.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = bytes.toString('latin1', 0, end);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
    if (!/^HTTP\/1\.1 20\d/.test(head) || Number.isNaN(length)) return fail(new Error(`an answer of no use: ${head}`));
    if (bytes.length < end + 4 + length) return;
    const body = bytes.subarray(end + 4, end + 4 + length);
    bytes = Buffer.alloc(0);
    waiting?.resolve(body);
    waiting = null;
  });
  const fail = (error: Error) => {
    waiting?.reject(error);
    waiting = null;
    socket.destroy();
  };
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('the server hung up')));
  await once(socket, 'connect');
  return {
    post: (path, body) =>
      new Promise((resolve, reject) => {
        if (socket.destroyed) return reject(new Error('the line is dead'));
        waiting = { resolve, reject };
        socket.write(
          `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
        );
      }),
    close: () => socket.destroy(),
  };
}
