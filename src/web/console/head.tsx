import { useSay } from '../shared/language.js';
import { words } from '../shared/words.js';
import { useAsk } from './asked.js';
import { WallClock } from './clock.js';
import { liveWords } from './live.words.js';
import { useConsole } from './state.js';

/** Which meeting it is and how it stands, who has come, and what time it is there. */
export function Head() {
  const say = useSay(words);
  const live = useSay(liveWords);
  const ask = useAsk();
  const { board } = useConsole();
  const { signedIn, expected } = board.attendance;
  return (
    <header class="head">
      <h1>
        <bdi>{board.title}</bdi>
      </h1>
      <p class="head-facts">
        <span class="badge head-status" data-testid="status" data-status={board.status}>
          {say.status[board.status]}
        </span>
        <a href="#participants" data-testid="signed-in-figures">
          {say.attendance} {signedIn}/{expected}
        </a>
        <button type="button" class="head-help" aria-keyshortcuts="?" onClick={() => ask({ kind: 'HELP' })}>
          {live.help}{' '}
          <span class="keycap" aria-hidden="true">
            ?
          </span>
        </button>
        <WallClock />
      </p>
    </header>
  );
}
