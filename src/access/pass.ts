import type { Visit } from './viewer.js';

/** What a pass closes. */
export interface Socket {
  close(code: number, reason: string): void;
}

/** Who keeps the passes. */
export interface Keeper {
  followed(pass: Pass, meetingId: string, openness: string): void;
  unfollowed(pass: Pass, meetingId: string): void;
  left(pass: Pass): void;
}

/** Signing in again is up to a person: clients that know the protocol don't come back by themselves. */
const ENDED = 4401;
/** Clients come back at once, and see what they may see now. */
const CHANGED = 4403;

/** One operation that follows a meeting, under which sight, and who could see the meeting when that was found out. */
export class Following {
  constructor(
    private readonly pass: Pass,
    readonly meetingId: string,
    readonly sight: string,
    public openness: string,
  ) {}

  /** The operation has ended. */
  leave(): void {
    this.pass.unfollow(this);
  }
}

const NOTHING: readonly never[] = [];

/** One visitor's socket: who has it, and what of which meeting it was allowed to follow. */
export class Pass {
  private follows: readonly Following[] = NOTHING;

  constructor(
    readonly visit: Visit,
    private readonly socket: Socket,
    private readonly keeper: Keeper,
  ) {}

  get sessionId(): string | null {
    return this.visit.viewer.sessionId;
  }

  /** An operation begins to follow a meeting. */
  follow(meetingId: string, sight: string, openness: string): Following {
    const following = new Following(this, meetingId, sight, openness);
    this.follows = this.follows.concat(following);
    this.keeper.followed(this, meetingId, openness);
    return following;
  }

  unfollow(following: Following): void {
    const { meetingId } = following;
    this.follows = this.follows.filter((other) => other !== following);
    if (!this.follows.some((other) => other.meetingId === meetingId)) this.keeper.unfollowed(this, meetingId);
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
    for (const { meetingId } of this.follows) this.keeper.unfollowed(this, meetingId);
    this.follows = NOTHING;
    this.keeper.left(this);
  }
}
