import { LRUCache } from 'lru-cache';
import type { Position } from '../journal/position.js';
import type { Stats } from './stats.js';

/** Loads boards: once for a meeting and seq, however many ask. */
export type LoadBoard<Board> = (meetingId: string, at: Position) => Promise<Board>;

interface Kept<Board> {
  at: Position;
  board: Promise<Board>;
}

const MEETINGS = 500;

interface Settings<Board> {
  stats: Stats;
  load: (meetingId: string) => Promise<Board>;
  /** Whether what the board shows can't change without its seq. */
  isKept: (board: Board) => boolean;
}

export function createBoards<Board extends Position>({ load, isKept, stats }: Settings<Board>): LoadBoard<Board> {
  const kept = new LRUCache<string, Kept<Board>>({ max: MEETINGS });

  return (meetingId, at) => {
    const known = kept.get(meetingId);
    if (known && known.at.epoch === at.epoch && known.at.seq === at.seq) return known.board;
    stats.loads += 1;
    const board = load(meetingId);
    const one = { at, board };
    kept.set(meetingId, one);
    const drop = () => void (kept.peek(meetingId) === one && kept.delete(meetingId));
    board.then((made) => isKept(made) || drop(), drop);
    return board;
  };
}
