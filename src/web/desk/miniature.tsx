import { useState } from 'preact/hooks';
import { useConsole } from '../console/state.js';
import { useSay } from '../shared/language.js';
import { boardWords } from './board.words.js';
import { Scaled } from './scaled.js';
import { ScreenChoice } from './screen.choice.js';
import { useScreens } from './use.screens.js';

/** The board in small: the board itself, set as the screen in the room is, so that it shows what the room sees. [C10] */
export function Miniature() {
  const say = useSay(boardWords);
  const { meeting, board } = useConsole();
  const screens = useScreens(meeting.id, board.seq);
  const [id, choose] = useState<string | null>(null);
  const chosen = screens.find((screen) => screen.id === id) ?? screens[0];
  if (!chosen) return null;
  const who = board.statement?.speaker.name ?? board.current?.title ?? '';
  const state = board.isBlackedOut ? 'BLACKOUT' : board.state;
  return (
    <figure class="miniature" data-testid="miniature" data-view={chosen.view}>
      <p class="unseen">{say.shows(say.state[state] ?? state, board.isBlackedOut ? '' : who)}</p>
      <Scaled
        src={`/board/${encodeURIComponent(meeting.id)}${chosen.search}`}
        title={say.miniature}
        width={chosen.width}
        height={chosen.height}
        testid="miniature-board"
      />
      <figcaption class="miniature-views">
        <span>{say.roomSees}</span>
        <ScreenChoice screens={screens} chosen={chosen} choose={choose} />
      </figcaption>
    </figure>
  );
}
