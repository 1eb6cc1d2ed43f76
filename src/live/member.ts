import { type OperationId, operationId } from './frames.js';
import type { Line } from './line.js';

interface Place {
  start(member: Member): void;
  leave(member: Member): void;
}

/** What is told that an operation has ended, for whatever reason. */
export interface Following {
  leave(): void;
}

/**
 * One operation of one socket in a group. graphql-ws holds it for the operation's results, but it yields none: the group
 * sends them. It ends when the group ends it, and leaves the group when graphql-ws returns it. Nothing is sent before
 * graphql-ws asks for the first time: until then it does not know the operation, and its id may be given to another.
 */
export class Member implements AsyncIterableIterator<never> {
  readonly id: OperationId;
  /** What it has been sent: of boards the newest version, of entries the last seq. */
  has = -1;
  /** Why the group has ended it. */
  reason: Error | null = null;
  private isOver = false;
  private finish: ((result: IteratorReturnResult<undefined>) => void) | null = null;

  constructor(
    private readonly place: Place,
    readonly line: Line,
    id: string,
    private readonly following?: Following,
  ) {
    this.id = operationId(id);
  }

  get isStarted(): boolean {
    return this.finish !== null;
  }

  next(): Promise<IteratorReturnResult<undefined>> {
    if (this.isOver) return over;
    const parked = new Promise<IteratorReturnResult<undefined>>((resolve) => {
      this.finish = resolve;
    });
    this.place.start(this);
    return parked;
  }

  return(): Promise<IteratorReturnResult<undefined>> {
    this.place.leave(this);
    this.end();
    return over;
  }

  /** graphql-ws then tells the client that the operation is complete, unless the client has said so. */
  end(reason?: Error): void {
    this.reason = reason ?? null;
    this.isOver = true;
    this.finish?.(OVER);
    this.following?.leave();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

const OVER: IteratorReturnResult<undefined> = { done: true, value: undefined };
const over = Promise.resolve(OVER);
