import { writeSync } from 'node:fs';
import type { Duplex } from 'node:stream';
import { WebSocket } from 'ws';

/** Bytes that may be under way to one reader. The kernel alone would hide some megabytes of a reader that stands still. */
const UNDER_WAY = 1024 * 1024;
const NOTHING = Buffer.alloc(0);
const NOBODY: readonly never[] = [];

/** A TCP socket of Node: it knows its file descriptor, where the system has such, and has no handle once that is closed. */
type Stream = Duplex & { readonly _handle?: { readonly fd?: number } | null };

/** The line to one socket: what it was given, what its reader has taken, and whether it can take more. [L13] */
export class Line {
  /** Bytes given since the beginning; of these, how many the reader is known to have taken. */
  private given = 0;
  private taken = 0;
  /** What had been given when the ping was sent that has no pong yet. */
  private asked: number | null = null;
  askedAt = performance.now();
  private waiting: readonly (() => void)[] = NOBODY;
  private isProbing = false;

  /** Whether bytes go to the kernel as they are: no extension changes them, which would be agreed on by now, and no TLS. */
  private readonly isBare: boolean;
  private readonly fd: number;

  constructor(
    readonly socket: WebSocket,
    private readonly stream: Stream,
  ) {
    this.isBare = socket.extensions === '' && !('encrypted' in stream);
    this.fd = stream._handle?.fd ?? -1;
  }

  get isOpen(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  /** Bytes that the kernel has not taken yet. */
  get queued(): number {
    return this.socket.bufferedAmount;
  }

  /** Whether all that was given has left this process, and the reader keeps up. */
  get isFree(): boolean {
    return this.socket.bufferedAmount === 0 && this.given - this.taken < UNDER_WAY;
  }

  /** Whether frames can be put between those of ws: nothing waits, and the kernel takes them as they are. */
  get isPlain(): boolean {
    return this.isBare && this.socket.bufferedAmount === 0;
  }

  /** Gives finished frames to the kernel; answers their bytes. Only on a line that is open and plain. Their memory is free again after. */
  write(frames: Buffer): number {
    const taken = this.hand(frames);
    if (taken < frames.length) this.stream.write(Buffer.from(frames.subarray(taken)));
    this.count(frames.length);
    return frames.length;
  }

  /** Gives a message to ws; answers its bytes. */
  send(text: string): number {
    const bytes = Buffer.byteLength(text);
    this.socket.send(text);
    this.count(bytes);
    return bytes;
  }

  /** Calls once, when the line is free; never, if it closes before. */
  whenFree(tell: () => void): void {
    this.waiting = [...this.waiting, tell];
    this.probe();
  }

  /** A pong says that everything before its ping was read. */
  ping(now = performance.now()): void {
    if (this.asked !== null || !this.isOpen) return;
    this.asked = this.given;
    this.askedAt = now;
    this.socket.ping();
  }

  pong(): void {
    if (this.asked === null) return;
    this.taken = this.asked;
    this.asked = null;
    this.probe();
  }

  /** Milliseconds for which a ping has been without its pong. */
  silence(now = performance.now()): number {
    return this.asked === null ? 0 : now - this.askedAt;
  }

  /** How many of these bytes the kernel takes at once. */
  private hand(frames: Buffer): number {
    if (this.fd < 0 || !this.stream._handle) return 0;
    try {
      return writeSync(this.fd, frames);
    } catch {
      // It is full, or the line is dead: the stream finds out which.
      return 0;
    }
  }

  private count(bytes: number): void {
    this.given += bytes;
    if (this.given - this.taken > UNDER_WAY / 2) this.ping();
  }

  /** Finds out when the line is free, if somebody waits for it: by the end of what is queued, then by a pong. */
  private probe(): void {
    if (this.waiting.length === 0 || this.isProbing || !this.isOpen || this.stream.destroyed) return;
    if (this.isFree) {
      const told = this.waiting;
      this.waiting = NOBODY;
      for (const tell of told) tell();
    } else if (this.stream.writableLength > 0) {
      this.isProbing = true;
      this.stream.write(NOTHING, () => {
        this.isProbing = false;
        this.probe();
      });
    } else {
      this.ping();
    }
  }
}
