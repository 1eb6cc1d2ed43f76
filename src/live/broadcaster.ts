import { Frames } from './frames.js';
import type { Member } from './member.js';
import type { Stats } from './stats.js';

/** How far sending goes below the public API of ws: not at all, frames of our own, or all frames of a turn in one write. */
export type Level = 1 | 2 | 3;

/** Makes messages of payloads, once for all; the answer sends them to some members, all in one turn. */
export type Broadcaster = (payloads: readonly string[]) => (members: readonly Member[]) => void;

/**
 * Levels 2 and 3 write frames to the TCP socket between those of ws; a line that is not plain gets its messages through
 * ws. [L12]
 */
export function createBroadcaster(level: Level, stats: Stats): Broadcaster {
  const sendTexts = ({ line, id }: Member, frames: Frames) => {
    for (const text of frames.texts(id)) stats.bytes += line.send(text);
  };

  const send = (member: Member, frames: Frames) => {
    const { line, id } = member;
    if (!line.isOpen) return;
    if (level > 1 && line.isPlain) stats.bytes += line.write(frames.bytes(id));
    else sendTexts(member, frames);
    stats.deliveries += frames.payloads.length;
  };

  return (payloads) => {
    const isWhole = level === 3 && payloads.length > 0;
    const turns = isWhole ? [new Frames(payloads)] : payloads.map((payload) => new Frames([payload]));
    return (members) => {
      for (const member of members) for (const frames of turns) send(member, frames);
    };
  };
}
