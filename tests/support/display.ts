import WebSocket from 'ws';
import { GREETING } from './credentials.js';
import { createWaiting } from './waiting.js';

/** What a display follows. */
export type Field = 'journal' | 'board';

const documents: Record<Field, string> = {
  journal: `subscription ($id: ID!, $after: Int, $epoch: ID) {
    journal(meetingId: $id, after: $after, epoch: $epoch) { meetingId epoch seq type at } }`,
  board: `subscription ($id: ID!) {
    board(meetingId: $id) { meetingId epoch seq state status title period venue attendance { expected signedIn present } } }`,
};

/** What went wrong in the eyes of one display, counted as it was delivered. */
export interface Faults {
  /** Entries that were skipped. */
  lost: number;
  /** Entries, or boards of one connection, that came again. */
  doubled: number;
  /** Whatever came after something newer. */
  disordered: number;
  /** Errors other than "not available now", and closes that blame the client. */
  refused: number;
}

interface Values {
  meetingId: string;
  epoch: string;
  seq: number;
  [field: string]: unknown;
}

const MAX_PAUSE = 2000;
const PATIENCE = 120_000;

/** A screen in the room: a light client that comes back with jitter and resumes with its cursor, and believes nothing. */
export class Display {
  seq = 0;
  newest: Values | null = null;
  delivered = 0;
  connections = 0;
  readonly faults: Faults = { lost: 0, doubled: 0, disordered: 0, refused: 0 };
  readonly reasons: string[] = [];
  /** Of the journal: a fingerprint of every entry, by seq. Of the board: the title under each seq. */
  readonly seen = new Map<number, string>();
  private socket: WebSocket | undefined;
  private timer: NodeJS.Timeout | undefined;
  private failures = 0;
  /** How far the present connection has come, for whoever must find out why nothing came. */
  private phase = 'not begun';
  private isClosed = false;
  private shown = -1;
  private readonly waiting = createWaiting(PATIENCE);

  constructor(
    readonly field: Field,
    private readonly meetingId: string,
    private readonly address: () => string,
    private readonly id = 'a',
  ) {
    this.open();
  }

  private open(): void {
    const socket = new WebSocket(`${this.address().replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws', {
      handshakeTimeout: 30_000,
      perMessageDeflate: false,
    });
    this.socket = socket;
    this.phase = 'connecting';
    this.shown = -1;
    socket.on('open', () => {
      this.connections += 1;
      this.phase = 'greeting';
      socket.send(GREETING);
    });
    socket.on('message', (data) => this.hear(socket, JSON.parse(data.toString())));
    socket.on('error', () => {});
    socket.on('close', (code) => {
      this.phase = `closed with ${code}`;
      if (code >= 4000 || code === 1002 || code === 1007) this.refuse(`closed with ${code}`);
      this.comeBack();
    });
  }

  private hear(socket: WebSocket, message: { type: string; payload?: any }): void {
    if (this.isClosed) return;
    if (message.type === 'connection_ack') {
      const cursor = { after: this.seq, epoch: this.newest?.epoch };
      const variables = { id: this.meetingId, ...(this.field === 'journal' && cursor) };
      const payload = { query: documents[this.field], variables };
      socket.send(JSON.stringify({ id: this.id, type: 'subscribe', payload }));
      this.phase = 'subscribing';
    } else if (message.type === 'next') {
      this.failures = 0;
      this.phase = 'following';
      for (const error of message.payload.errors ?? []) this.complain(error);
      if (!message.payload.errors) this.take(message.payload.data[this.field]);
    } else if (message.type === 'error') {
      for (const error of message.payload) this.complain(error);
      socket.terminate();
    } else if (message.type === 'complete') socket.terminate();
  }

  private take(value: Values): void {
    const { seq } = value;
    this.delivered += 1;
    if (this.field === 'journal') {
      if (seq === this.seq) this.faults.doubled += 1;
      else if (seq < this.seq) this.faults.disordered += 1;
      else this.faults.lost += seq - this.seq - 1;
      this.seen.set(seq, `${value.meetingId} ${value.type} ${value.at}`);
    } else {
      if (seq === this.shown) this.faults.doubled += 1;
      else if (seq < this.seq) this.faults.disordered += 1;
      this.shown = seq;
      this.seen.set(seq, String(value.title));
    }
    if (seq < this.seq) return;
    this.seq = seq;
    this.newest = value;
    this.waiting.wake();
  }

  /** Resolves when the display has come to this seq; fails the test after a while. */
  reaches(wanted: number): Promise<void> {
    const late = () => `${this.id} is at ${this.seq}, not at ${wanted}: ${this.state}`;
    return this.waiting.until(() => this.seq >= wanted, late);
  }

  private get state(): string {
    return `${this.phase}, connection ${this.connections}, ${this.failures} failures; ${this.reasons}`;
  }

  private complain({ message, extensions }: { message: string; extensions?: { code: string } }): void {
    if (extensions?.code !== 'UNAVAILABLE') this.refuse(`${extensions?.code}: ${message}`);
  }

  private refuse(reason: string): void {
    if (this.isClosed) return;
    this.faults.refused += 1;
    this.reasons.push(reason);
  }

  private comeBack(): void {
    if (this.isClosed) return;
    const pause = Math.min(MAX_PAUSE, 100 * 2 ** this.failures++) * Math.random();
    this.timer = setTimeout(() => this.open(), pause);
  }

  /** Reads nothing any more, as a screen that sleeps. */
  pause(): void {
    this.socket?.pause();
  }

  resume(): void {
    this.socket?.resume();
  }

  close(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
    this.socket?.terminate();
  }
}
