import { setTimeout as delay } from 'node:timers/promises';
import { isUnavailable } from '../database/constraints.js';
import { Refusal } from '../errors.js';
import type { Follow, Watch } from '../journal/follow.js';
import type { Position } from '../journal/position.js';
import type { Broadcaster } from './broadcaster.js';
import type { Member } from './member.js';
import type { Stats } from './stats.js';

/** What makes the messages of a group: its document, executed for what has happened. */
export interface Rendering {
  /** The results as JSON, in order; an Error as a value gives the result that tells it. Throws if the database is away. */
  render(values: readonly unknown[]): Promise<string[]>;
  /** Whether the results can change although the meeting's seq stands still. */
  readonly isVolatile: boolean;
}

/** Sends what the meeting's step has brought, if there is anybody to send to, and lets somebody watch how it goes. */
export type Sending = (meetingId: string, seq: number, send: () => boolean) => void;

export interface GroupNeeds extends Rendering {
  meetingId: string;
  follow: Follow;
  broadcaster: Broadcaster;
  stats: Stats;
  sending: Sending;
  onEnd: () => void;
}

const RETRY = 500;
/** Waits for what is away to come back. */
export const pause = (): Promise<void> => delay(RETRY, undefined, { ref: false });

/** Milliseconds for which a volatile result passes for the present one. */
export const FRESH = 100;

/** A meeting that is unknown, or was deleted meanwhile, is said to be, and the operation ends. [L4] */
const gone = (meetingId: string) => new Refusal('NOT_FOUND', { what: 'meeting', id: meetingId });

/**
 * All operations that get the same: the same document with the same variables in the same language, of viewers who may
 * see the same. A newcomer counts before it waits, or the last to leave would close what the newcomer waits for. [L16]
 */
export abstract class Group {
  /** Resolves when the meeting is followed; rejects if it can't be. */
  readonly ready: Promise<void>;
  protected readonly members = new Set<Member>();
  protected isOver = false;
  private watch: Watch | undefined;

  constructor(protected readonly needs: GroupNeeds) {
    this.ready = this.form();
    // Whoever waits for it is told as well.
    this.ready.catch(() => this.close());
  }

  /** Where the meeting stands, as far as is known; null once it is deleted. */
  get at(): Position | null {
    return this.watch?.at ?? null;
  }

  enter(member: Member): void {
    this.members.add(member);
    this.needs.stats.members += 1;
  }

  leave(member: Member): void {
    if (!this.members.delete(member)) return;
    this.needs.stats.members -= 1;
    if (this.members.size === 0) this.close();
  }

  /** The member may be sent to from now on. */
  abstract start(member: Member): void;

  /** Goes to where the meeting stands now. */
  protected abstract advance(at: Position): Promise<void>;

  /** Sends members what a step has brought; `send` answers whether there was one to send to. */
  protected broadcast(seq: number, send: () => boolean): void {
    this.needs.sending(this.needs.meetingId, seq, send);
  }

  /** Tells members why their operation ends, and ends it. */
  protected async dismiss(members: Iterable<Member>, reason: unknown): Promise<void> {
    const told = reason instanceof Error ? reason : new Error(String(reason));
    const send = this.needs.broadcaster(await this.needs.render([told]));
    for (const member of [...members]) {
      if (!this.members.has(member)) continue;
      if (member.isStarted) send(member);
      this.leave(member);
      member.end(told);
    }
  }

  private close(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.watch?.close();
    this.needs.onEnd();
  }

  private async form(): Promise<void> {
    const watch = await this.needs.follow.watch(this.needs.meetingId);
    this.watch = watch;
    if (this.isOver) watch.close();
    else void this.keepAdvancing(watch);
  }

  private async keepAdvancing(watch: Watch): Promise<void> {
    while (!this.isOver) {
      const { times } = watch;
      try {
        if (watch.at === null) throw gone(this.needs.meetingId);
        await this.advance(watch.at);
        await watch.heardSince(times);
      } catch (error) {
        if (isUnavailable(error)) await pause();
        else await this.dismiss(this.members, error).catch(pause);
      }
    }
  }
}
