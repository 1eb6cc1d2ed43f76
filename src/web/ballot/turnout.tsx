import { useState } from 'preact/hooks';
import { useConsole } from '../console/state.js';
import { useLanguage, useSay } from '../shared/language.js';
import { ReportTurnout, type Round } from './ballot.query.js';
import { ballotWords } from './ballot.words.js';
import { CloseDialog } from './deeds.js';
import { Stepper } from './stepper.js';

const MOST = 100_000;

/** While it is open: how many sheets were issued and cast, as the board shows them. */
export function Turnout({ round }: { round: Round }) {
  const say = useSay(ballotWords);
  const { language } = useLanguage();
  const { meeting, isBusy, isLost, doneSeq } = useConsole();
  const report = useReport();
  const [isClosing, setClosing] = useState(false);
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
        <Stepper
          testid="issued"
          label={say.issued}
          value={round.issued}
          min={Math.max(1, round.cast)}
          max={MOST}
          tell={(issued) => report({ issued })}
          isBusy={isBusy}
          isLost={isLost}
          isBehind={round.asOf < doneSeq}
        />
        <Stepper
          testid="cast"
          label={say.cast}
          value={round.cast}
          min={0}
          max={round.issued}
          tell={(cast) => report({ cast })}
          isBusy={isBusy}
          isLost={isLost}
          isBehind={round.asOf < doneSeq}
        />
      </div>
      <p class="dim">{say.turnoutHow}</p>
      <button
        type="button"
        class="button"
        data-testid="close-ballot"
        disabled={isLost}
        onClick={() => setClosing(true)}
      >
        {say.close}
      </button>
      {isClosing && <CloseDialog round={round} close={() => setClosing(false)} />}
    </div>
  );
}

/** Tells the server of sheets; tellers are in nobody's way, so it is not asked where the meeting was. */
export function useReport() {
  const say = useSay(ballotWords);
  const { send } = useConsole();
  return (variables: { issued?: number; cast?: number; void?: number }) =>
    send({ said: say.turnout, operation: ReportTurnout, variables });
}
