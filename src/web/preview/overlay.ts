import type { Board, Comment } from '../shared/board.query.js';
import type { Shown } from './message.js';

const byTime = (one: Comment, other: Comment): number => Date.parse(one.postedAt) - Date.parse(other.postedAt);

/** The board as it stands, turned to a statement and these comments on it, whatever the room sees at the moment. [C9] */
export function overlaid(board: Board, shown: Shown, comments: readonly Comment[]): Board {
  const { id, mode, itemId, number, total, speaker } = shown;
  const current = board.agenda.find((item) => item.id === itemId) ?? board.current;
  const statement =
    board.statement?.id === id ? board.statement : { id, number, total, speaker, next: null, turn: null };
  const turned = {
    ...board,
    status: 'LIVE' as const,
    isBlackedOut: false,
    current,
    intermission: null,
    ballot: null,
  };
  if (mode === 'ON_SITE') {
    return { ...turned, state: 'COMMENT', statement, written: [], comments: comments.toSorted(byTime) };
  }
  const isThere = board.written.some((one) => one.id === id);
  const others = isThere ? board.comments.filter(({ statementId }) => statementId !== id) : [];
  return {
    ...turned,
    state: 'WRITTEN_STATEMENTS',
    statement: null,
    written: isThere ? board.written : [statement],
    comments: [...others, ...comments].toSorted(byTime),
  };
}
