import type { Visit } from './viewer.js';

/** What a pass closes. */
export interface Socket {
  close(code: number, reason: string): void;
}

interface Keeper {
  followed(meetingId: string, openness: string): void;
  unfollowed(meetingId: string): void;
  left(): void;
}

/** Signing in again is up to a person: clients that know the protocol don't come back by themselves. */
const ENDED = 4401;
/** Clients come back at once, and see what they may see now. */
const CHANGED = 4403;

/** One visitor's socket: who has it, and what of which meeting it was allowed to follow. */
export class Pass {
  /** What its operations follow, under which sight, and who could see the meeting when that was found out. */
  private follows: { meetingId: string; sight: string; openness: string }[] = [];

  constructor(
    readonly visit: Visit,
    private readonly socket: Socket,
    private readonly keeper: Keeper,
  ) {}

  get sessionId(): string | null {
    return this.visit.viewer.sessionId;
  }

  /** An operation begins to follow a meeting; answers what ends it. */
  follow(meetingId: string, sight: string, openness: string): () => void {
    const one = { meetingId, sight, openness };
    this.follows.push(one);
    this.keeper.followed(meetingId, openness);
    return () => {
      this.follows = this.follows.filter((other) => other !== one);
      if (!this.follows.some((other) => other.meetingId === meetingId)) this.keeper.unfollowed(meetingId);
    };
  }

  isOutdated(meetingId: string, openness: string): boolean {
    return this.follows.some((one) => one.meetingId === meetingId && one.openness !== openness);
  }

  /** Operations that follow the meeting since others could see it than now. */
  outdated(meetingId: string, openness: string) {
    return this.follows.filter((one) => one.meetingId === meetingId && one.openness !== openness);
  }

  /** Whether its session was changed since it came in. It stays so until the socket is closed: many may be looking at once. */
  isChanged(at: string): boolean {
    return at !== this.visit.viewer.changedAt;
  }

  /** The session is over. */
  end(): void {
    this.socket.close(ENDED, 'Session ended');
  }

  /** Its holder may see or do something else than before. */
  change(): void {
    this.socket.close(CHANGED, 'Access changed');
  }

  /** The socket is closed. */
  leave(): void {
    for (const { meetingId } of this.follows) this.keeper.unfollowed(meetingId);
    this.follows = [];
    this.keeper.left();
  }
}
