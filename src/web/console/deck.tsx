import { Miniature } from '../desk/miniature.js';
import { Button } from '../shared/button.js';
import { useLanguage, useSay } from '../shared/language.js';
import { type Deed, type DeedName, useDeeds } from './actions.js';
import { Present } from './clock.js';
import { liveWords } from './live.words.js';
import { NextButton, useNext } from './next.js';
import { Notices } from './notices.js';
import { partsFor } from './parts.js';
import { presentOf } from './present.js';
import { useConsole } from './state.js';
import { UndoButton, useUndo } from './undo.js';
import { useKeys } from './use-keys.js';

const TURN: DeedName[] = ['less', 'turn', 'more'];
const OTHERS = ['skip', 'end', 'intermission', 'blackout', 'message', 'close', 'draft', 'archive'] as const;

function DeedButton({ deed, name }: { deed: Deed; name: string }) {
  return (
    <Button
      class="quiet-button deed"
      data-testid={name}
      aria-pressed={deed.isPressed}
      aria-keyshortcuts={deed.key?.replace('−', '-')}
      isOff={!deed.press}
      onClick={deed.press}
    >
      {deed.name}
      {deed.key && (
        <span class="keycap deed-key" aria-hidden="true">
          {deed.key}
        </span>
      )}
    </Button>
  );
}

/** What the meeting is led by: where it is, what comes next, the way back, and whatever else may be needed. [J9] */
export function Deck() {
  const say = useSay(liveWords);
  const { language } = useLanguage();
  const { meeting, board, notices, dismiss, uncertain } = useConsole();
  const next = useNext();
  const undo = useUndo();
  const deeds = useDeeds();
  useKeys({ next, undo, deeds, tabs: partsFor(meeting) });
  const others = OTHERS.flatMap((name) => (deeds[name] ? [{ name, deed: deeds[name] }] : []));
  const turn = TURN.flatMap((name) => (deeds[name] ? [{ name, deed: deeds[name] }] : []));
  return (
    <section class="deck" aria-label={say.deck}>
      <div class="deck-front">
        <Present />
        {turn.length > 0 && (
          <fieldset class="turn-deeds">
            <legend class="unseen">{say.turn}</legend>
            {turn.map(({ name, deed }) => (
              <DeedButton key={name} name={name} deed={deed} />
            ))}
          </fieldset>
        )}
        <NextButton next={next} />
        {meeting.mayRun && <UndoButton undo={undo} />}
        <Notices {...{ notices, dismiss, uncertain }} present={presentOf(board, language)} />
      </div>
      <div class="deck-back">
        {board.isBlackedOut && (
          <p class="cover" data-testid="is-black">
            {say.isBlackedOut}
          </p>
        )}
        {board.message && (
          <p class="cover" data-testid="message-now">
            {say.messageNow}: <bdi>{board.message}</bdi>
          </p>
        )}
        {others.length > 0 && (
          <fieldset class="deeds">
            <legend class="unseen">{say.actions}</legend>
            {others.map(({ name, deed }) => (
              <DeedButton key={name} name={name} deed={deed} />
            ))}
          </fieldset>
        )}
        {board.notes && (
          <section class="chair-notes" data-testid="notes">
            <h2>{say.notes}</h2>
            <p>{board.notes}</p>
          </section>
        )}
        <div class="deck-board">
          <Miniature />
        </div>
      </div>
    </section>
  );
}
