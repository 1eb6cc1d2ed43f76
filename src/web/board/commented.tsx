import type { Board, Person } from '../shared/board.query.js';
import { Comments } from './comments.js';
import { Fit } from './fit.js';
import { Label } from './label.js';
import { brief } from './names.js';
import { PersonLines } from './person.js';
import type { Phase } from './phase.js';
import { useSetting } from './setting.js';
import { Side } from './side.js';

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

interface CommentedProps {
  readonly phase: Phase;
  readonly word: string;
  readonly of: string;
  readonly speaker: Person;
  readonly author: Person | undefined;
  readonly comments: Board['comments'];
  readonly heading?: (comment: Board['comments'][number]) => string;
}

/** Who comments on whom, and the comments as they are posted. To far viewers the former is said in one line. */
export function Commented({ phase, word, of, speaker, author, comments, heading }: CommentedProps) {
  const { words, language, isFar } = useSetting();
  const text =
    comments.length > 0 ? (
      // The line above the text says already whom it is about.
      <Comments comments={comments} heading={isFar ? undefined : heading} />
    ) : (
      <p class="to-come" data-testid="to-come">
        {words.commentToCome}
      </p>
    );
  if (isFar) {
    return (
      <section class="commented-far comment" data-testid="comment">
        <Label phase={phase} word={word}>
          <Fit class="commented-line" text={brief(speaker, language)} testid="name" />
        </Label>
        {text}
      </section>
    );
  }
  return (
    <section class="pair pair-reading comment" data-testid="comment">
      <Side>
        <Label phase={phase} word={word}>
          <span class="label-text">{of}</span>
        </Label>
        <PersonLines person={speaker} testid="speaker" />
        {author && <Author author={author} />}
      </Side>
      {text}
    </section>
  );
}
