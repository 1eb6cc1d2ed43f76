import { isUnavailable } from '../database/constraints.js';
import { Refusal, refuseUnless } from '../errors.js';
import type { Follow } from '../journal/follow.js';
import { type Cursor, type Position, resume } from '../journal/position.js';
import { createBoards } from './boards.js';
import { createBroadcaster, type Level } from './broadcaster.js';
import { Every } from './every.js';
import type { Group, GroupNeeds, Rendering, Sending } from './group.js';
import type { Line } from './line.js';
import { type Following, Member } from './member.js';
import { Newest } from './newest.js';
import type { Stats } from './stats.js';
import { boardsOf, entriesOf, type Stream } from './stream.js';

/** One operation that wants to join: what makes it equal to others, and where to send to. */
export interface Seat extends Rendering {
  key: string;
  line: Line;
  id: string;
  following?: Following;
}

/** What the room follows. What is streamed is given from outside: this room only knows meetings and their positions. */
export interface Live<Board, Entry> {
  readonly stats: Stats;
  /** The present board. */
  board(meetingId: string): Promise<Board>;
  /** The whole board: the present one at once, then the newest whenever the meeting has moved on. */
  boards(meetingId: string): Stream<Entry>;
  /** Every entry after a cursor, gapless and in order, then live; `accept` picks. Without a cursor: from now on. [L5] */
  entries(meetingId: string, cursor: Cursor, accept?: (entry: Entry) => boolean): Stream<Entry>;
  /** Joins an operation to the others that get the same. Refuses an unknown meeting, and a cursor that is none of its. */
  join(stream: Stream<Entry>, seat: Seat): Promise<Member>;
}

interface Sources<Board, Entry> {
  follow: Follow;
  level: Level;
  loadBoard: (meetingId: string) => Promise<Board>;
  isKept: (board: Board) => boolean;
  after: (meetingId: string, epoch: string, seq: number, first: number) => Promise<Entry[]>;
  sending: Sending;
  stats: Stats;
  /** Between reading and sending: closes those who may not see the meeting any more. */
  check: (meetingId: string) => Promise<void>;
}

export function createLive<Board extends Position, Entry extends Position>({
  follow,
  level,
  loadBoard,
  isKept,
  after,
  sending,
  stats,
  check,
}: Sources<Board, Entry>): Live<Board, Entry> {
  const broadcaster = createBroadcaster(level, stats);
  const loadAt = createBoards({ load: loadBoard, isKept, stats });
  const groups = new Map<string, Group>();

  const form = (stream: Stream<Entry>, { key, isVolatile, render }: Seat): Group => {
    const needs: GroupNeeds = {
      meetingId: stream.meetingId,
      follow,
      broadcaster,
      stats,
      sending,
      isVolatile,
      render: async (values) => {
        stats.executions += values.length;
        const payloads = await render(values);
        // After everything was read: whoever was to see no more when that was written, is gone by now. [F7]
        if (!(values[0] instanceof Error)) await check(stream.meetingId);
        return payloads;
      },
      onEnd: () => {
        stats.groups -= 1;
        if (groups.get(key) === group) groups.delete(key);
      },
    };
    const group: Group =
      stream.kind === 'boards' ? new Newest(needs, loadAt) : new Every({ ...needs, after, accept: stream.accept });
    stats.groups += 1;
    groups.set(key, group);
    return group;
  };

  /** Where the meeting stands now: all who join in one moment ask the table once. Without a database, what is known. */
  const present = async (meetingId: string, group: Group): Promise<Position> => {
    const at = await follow.position(meetingId).catch((error) => {
      if (isUnavailable(error) && group.at) return group.at;
      throw error;
    });
    refuseUnless(at !== null, 'NOT_FOUND', { what: 'meeting', id: meetingId });
    return at;
  };

  const begin = (at: Position, cursor: Cursor): number => {
    const { seq } = resume(at, cursor);
    if (seq < at.seq) stats.resumes += 1;
    return seq;
  };

  return {
    stats,
    boards: boardsOf,
    entries: entriesOf,

    async board(meetingId) {
      const at = await follow.position(meetingId);
      refuseUnless(at !== null, 'NOT_FOUND', { what: 'meeting', id: meetingId });
      return loadAt(meetingId, at);
    },

    async join(stream, seat) {
      const group = groups.get(seat.key) ?? form(stream, seat);
      const member = new Member(group, seat.line, seat.id, seat.following);
      group.enter(member);
      try {
        await group.ready;
        const at = await present(stream.meetingId, group);
        if (stream.kind === 'entries') member.has = begin(at, stream.cursor);
        // It was not told, because its operation had not begun.
        if (member.reason) throw member.reason;
        return member;
      } catch (error) {
        group.leave(member);
        if (error instanceof Refusal && error.code === 'RESYNC') stats.resyncs += 1;
        throw error;
      }
    },
  };
}
