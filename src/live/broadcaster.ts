import { Frames } from './frames.js';
import type { Member } from './member.js';
import type { Stats } from './stats.js';

/** How far sending goes below the public API of ws: not at all, frames of our own, or all frames of a turn in one write. */
export type Level = 1 | 2 | 3;

/** Sends the same payloads to any number of members. */
export interface Broadcaster {
  send(members: Iterable<Member>, payloads: readonly string[]): void;
}

/**
 * What is sent is serialised once for all. Levels 2 and 3 write frames to the TCP socket between those of ws; a line that
 * is not plain gets its messages through ws. [L12]
 */
export function createBroadcaster(level: Level, stats: Stats): Broadcaster {
  const sendOne = ({ line, id }: Member, frames: Frames) => {
    if (level > 1 && line.isPlain) {
      stats.bytes += line.write(frames.bytes(id));
      // What the kernel has not taken is still to be sent, and must not change.
      if (line.queued > 0) frames.giveAway(id);
    } else {
      for (const text of frames.texts(id)) stats.bytes += line.send(text);
    }
  };

  return {
    send(members, payloads) {
      if (payloads.length === 0) return;
      const frames = level === 3 ? [new Frames(payloads)] : payloads.map((payload) => new Frames([payload]));
      for (const member of members) {
        if (!member.line.isOpen) continue;
        for (const each of frames) sendOne(member, each);
        stats.deliveries += payloads.length;
      }
    },
  };
}
