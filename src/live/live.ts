import { isUnavailable } from '../database/constraints.js';
import { Refusal } from '../errors.js';
import type { Follow, Watch } from '../journal/follow.js';
import { type Cursor, type Position, resume, resync } from '../journal/position.js';
import { pull } from './pull.js';

/** The streams behind the subscriptions. What is streamed is given from outside: this room only knows meetings and seqs. */
export interface Live<Board, Entry> {
  /** The whole board: the present one at once, then the newest whenever the meeting has moved on. */
  boards(meetingId: string): Promise<AsyncIterable<Board | Error>>;
  /** Every entry after a cursor, gapless and in order, then live; `accept` picks. Without a seq: from now on. [L5] */
  entries(
    meetingId: string,
    cursor?: Cursor,
    accept?: (entry: Entry) => boolean,
  ): Promise<AsyncIterable<Entry | Error>>;
}

interface Sources<Board, Entry> {
  follow: Follow;
  loadBoard: (meetingId: string) => Promise<Board>;
  loadEntries: (meetingId: string, after: number, first: number) => Promise<Entry[]>;
}

const PAGE = 100;

const isSame = (a: Position | null, b: Position | null) => a?.epoch === b?.epoch && a?.seq === b?.seq;

/** A meeting that is unknown, or was deleted meanwhile, is said to be, and the stream ends. [L4] */
const gone = (meetingId: string) => new Refusal('NOT_FOUND', { what: 'meeting', id: meetingId });

export function createLive<Board extends Position, Entry extends Position>({
  follow,
  loadBoard,
  loadEntries,
}: Sources<Board, Entry>): Live<Board, Entry> {
  /** Boards are loaded once per meeting and seq, however many displays ask. */
  const kept = new Map<string, { at: Position | null; watchers: number; board: Promise<Board> | null }>();

  const shared = (watch: Watch, meetingId: string): Promise<Board> => {
    const one = kept.get(meetingId)!;
    if (one.board === null || !isSame(one.at, watch.at)) {
      const board = loadBoard(meetingId);
      one.board = board;
      one.at = watch.at;
      board.catch(() => {
        if (one.board === board) one.board = null;
      });
    }
    return one.board;
  };

  return {
    async boards(meetingId) {
      const watch = await follow.watch(meetingId);
      const one = kept.get(meetingId) ?? { at: null, watchers: 0, board: null };
      kept.set(meetingId, one);
      one.watchers += 1;
      let shown: Position | null = null;
      return pull({
        watch,
        isPassing: isUnavailable,
        take: async () => {
          if (watch.at === null) return gone(meetingId);
          if (isSame(watch.at, shown)) return undefined;
          const board = await shared(watch, meetingId);
          if (isSame(board, shown)) return undefined;
          shown = { epoch: board.epoch, seq: board.seq };
          return board;
        },
        onEnd: () => {
          one.watchers -= 1;
          if (one.watchers === 0 && kept.get(meetingId) === one) kept.delete(meetingId);
        },
      });
    },

    async entries(meetingId, given = {}, accept = () => true) {
      const watch = await follow.watch(meetingId);
      let cursor: Position;
      try {
        if (watch.at === null) throw gone(meetingId);
        cursor = resume(watch.at, given);
      } catch (error) {
        watch.close();
        throw error;
      }
      let page: Entry[] = [];
      const anew = async () => {
        const present = await follow.position(meetingId);
        return present ? resync(present) : gone(meetingId);
      };
      return pull<Entry>({
        watch,
        isPassing: isUnavailable,
        take: async () => {
          while (true) {
            const entry = page.shift();
            if (entry) {
              if (entry.epoch !== cursor.epoch) return anew();
              cursor = { epoch: entry.epoch, seq: entry.seq };
              if (accept(entry)) return entry;
              continue;
            }
            const { at } = watch;
            if (at === null) return gone(meetingId);
            if (at.epoch !== cursor.epoch) return anew();
            if (at.seq === cursor.seq) return undefined;
            if (at.seq < cursor.seq) {
              // Entries may have been read before their ring was heard; only the table can say that they are gone.
              const present = await follow.position(meetingId);
              return present && present.seq < cursor.seq ? resync(present) : undefined;
            }
            page = await loadEntries(meetingId, cursor.seq, PAGE);
            if (page.length === 0) return undefined;
          }
        },
      });
    },
  };
}
