import type { Board, Statement } from '../shared/board.query.js';
import { Commented } from './commented.js';
import { useSetting } from './setting.js';

/** A statement is commented on. */
export function CommentStage({ board, statement }: { board: Board; statement: Statement }) {
  const { words } = useSetting();
  const { comments, commenters } = board;
  const { number, total, speaker } = statement;
  // Before the first comment it is only known for sure where nobody else could make it.
  const author = comments.at(-1)?.author ?? (commenters.length === 1 ? commenters[0] : undefined);
  return (
    <Commented
      phase="comment"
      word={words.comment}
      of={words.statementOf(number, total)}
      speaker={speaker}
      author={author}
      comments={comments}
    />
  );
}
