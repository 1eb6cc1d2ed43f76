import type { Board, Person, Statement } from '../shared/board.query.js';
import { Comments } from './comments.js';
import { Fit } from './fit.js';
import { Label } from './label.js';
import { PersonLines } from './person.js';
import { useSetting } from './setting.js';

function Author({ author }: { author: Person }) {
  const { words } = useSetting();
  return (
    <div class="author" data-testid="author">
      <p class="author-word">{words.commentBy}</p>
      <Fit class="author-name" text={author.name} isName />
      <Fit class="author-post" text={author.post || author.organization} />
    </div>
  );
}

/** Who comments on whom, and the comments as they are posted. */
export function CommentStage({ board, statement }: { board: Board; statement: Statement }) {
  const { words } = useSetting();
  const author = board.comments.at(-1)?.author;
  return (
    <section class="pair pair-reading comment" data-testid="comment">
      <div class="pair-side">
        <Label phase="comment" word={words.comment}>
          <span class="label-text">{words.statementOf(statement.number, statement.total)}</span>
        </Label>
        <PersonLines person={statement.speaker} testid="speaker" />
        {author && <Author author={author} />}
      </div>
      {board.comments.length > 0 ? (
        <Comments comments={board.comments} />
      ) : (
        <p class="to-come" data-testid="to-come">
          {words.commentToCome}
        </p>
      )}
    </section>
  );
}
