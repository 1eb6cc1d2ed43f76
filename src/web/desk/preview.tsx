import { useEffect, useRef, useState } from 'preact/hooks';
import { isOurs, type Showing, type Shown, type Telling } from '../preview/message.js';
import type { Comment } from '../shared/board.query.js';
import { useSay } from '../shared/language.js';
import { useSettled } from '../shared/settled.js';
import { boardWords } from './board.words.js';
import { Scaled } from './scaled.js';
import { ScreenChoice } from './screen.choice.js';
import { useScreens } from './use.screens.js';

/** How many pages the newest comment has on the board, and for how long they take their turns. */
export interface Extent {
  readonly commentId: string;
  readonly pages: number;
  readonly milliseconds: number;
}

interface PreviewProps {
  meetingId: string;
  seq: number;
  statement: Shown;
  comments: readonly Comment[];
  extent: Extent | null;
  onExtent: (extent: Extent) => void;
}

/** The board as it will be, page by page, before anything is posted. [C9] */
export function Preview({ meetingId, seq, statement, comments, extent, onExtent }: PreviewProps) {
  const say = useSay(boardWords);
  const frame = useRef<HTMLIFrameElement | null>(null);
  const screens = useScreens(meetingId, seq).filter(({ view }) => view !== 'ROSTRUM');
  const [screenId, choose] = useState<string | null>(null);
  const screen = screens.find(({ id }) => id === screenId) ?? screens[0];
  const [page, setPage] = useState(0);
  const commentId = comments.at(-1)?.id;
  const pages = extent && extent.commentId === commentId ? extent.pages : 0;
  // Not at every letter: the board measures the whole text each time.
  const wanted = useSettled(JSON.stringify({ statement, comments }));
  const shownPage = Math.min(page, Math.max(0, pages - 1));

  useEffect(() => setPage(0), [commentId]);
  useEffect(() => {
    const showing = { ...JSON.parse(wanted), kind: 'SHOW', page: shownPage };
    const show = (): void => frame.current?.contentWindow?.postMessage(showing satisfies Showing, location.origin);
    const hear = (event: MessageEvent): void => {
      if (!isOurs(event, frame.current?.contentWindow ?? null)) return;
      const telling = event.data as Telling;
      if (telling.kind === 'READY') show();
      if (telling.kind === 'SHOWN') onExtent(telling);
    };
    window.addEventListener('message', hear);
    show();
    return () => window.removeEventListener('message', hear);
  }, [wanted, shownPage]);

  if (!screen) return null;
  return (
    <figure class="preview" data-testid="preview" data-pages={pages}>
      <figcaption class="miniature-views">
        <b>{say.previewOf(statement.speaker.name)}</b>
        <ScreenChoice screens={screens} chosen={screen} choose={choose} />
      </figcaption>
      <Scaled
        src={`/board-preview/${encodeURIComponent(meetingId)}${screen.search}`}
        title={say.preview}
        width={screen.width}
        height={screen.height}
        testid="preview-board"
        frame={(element) => {
          frame.current = element;
        }}
      />
      <div class="preview-pages">
        <span class="hint">{pages > 0 && say.lasts(pages, Math.round((extent?.milliseconds ?? 0) / 1000))}</span>
        {pages > 1 && (
          <fieldset class="pages">
            <legend class="unseen">{say.pages}</legend>
            {Array.from({ length: pages }, (_, index) => (
              <button
                key={index}
                type="button"
                class="quiet-button page-button"
                aria-pressed={index === shownPage}
                aria-label={say.page(index + 1)}
                onClick={() => setPage(index)}
              >
                {index + 1}
              </button>
            ))}
          </fieldset>
        )}
      </div>
    </figure>
  );
}
