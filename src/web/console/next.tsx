import { useEffect, useId, useState } from 'preact/hooks';
import { useLanguage, useSay } from '../shared/language.js';
import { useAsk } from './asked.js';
import type { Board } from './console.query.js';
import { leadTo } from './lead.js';
import { makeStep } from './next.do.js';
import { identityOf, inOneLine, saidOf } from './next.rules.js';
import { nextWords } from './next.words.js';
import { Obstacle } from './obstacle.js';
import { obstacleWords } from './obstacle.words.js';
import { useSettledSince } from './settled.js';
import { useConsole } from './state.js';

interface Next {
  /** What kind of step it is; null: there is none. */
  readonly step: NonNullable<Board['nextStep']>['step'] | null;
  readonly does: string;
  readonly to: string;
  readonly canStep: boolean;
  /** Pressed by whatever means: one step, or none. */
  readonly press: () => void;
  /** It has stood there long enough to be meant. */
  readonly isArmed: boolean;
  /** A press that came too soon did nothing. */
  readonly isTooSoon: boolean;
}

/** The next step, as it can be made from here. [J2] */
export function useNext(): Next {
  const console = useConsole();
  const { board, meeting, isBusy, isLost } = console;
  const ask = useAsk();
  const { language } = useLanguage();
  const [isTooSoon, setTooSoon] = useState(false);
  const identity = identityOf(board);
  const isArmed = useSettledSince(identity);
  useEffect(() => setTooSoon(false), [identity, isArmed, isBusy]);

  // A teller who comments is told what comes next, and does not make it.
  const next = meeting.mayRun ? board.nextStep : null;
  const heading = meeting.requirements.find(({ number }) => number === next?.requirementNumber)?.heading;
  const said = next && saidOf(board, language, heading);
  const canStep = next !== null && next.obstacle === null && !isBusy && !isLost;

  const press = (): void => {
    if (!canStep || !said) return;
    if (!isArmed) setTooSoon(true);
    else if (next.step === 'CLOSE') ask({ kind: 'CLOSE' });
    // How many sheets there are is filled in there.
    else if (next.step === 'OPEN_BALLOT' || next.step === 'CLOSE_BALLOT') leadTo('ballot');
    else void makeStep(board, inOneLine(said, language), console);
  };
  const isOver = board.status === 'CLOSED' || board.status === 'ARCHIVED';
  // Tellers are not told what comes next.
  const none = isOver ? nextWords[language].none : nextWords[language].notYours;
  const step = next?.step ?? null;
  return { step, does: said?.does ?? none, to: said?.to ?? '', canStep, press, isArmed, isTooSoon };
}

/** The one large button: what it says is what it does. [J1] */
export function NextButton({ next }: { next: Next }) {
  const id = useId();
  const say = useSay(obstacleWords);
  const { language } = useLanguage();
  const { isBusy, isLost } = useConsole();
  const { step, does, to, canStep, press, isArmed, isTooSoon } = next;
  const hint = isLost ? say.offline : isBusy ? say.wait : isTooSoon ? say.justChanged : '';
  return (
    <div class="next-place">
      {step ? (
        <button
          type="button"
          class="next"
          data-testid="next"
          data-step={step}
          data-armed={isArmed}
          aria-disabled={!canStep}
          aria-describedby={id}
          aria-keyshortcuts="Space"
          onClick={press}
        >
          <span class="next-does">{does}</span>
          <span class="unseen">{nextWords[language].separator}</span>
          <bdi class="next-to">{to}</bdi>
        </button>
      ) : (
        <p class="next-none" data-testid="next-none">
          {does}
        </p>
      )}
      <p class="next-hint" role="status" data-testid="next-hint">
        {hint}
      </p>
      <Obstacle id={id} />
    </div>
  );
}
