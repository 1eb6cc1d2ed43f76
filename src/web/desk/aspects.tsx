import type { Aspect } from '../shared/board.query.js';
import { useSay } from '../shared/language.js';
import { deskWords } from './desk.words.js';

const ASPECTS: readonly Aspect[] = ['STRENGTH', 'PROBLEM', 'SUGGESTION'];

/** The aspect that Alt and a digit ask for, by the place of the key: what a layout writes there doesn't matter. */
export function aspectOf({ altKey, code }: KeyboardEvent): Aspect | null {
  const [, digit] = /^(?:Digit|Numpad)([1-3])$/.exec(code) ?? [];
  return altKey && digit ? (ASPECTS[Number(digit) - 1] ?? null) : null;
}

interface AspectsProps {
  value: Aspect | null;
  /** The aspect that it has already is taken back by being chosen again. */
  set: (aspect: Aspect | null) => void;
}

/** What a comment speaks of. */
export function Aspects({ value, set }: AspectsProps) {
  const say = useSay(deskWords);
  return (
    <fieldset class="aspects">
      <legend class="unseen">{say.aspect}</legend>
      {ASPECTS.map((aspect, index) => (
        <button
          key={aspect}
          type="button"
          class="quiet-button aspect-button"
          data-aspect={aspect}
          aria-pressed={value === aspect}
          aria-keyshortcuts={`Alt+${index + 1}`}
          onClick={() => set(value === aspect ? null : aspect)}
        >
          {say.aspects[aspect]}
          <span class="key">{index + 1}</span>
        </button>
      ))}
    </fieldset>
  );
}
