import { Frames } from './frames.js';
import type { Member } from './member.js';
import type { Stats } from './stats.js';

/** How far sending goes below the public API of ws: not at all, frames of our own, or all frames of a turn in one write. */
export type Level = 1 | 2 | 3;

/** Makes messages of payloads, once for all; the answer sends them to one member after the other, all in one turn. */
export type Broadcaster = (payloads: readonly string[]) => (member: Member) => void;

/**
 * Levels 2 and 3 write frames to the TCP socket between those of ws; a line that is not plain gets its messages through
 * ws. [L12]
 */
export function createBroadcaster(level: Level, stats: Stats): Broadcaster {
  const sendTexts = ({ line, id }: Member, frames: Frames) => {
    for (const text of frames.texts(id)) stats.bytes += line.send(text);
  };

  const sender = (frames: Frames) => (member: Member) => {
    const { line, id } = member;
    if (!line.isOpen) return;
    if (level > 1 && line.isPlain) stats.bytes += line.write(frames.bytes(id));
    else sendTexts(member, frames);
    stats.deliveries += frames.payloads.length;
  };

  return (payloads) => {
    if (payloads.length === 0) return () => undefined;
    if (level === 3 || payloads.length === 1) return sender(new Frames(payloads));
    const senders = payloads.map((payload) => sender(new Frames([payload])));
    return (member) => {
      for (const send of senders) send(member);
    };
  };
}
