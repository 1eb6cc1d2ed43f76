import { Button } from '../shared/button.js';
import { useSay } from '../shared/language.js';
import type { Level } from './ballot.query.js';
import { ballotWords } from './ballot.words.js';
import { numberOf } from './row.rules.js';

interface LevelsProps {
  levels: readonly Level[];
  set: (levels: readonly Level[]) => void;
}

/** A scale of one's own: 3 to 5 levels, from the best to the worst. */
export function LevelFields({ levels, set }: LevelsProps) {
  const say = useSay(ballotWords);
  const change = (index: number, level: Level) => set(levels.map((one, at) => (at === index ? level : one)));
  const lowest = levels.at(-1)?.value ?? 100;
  return (
    <fieldset class="levels">
      <legend class="legend">{say.levels}</legend>
      {levels.map((level, index) => (
        <div key={index} class="level">
          <input
            aria-label={say.label(index + 1)}
            value={level.label}
            required
            maxLength={20}
            onInput={({ currentTarget }) => change(index, { ...level, label: currentTarget.value })}
          />
          <input
            aria-label={say.value(index + 1)}
            value={String(level.value)}
            inputMode="numeric"
            maxLength={3}
            onInput={({ currentTarget }) => change(index, { ...level, value: numberOf(currentTarget.value) ?? 0 })}
          />
          <Button
            class="quiet-button"
            aria-label={say.drop(level.label)}
            isOff={levels.length <= 3}
            onClick={() => set(levels.filter((_, at) => at !== index))}
          >
            ×
          </Button>
        </div>
      ))}
      <Button
        class="quiet-button"
        isOff={levels.length >= 5}
        onClick={() => set([...levels, { label: '', value: Math.max(0, lowest - 20) }])}
      >
        {say.add}
      </Button>
    </fieldset>
  );
}
