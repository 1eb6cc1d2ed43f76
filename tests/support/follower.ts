import { once } from 'node:events';
import WebSocket from 'ws';

/** Somebody on a bare socket who follows the board and the journal of a meeting, and keeps whatever comes. */
export class Follower {
  readonly received: any[] = [];
  /** The close code, once the socket is closed. */
  readonly closed: Promise<number>;
  private readonly socket: WebSocket;
  private look = () => {};

  private constructor(url: string, headers: Record<string, string>) {
    this.socket = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws', { headers });
    this.closed = once(this.socket, 'close').then(([code]) => code as number);
    this.socket.on('message', (data) => {
      this.received.push(JSON.parse(String(data)));
      this.look();
    });
    this.socket.on('error', () => {});
  }

  /** Resolves when both are being followed: the board has come, and the server has heard of what was sent after it. */
  static async open(url: string, meetingId: string, token: string | null, cookie?: string): Promise<Follower> {
    const follower = new Follower(url, cookie ? { cookie } : {});
    await once(follower.socket, 'open');
    follower.send({ type: 'connection_init', payload: token === null ? {} : { token } });
    await follower.until(({ type }) => type === 'connection_ack');
    follower.ask('journal', 'subscription ($id: ID!) { journal(meetingId: $id, after: 0) { seq } }', { id: meetingId });
    follower.ask('board', 'subscription ($id: ID!) { board(meetingId: $id) { seq title } }', { id: meetingId });
    const first = await follower.until(({ id, type }) => id === 'board' || type === 'error');
    if (first.type === 'error') throw new Error(JSON.stringify(first));
    const { seq } = first.payload.data.board;
    await follower.until(({ id, payload }) => id === 'journal' && payload.data.journal.seq >= seq);
    return follower;
  }

  send(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  ask(id: string, query: string, variables: object = {}): void {
    this.send({ id, type: 'subscribe', payload: { query, variables } });
  }

  get isOpen(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  /** The newest seq of what has come. */
  get seq(): number {
    const told = this.received.flatMap(({ payload }) => Object.values<any>(payload?.data ?? {}));
    return Math.max(...told.map(({ seq }) => seq));
  }

  /** The first message that fits, of all that have come or will; fails when the socket closes before. */
  until(fits: (message: any) => boolean): Promise<any> {
    return new Promise((resolve, reject) => {
      this.look = () => {
        const found = this.received.find(fits);
        if (found) resolve(found);
      };
      this.look();
      void this.closed.then((code) => reject(new Error(`closed with ${code}; ${JSON.stringify(this.received)}`)));
    });
  }

  close(): void {
    this.socket.terminate();
  }
}
