import { setTimeout as delay } from 'node:timers/promises';
import type { Watch } from '../journal/follow.js';

interface Pull<Value> {
  watch: Watch;
  /** The next value, or undefined when there is none yet. An Error as a value is the last one. */
  take: () => Promise<Value | Error | undefined>;
  /** Whether what was thrown only means: not now. */
  isPassing: (error: unknown) => boolean;
  onEnd?: () => void;
}

const RETRY = 500;

/**
 * The values that `take` gives, as an async iterator: asked when the reader is ready and the doorbell has rung. Nothing
 * queues for a slow reader. [L3] It is no generator on purpose: `return()` of a generator that waits would wait with it.
 * Errors come as values, for the resolver to throw: an iterator that throws costs the whole socket.
 */
export function pull<Value>({ watch, take, isPassing, onEnd }: Pull<Value>): AsyncIterableIterator<Value | Error> {
  let isDone = false;

  const end = () => {
    if (isDone) return;
    isDone = true;
    watch.close();
    onEnd?.();
  };

  /** The next value; undefined when there is none yet, after waiting for a reason to look again. */
  const attempt = async (): Promise<Value | Error | undefined> => {
    const { times } = watch;
    try {
      const value = await take();
      if (value === undefined && !isDone) await watch.heardSince(times);
      return value;
    } catch (error) {
      if (!isPassing(error)) return error instanceof Error ? error : new Error(String(error));
      await Promise.race([watch.heardSince(times), delay(RETRY, undefined, { ref: false })]);
      return undefined;
    }
  };

  return {
    async next() {
      while (!isDone) {
        const value = await attempt();
        if (value === undefined || isDone) continue;
        if (value instanceof Error) end();
        return { done: false, value };
      }
      return { done: true, value: undefined };
    },
    async return() {
      end();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
