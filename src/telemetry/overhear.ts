import { LRUCache } from 'lru-cache';
import type { Clock } from '../journal/clock.js';
import type { Doorbell, Ring } from '../journal/doorbell.js';
import type { Metrics } from './metrics.js';
import { inSpanOf } from './trace.js';

/** A doorbell that is listened in to: how late it is, what it misses, and which command rang last. */
export interface Overheard extends Doorbell {
  /** The traceparent of the command that rang last for the meeting. */
  trace(meetingId: string): string | undefined;
  /** Sends what a step has brought to all who wait for it; `send` answers whether somebody did. */
  sending(meetingId: string, seq: number, send: () => boolean): void;
  /** The table was found ahead; unless that has been rung meanwhile, the doorbell has missed it. */
  ahead(meetingId: string, seq: number): void;
}

const MEETINGS = 10_000;
/** Milliseconds after which what is done for a meeting is no longer the last command's doing. */
const MEMORY = 10_000;

export function overhear(doorbell: Doorbell, clock: Clock, metrics: Metrics): Overheard {
  const last = new LRUCache<string, Ring>({ max: MEETINGS, ttl: MEMORY });
  return {
    listen: (hear, onListening) =>
      doorbell.listen((ring) => {
        last.set(ring.meetingId, ring);
        if (ring.at !== undefined) metrics.doorbellHeard((clock.now() - ring.at) / 1000);
        hear(ring);
      }, onListening),
    stop: () => doorbell.stop(),
    trace: (meetingId) => last.get(meetingId)?.trace,
    sending: (meetingId, seq, send) => {
      const newest = last.get(meetingId);
      const ring = newest?.seq === seq ? newest : undefined;
      const isSent = inSpanOf(ring?.trace, 'send', (note) => {
        note({ 'rostrum.meeting': meetingId, 'rostrum.seq': seq });
        return send();
      });
      if (isSent && ring?.at !== undefined) metrics.sent((clock.now() - ring.at) / 1000);
    },
    ahead: (meetingId, seq) => {
      if ((last.get(meetingId)?.seq ?? 0) < seq) metrics.doorbellMissed();
    },
  };
}
