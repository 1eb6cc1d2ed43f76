import { LRUCache } from 'lru-cache';
import type { Clock } from '../journal/clock.js';
import type { Doorbell, Ring } from '../journal/doorbell.js';
import type { Metrics } from './metrics.js';
import { inSpanOf } from './trace.js';

/** A doorbell that is listened in to: how late it is, what it misses, and which command rang last. */
export interface Overheard extends Doorbell {
  /** The traceparent of the command that rang last for the meeting. */
  trace(meetingId: string): string | undefined;
  /** Sends what a ring has brought: as a span of the command that rang, and timed from the entry's instant. */
  deliver<Result>(meetingId: string, send: () => Result): Result;
  /** The table was found ahead; unless that has been rung meanwhile, the doorbell has missed it. */
  ahead(meetingId: string, seq: number): void;
}

const MEETINGS = 10_000;

export function overhear(doorbell: Doorbell, clock: Clock, metrics: Metrics): Overheard {
  const last = new LRUCache<string, Ring>({ max: MEETINGS });
  return {
    listen: (hear, onListening) =>
      doorbell.listen((ring) => {
        last.set(ring.meetingId, ring);
        if (ring.at !== undefined) metrics.doorbellHeard((clock.now() - ring.at) / 1000);
        hear(ring);
      }, onListening),
    stop: () => doorbell.stop(),
    trace: (meetingId) => last.get(meetingId)?.trace,
    deliver: (meetingId, send) => {
      const { trace, at } = last.get(meetingId) ?? {};
      const done = () => at !== undefined && metrics.sent((clock.now() - at) / 1000);
      return inSpanOf(trace, 'send', (note) => {
        note({ 'rostrum.meeting': meetingId });
        const sent = send();
        if (sent instanceof Promise) sent.then(done, () => undefined);
        else done();
        return sent;
      });
    },
    ahead: (meetingId, seq) => {
      if ((last.get(meetingId)?.seq ?? 0) < seq) metrics.doorbellMissed();
    },
  };
}
