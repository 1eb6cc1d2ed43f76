import type { Ref } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useConsole } from '../console/state.js';
import { Button } from '../shared/button.js';
import { useKept } from '../shared/kept.js';
import { useSay } from '../shared/language.js';
import type { Round } from './ballot.query.js';
import { ballotWords } from './ballot.words.js';
import { stepperOf } from './kept.rules.js';
import { numberOf } from './row.rules.js';
import { type Sheets, useReport } from './turnout.report.js';

interface StepperProps {
  round: Round;
  /** Which of its numbers. */
  of: keyof Sheets;
  label: string;
  min: number;
  max: number;
  /** The number as it stands there. */
  field?: Ref<HTMLInputElement>;
}

/**
 * A number that is told as it stands: presses while one telling is under way are told together afterwards, as one number, which
 * stays until the server's answer has it. What was refused, or can't be told, is let go of, and the number is again what the
 * server has. What was not told yet when something else is looked at stays, and says so, beside what the server has. [V14]
 */
export function Stepper({ round, of, label, min, max, field }: StepperProps) {
  const id = useId();
  const say = useSay(ballotWords);
  const { isBusy, isLost, doneSeq } = useConsole();
  const report = useReport(round);
  const [typed, type] = useKept<string>(stepperOf(of, round));
  const [wanted, want] = useState<number | null>(null);
  const [told, setTold] = useState<number | null>(null);
  const [telling, setTelling] = useState<number | null>(null);
  const isGone = useRef(false);
  /** What is still to be told: where the field is left with it, it is kept as it was typed. */
  const waiting = useRef<number | null>(null);
  const value = round[of];
  const isBehind = round.asOf < doneSeq;

  useEffect(() => {
    if (wanted === null || telling !== null) return;
    if (isLost) want(null);
    else if (wanted === told || (told === null && wanted === value)) {
      if (isBehind) return;
      want(null);
      setTold(null);
    } else if (!isBusy) {
      setTelling(wanted);
      waiting.current = null;
      void report({ [of]: wanted }, { [of]: told ?? value }).then((isDone) => {
        setTelling(null);
        if (isDone) setTold(wanted);
        // What had to wait for something else is still wanted.
        else if (isDone === false) {
          want((now) => (now === wanted ? null : now));
          setTold(null);
        }
      });
    }
  }, [wanted, told, value, telling, isBusy, isLost, isBehind]);

  const toTell = (number: number | null) => ([telling, told ?? value].includes(number) ? null : number);
  waiting.current = toTell(wanted);
  useEffect(
    () => () => {
      isGone.current = true;
      if (waiting.current !== null) type(String(waiting.current));
    },
    [],
  );

  const set = (next: number): void => {
    const number = Math.min(max, Math.max(min, next));
    type(null);
    want(number);
    waiting.current = toTell(number);
  };
  const number = typed === null ? null : numberOf(typed);
  // What is typed counts, also before Enter.
  const shown = number ?? wanted ?? value;
  const isUntold = typed !== null && number !== value;
  const finish = (): void => {
    // A field that is taken off the page is left, too, but nothing can be told by it any more.
    if (isGone.current) return;
    if (number === null) type(null);
    else set(number);
  };
  return (
    <div class="stepper" data-testid={of}>
      <label htmlFor={id}>{label}</label>
      <div class="stepper-row">
        <Button
          class="stepper-button"
          aria-label={say.fewer(label)}
          isOff={isLost || shown === null || shown <= min}
          onClick={() => set((shown ?? min) - 1)}
        >
          −
        </Button>
        <input
          id={id}
          ref={field}
          data-first={value === null ? true : undefined}
          inputMode="numeric"
          autoComplete="off"
          maxLength={6}
          disabled={isLost}
          aria-describedby={isUntold ? `${id}-untold` : undefined}
          value={typed ?? (shown === null ? '' : String(shown))}
          onInput={({ currentTarget }) => type(currentTarget.value)}
          onFocus={({ currentTarget }) => currentTarget.select()}
          onBlur={finish}
          onKeyDown={(event) => {
            if (event.key === 'Enter') finish();
            if (event.key === 'Escape') type(null);
          }}
        />
        <Button
          class="stepper-button"
          aria-label={say.more(label)}
          isOff={isLost || (shown ?? min) >= max}
          onClick={() => set(shown === null ? min : shown + 1)}
        >
          +
        </Button>
      </div>
      <p id={`${id}-untold`} class="stepper-untold dim">
        {isUntold && say.untold(value)}
      </p>
    </div>
  );
}
