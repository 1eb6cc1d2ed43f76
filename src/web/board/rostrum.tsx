import type { Board } from '../shared/board.query.js';
import { AgendaList } from './agenda.list.js';
import { countedOf } from './band.js';
import { Fade } from './fade.js';
import { Fit } from './fit.js';
import { Clock } from './foot.js';
import { Label } from './label.js';
import { Next } from './next.js';
import { nowOf } from './now.js';
import { Paged } from './paged.js';
import { rostrumWords } from './rostrum.words.js';
import { useSetting } from './setting.js';
import { Shape } from './shape.js';
import { Side } from './side.js';
import { Turnout } from './turnout.js';

/** What the room sees instead of, or beside, the board: the chair is told in words. [Z3] */
function Covered({ board }: { board: Board }) {
  const { language } = useSetting();
  const say = rostrumWords[language];
  if (!board.isBlackedOut && board.message === null) return null;
  return (
    <p class="rostrum-covered" role="status" data-testid="covered">
      <Shape name={board.isBlackedOut ? 'square' : 'bell'} />
      <span class="rostrum-covered-word">{board.isBlackedOut ? say.black : say.message}</span>
      {!board.isBlackedOut && <Fit class="message" text={board.message ?? ''} />}
    </p>
  );
}

/** The chair's notes on the item; without any, the agenda. */
function Beside({ board }: { board: Board }) {
  const { language } = useSetting();
  const { notes, agenda, current } = board;
  if (!notes) return <AgendaList agenda={agenda} currentId={current?.id ?? null} />;
  return (
    <section class="notes" data-room data-testid="notes">
      <Fade
        id={current?.id ?? ''}
        class="notes-fade"
        view={() => (
          <Paged text={notes} class="notes-text">
            <h2 class="notes-word">{rostrumWords[language].notes}</h2>
          </Paged>
        )}
      />
    </section>
  );
}

/** The chair's own screen: who has the floor and for how long, what comes next, and what to say. Of a ballot nothing but turnout. [Z12] */
export function Rostrum({ board }: { board: Board }) {
  const setting = useSetting();
  const { words, language } = setting;
  const { signedIn, expected } = board.attendance;
  const { phase, word, of, main, isName, detail } = nowOf(board, setting);
  const counted = countedOf(board, words);
  return (
    <div class="rostrum" data-testid="rostrum">
      <header class="rostrum-head">
        <Label phase={phase} word={word}>
          {of && <span class="label-text">{of}</span>}
        </Label>
        <p class="rostrum-signed-in">{rostrumWords[language].signedIn(signedIn, expected)}</p>
        <Clock class="rostrum-clock" />
      </header>
      <Covered board={board} />
      <main class="pair rostrum-main">
        <Side class="rostrum-now">
          <Fit class={counted ? 'rostrum-name' : 'rostrum-title'} text={main} isName={isName} testid="name" />
          {detail && <Fit class="rostrum-detail" text={detail.replaceAll('\n', language === 'zh' ? '　' : ', ')} />}
          {board.state === 'COMMENT' && (
            <p class="rostrum-comments">
              {board.comments.length === 0 ? words.commentToCome : words.comments(board.comments.length)}
            </p>
          )}
          {counted}
          {board.state === 'BALLOT_OPEN' && board.ballot?.closesAt && <Turnout ballot={board.ballot} />}
        </Side>
        <Beside board={board} />
      </main>
      <footer class="rostrum-foot">
        <Next board={board} />
      </footer>
    </div>
  );
}
