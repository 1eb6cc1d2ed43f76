import type { Board } from '../shared/board.query.js';
import type { Words } from '../shared/words.js';
import { Countdown, useSecondsUntil } from './countdown.js';
import { Fade } from './fade.js';
import { Fit } from './fit.js';
import { Clock } from './foot.js';
import { Label } from './label.js';
import { nowOf } from './now.js';
import { useSetting } from './setting.js';
import { Shape } from './shape.js';
import { Timer } from './timer.js';
import { Turnout } from './turnout.js';

function Until({ at, word }: { at: string; word: string }) {
  const seconds = useSecondsUntil(Date.parse(at));
  return (
    <div class="timer" data-mood="running">
      <p class="timer-word">
        <Shape name="circle" />
        {word}
      </p>
      <Countdown class="timer-digits" seconds={seconds} />
    </div>
  );
}

/** What is counted at the moment: the turn's time, the time left or the sheets; null: nothing is. */
export function countedOf({ state, statement, ballot, intermission, current }: Board, words: Words) {
  if (state === 'STATEMENT' && statement) {
    return <Timer turn={statement.turn} plannedSeconds={current?.plannedSeconds ?? null} />;
  }
  if (state === 'INTERMISSION' && intermission?.returnsAt) {
    return <Until at={intermission.returnsAt} word={words.resumesIn} />;
  }
  if (state === 'BALLOT_OPEN' && ballot?.closesAt) return <Until at={ballot.closesAt} word={words.timeLeft} />;
  if (ballot && state.startsWith('BALLOT')) return <Turnout ballot={ballot} />;
  return null;
}

/** One band across a strip of panels, or in the lower third of a picture: who or what, and the timer. [Z13] */
export function Band({ board }: { board: Board }) {
  const setting = useSetting();
  const { phase, word, of, main, isName, detail } = nowOf(board, setting);
  return (
    <main class="band" data-testid="band" data-covered={board.message === null ? undefined : ''}>
      <h1 class="unseen" lang={setting.textLanguage}>
        {board.title}
      </h1>
      <div class="band-sheet">
        <Fade
          id={`${phase} ${main}`}
          class="band-now"
          view={() => (
            <div class="band-who">
              <Label phase={phase} word={word}>
                {of && <Fit class="band-of" text={of} />}
              </Label>
              <Fit class="band-main" text={main} isName={isName} testid="name" />
              {detail && (
                <Fit class="band-detail" text={detail.replaceAll('\n', setting.language === 'zh' ? '　' : ', ')} />
              )}
            </div>
          )}
        />
        {countedOf(board, setting.words) ?? <Clock class="band-clock" />}
        {board.message !== null && (
          <p class="band-message" role="status">
            <Shape name="bell" />
            <Fit class="message" text={board.message} testid="message" />
          </p>
        )}
      </div>
    </main>
  );
}
