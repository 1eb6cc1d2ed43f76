import { useEffect, useId, useState } from 'preact/hooks';
import { useSay } from '../shared/language.js';
import { ballotWords } from './ballot.words.js';
import { numberOf } from './row.rules.js';

interface StepperProps {
  label: string;
  /** As the server has it; null: not told yet. */
  value: number | null;
  min: number;
  max: number;
  /** Tells the server; answers whether it was done. */
  tell: (value: number) => Promise<boolean>;
  isBusy: boolean;
  isLost: boolean;
  /** The value is older than what was told last. */
  isBehind: boolean;
  testid: string;
}

/**
 * A number that is told as it stands: presses while one telling is under way are told together afterwards, as one number, which
 * stays until the server's answer has it. What was refused, or can't be told, is let go of, and the number is again what the
 * server has. [V14]
 */
export function Stepper({ label, value, min, max, tell, isBusy, isLost, isBehind, testid }: StepperProps) {
  const id = useId();
  const say = useSay(ballotWords);
  const [typed, type] = useState<string | null>(null);
  const [wanted, want] = useState<number | null>(null);
  const [told, setTold] = useState<number | null>(null);
  const [isTelling, setTelling] = useState(false);

  useEffect(() => {
    if (wanted === null || isTelling) return;
    if (isLost) want(null);
    else if (wanted === told || (told === null && wanted === value)) {
      if (isBehind) return;
      want(null);
      setTold(null);
    } else if (!isBusy) {
      setTelling(true);
      void tell(wanted).then((isDone) => {
        setTelling(false);
        if (isDone) setTold(wanted);
        else want((now) => (now === wanted ? null : now));
      });
    }
  }, [wanted, told, value, isTelling, isBusy, isLost, isBehind]);

  const set = (next: number): void => {
    type(null);
    want(Math.min(max, Math.max(min, next)));
  };
  const shown = wanted ?? value;
  const finish = (): void => {
    const number = typed === null ? null : numberOf(typed);
    if (number === null) type(null);
    else set(number);
  };
  return (
    <div class="stepper" data-testid={testid}>
      <label htmlFor={id}>{label}</label>
      <div class="stepper-row">
        <button
          type="button"
          class="stepper-button"
          aria-label={say.fewer(label)}
          disabled={isLost || shown === null || shown <= min}
          onClick={() => set((shown ?? min) - 1)}
        >
          −
        </button>
        <input
          id={id}
          inputMode="numeric"
          autoComplete="off"
          maxLength={6}
          disabled={isLost}
          value={typed ?? (shown === null ? '' : String(shown))}
          onInput={({ currentTarget }) => type(currentTarget.value)}
          onFocus={({ currentTarget }) => currentTarget.select()}
          onBlur={finish}
          onKeyDown={(event) => {
            if (event.key === 'Enter') finish();
            if (event.key === 'Escape') type(null);
          }}
        />
        <button
          type="button"
          class="stepper-button"
          aria-label={say.more(label)}
          disabled={isLost || (shown ?? min) >= max}
          onClick={() => set(shown === null ? min : shown + 1)}
        >
          +
        </button>
      </div>
    </div>
  );
}
