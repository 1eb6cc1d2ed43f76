import { useRef, useState } from 'preact/hooks';
import { useConsole } from '../console/state.js';
import { Button } from '../shared/button.js';
import { useLanguage, useSay } from '../shared/language.js';
import type { Round } from './ballot.query.js';
import { ballotWords } from './ballot.words.js';
import { CloseDialog } from './deeds.js';
import { Stepper } from './stepper.js';
import { MOST } from './turnout.report.js';

/** While it is open: how many sheets were issued and cast, as the board shows them. */
export function Turnout({ round }: { round: Round }) {
  const say = useSay(ballotWords);
  const { language } = useLanguage();
  const { meeting, isLost } = useConsole();
  const field = useRef<HTMLInputElement>(null);
  /** What stood in the field of the sheets cast when closing was asked for. */
  const [closing, close] = useState<string | null>(null);
  const time = (at: string) =>
    new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone: meeting.timeZone }).format(new Date(at));
  return (
    <div class="ballot-open">
      <p class="facts">
        <span class="badge" data-good="true">
          {say.openNow}
        </span>
        <span>{say.reveals[round.reveal]}</span>
        {round.closesAt && <span>{say.closesAt(time(round.closesAt))}</span>}
      </p>
      <div class="steppers">
        <Stepper round={round} of="issued" label={say.issued} min={Math.max(1, round.cast)} max={MOST} />
        <Stepper round={round} of="cast" label={say.cast} min={0} max={round.issued} field={field} />
      </div>
      <p class="dim">{say.turnoutHow}</p>
      {meeting.mayRun && (
        <Button
          class="button"
          data-testid="close-ballot"
          data-first
          isOff={isLost}
          onClick={() => close(field.current?.value ?? '')}
        >
          {say.close}
        </Button>
      )}
      {closing !== null && <CloseDialog round={round} stood={closing} close={() => close(null)} />}
    </div>
  );
}
