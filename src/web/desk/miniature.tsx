import { useState } from 'preact/hooks';
import { useConsole } from '../console/state.js';
import { useSay } from '../shared/language.js';
import { boardWords } from './board.words.js';
import { Scaled } from './scaled.js';

/** The views of a board, each in the format that it is made for. */
const VIEWS = {
  HALL: { width: 1920, height: 1080 },
  ROSTRUM: { width: 1920, height: 1080 },
  PORTRAIT: { width: 1080, height: 1920 },
  STRIP: { width: 3840, height: 1080 },
} as const;
type View = keyof typeof VIEWS;
const NAMES = Object.keys(VIEWS) as View[];

/** The board in small: the board itself, so that it shows what the room sees. [C10] */
export function Miniature() {
  const say = useSay(boardWords);
  const { meeting, board } = useConsole();
  const [view, setView] = useState<View>('HALL');
  const { width, height } = VIEWS[view];
  const who = board.statement?.speaker.name ?? board.current?.title ?? '';
  return (
    <figure class="miniature" data-testid="miniature" data-view={view}>
      <p class="unseen">{say.shows(say.state[board.state] ?? board.state, who)}</p>
      <Scaled
        src={`/board/${encodeURIComponent(meeting.id)}?view=${view.toLowerCase()}`}
        title={say.miniature}
        width={width}
        height={height}
        testid="miniature-board"
      />
      <figcaption class="miniature-views">
        <span>{say.roomSees}</span>
        <select
          class="small"
          aria-label={say.view}
          value={view}
          onChange={({ currentTarget }) => setView(currentTarget.value as View)}
        >
          {NAMES.map((name) => (
            <option key={name} value={name}>
              {say.views[name]}
            </option>
          ))}
        </select>
      </figcaption>
    </figure>
  );
}
