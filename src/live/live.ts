import { isUnavailable } from '../database/constraints.js';
import { Refusal } from '../errors.js';
import type { Follow, Watch } from '../journal/follow.js';
import { pull } from './pull.js';

/** The streams behind the subscriptions. What is streamed is given from outside: this room only knows meetings and seqs. */
export interface Live<Board, Entry> {
  /** The whole board: the present one at once, then the newest whenever the meeting has moved on. */
  boards(meetingId: string): Promise<AsyncIterable<Board | Error>>;
  /** Every entry after a seq, gapless and in order, then live; `accept` picks. Without a seq: from now on. [L5] */
  entries(
    meetingId: string,
    after?: number | null,
    accept?: (entry: Entry) => boolean,
  ): Promise<AsyncIterable<Entry | Error>>;
}

interface Sources<Board, Entry> {
  follow: Follow;
  loadBoard: (meetingId: string) => Promise<Board>;
  loadEntries: (meetingId: string, after: number, first: number) => Promise<Entry[]>;
}

const PAGE = 100;

/** A meeting that is unknown, or was deleted meanwhile, is said to be, and the stream ends. [L4] */
const gone = (meetingId: string) => new Refusal('NOT_FOUND', { what: 'meeting', id: meetingId });

export function createLive<Board extends { seq: number }, Entry extends { seq: number }>({
  follow,
  loadBoard,
  loadEntries,
}: Sources<Board, Entry>): Live<Board, Entry> {
  /** Boards are loaded once per meeting and seq, however many displays ask. */
  const kept = new Map<string, { seq: number; watchers: number; board: Promise<Board> | null }>();

  const shared = (watch: Watch, meetingId: string): Promise<Board> => {
    const one = kept.get(meetingId)!;
    const seq = watch.seq!;
    if (one.board === null || one.seq < seq) {
      const board = loadBoard(meetingId);
      one.board = board;
      one.seq = seq;
      board.catch(() => {
        if (one.board === board) one.board = null;
      });
    }
    return one.board;
  };

  return {
    async boards(meetingId) {
      const watch = await follow.watch(meetingId);
      const one = kept.get(meetingId) ?? { seq: -1, watchers: 0, board: null };
      kept.set(meetingId, one);
      one.watchers += 1;
      let shown = -1;
      return pull({
        watch,
        isPassing: isUnavailable,
        take: async () => {
          if (watch.seq === null) return gone(meetingId);
          if (watch.seq <= shown) return undefined;
          const board = await shared(watch, meetingId);
          if (board.seq <= shown) return undefined;
          shown = board.seq;
          return board;
        },
        onEnd: () => {
          one.watchers -= 1;
          if (one.watchers === 0 && kept.get(meetingId) === one) kept.delete(meetingId);
        },
      });
    },

    async entries(meetingId, after, accept = () => true) {
      const watch = await follow.watch(meetingId);
      const newest = watch.seq ?? 0;
      if (after != null && (after < 0 || after > newest)) {
        watch.close();
        const problem = after < 0 ? { problem: 'tooSmall', limit: 0 } : { problem: 'tooLarge', limit: newest };
        throw new Refusal('INVALID_INPUT', { field: 'after', ...problem });
      }
      let cursor = after ?? newest;
      let page: Entry[] = [];
      return pull<Entry>({
        watch,
        isPassing: isUnavailable,
        take: async () => {
          while (true) {
            const entry = page.shift();
            if (entry) {
              cursor = entry.seq;
              if (accept(entry)) return entry;
              continue;
            }
            if (watch.seq === null) return gone(meetingId);
            if (watch.seq <= cursor) return undefined;
            page = await loadEntries(meetingId, cursor, PAGE);
            if (page.length === 0) return undefined;
          }
        },
      });
    },
  };
}
