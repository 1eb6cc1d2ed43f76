import { Choice, Field } from '../shared/fields.js';
import { useSay } from '../shared/language.js';
import { errorOf, type Problem } from '../shared/problem.js';
import { planWords } from './plan.words.js';

/** What of a plan is chosen beside its speakers, as it stands in the fields. */
export interface Around {
  readonly withOpening: boolean;
  readonly withBallot: boolean;
  readonly withRemarks: boolean;
  readonly withRequirements: boolean;
  readonly withClosing: boolean;
  readonly minutes: string;
  /** After how many statements; empty: none. */
  readonly intermissionAfter: string;
  readonly intermissionMinutes: string;
}

interface PartsProps {
  around: Around;
  set: (around: Around) => void;
  /** How many statements are made on site. */
  count: number;
  problem: Problem | null;
}

/** What comes before, between and after the statements. */
export function Parts({ around, set, count, problem }: PartsProps) {
  const say = useSay(planWords);
  const parts = [
    ['withOpening', say.opening],
    ['withBallot', say.ballot],
    ['withRemarks', say.remarks],
    ['withRequirements', say.requirements],
    ['withClosing', say.closing],
  ] as const;
  const breaks = Array.from({ length: count }, (_, index) => String(index + 1));
  return (
    <div class="plan-parts">
      <Field
        label={say.minutes}
        value={around.minutes}
        set={(minutes) => set({ ...around, minutes })}
        error={errorOf(problem, 'plannedSeconds')}
        inputMode="numeric"
        autoComplete="off"
        required
      />
      <Choice
        label={say.intermission}
        value={around.intermissionAfter}
        set={(intermissionAfter) => set({ ...around, intermissionAfter })}
        choices={[['', say.noIntermission], ...breaks.map((one) => [one, say.intermissionAfter(Number(one))] as const)]}
      />
      {around.intermissionAfter !== '' && (
        <Field
          label={say.intermissionMinutes}
          value={around.intermissionMinutes}
          set={(intermissionMinutes) => set({ ...around, intermissionMinutes })}
          error={errorOf(problem, 'intermissionSeconds')}
          inputMode="numeric"
          autoComplete="off"
          required
        />
      )}
      <fieldset class="plan-kinds">
        <legend class="legend">{say.parts}</legend>
        {parts.map(([key, name]) => (
          <label key={key} class="check">
            <input
              type="checkbox"
              checked={around[key]}
              onChange={({ currentTarget }) => set({ ...around, [key]: currentTarget.checked })}
            />
            {name}
          </label>
        ))}
      </fieldset>
    </div>
  );
}
