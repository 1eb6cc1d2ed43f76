import type { Comment } from '../shared/board.query.js';
import { AspectMark, CorrectedMark } from './aspect.js';
import { Fade } from './fade.js';
import { Paged } from './paged.js';
import { useSetting } from './setting.js';

const OLDER_AT_MOST = 6;

interface CommentsProps {
  readonly comments: readonly Comment[];
  /** Said above each comment where comments on different statements stand together. */
  readonly heading?: (comment: Comment) => string;
}

/** The newest comment at full contrast on top, and below it as many of the older ones as there is room for. */
export function Comments({ comments, heading }: CommentsProps) {
  const { textLanguage } = useSetting();
  const latest = comments.at(-1);
  if (!latest) return null;
  const older = comments.slice(0, -1).reverse().slice(0, OLDER_AT_MOST);
  return (
    <div class="comments" data-room data-testid="comments">
      <Fade
        id={latest.id}
        class="latest"
        view={() => (
          <Paged text={latest.body} class="comment-text">
            {heading && <bdi class="comment-heading">{heading(latest)}</bdi>}
            <AspectMark aspect={latest.aspect} />
            <CorrectedMark isCorrected={latest.isCorrected} />
          </Paged>
        )}
      />
      <div class="older">
        {older.map((comment) => (
          <p key={comment.id} class="older-text" lang={textLanguage} dir="auto" data-testid="older">
            <bdi class="older-marks">
              {heading && <span class="comment-heading">{heading(comment)}</span>}
              <AspectMark aspect={comment.aspect} />
              <CorrectedMark isCorrected={comment.isCorrected} />
            </bdi>
            {comment.body}
          </p>
        ))}
      </div>
    </div>
  );
}
