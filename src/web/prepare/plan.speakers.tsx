import type { Participant } from '../console/console.query.js';
import { useSay } from '../shared/language.js';
import { type Candidate, moved } from './plan.rules.js';
import { planWords } from './plan.words.js';

interface SpeakersProps {
  candidates: readonly Candidate[];
  set: (candidates: Candidate[]) => void;
  participants: readonly Participant[];
}

/** Who makes a statement, how, and in which order. */
export function Speakers({ candidates, set, participants }: SpeakersProps) {
  const say = useSay(planWords);
  const change = (id: string, way: Candidate['way']): void =>
    set(candidates.map((one) => (one.id === id ? { ...one, way } : one)));
  return (
    <ol class="speakers" data-testid="speakers" aria-label={say.speakers}>
      {candidates.map(({ id, way }, index) => {
        const person = participants.find((one) => one.id === id)?.person;
        if (!person) return null;
        const { name, organization } = person;
        return (
          <li key={id} class="speaker" data-way={way}>
            <label class="check">
              <input
                type="checkbox"
                aria-label={say.take(name)}
                checked={way !== 'NOT'}
                onChange={({ currentTarget }) => change(id, currentTarget.checked ? 'ON_SITE' : 'NOT')}
              />
              <span>
                <bdi class="speaker-name">{name}</bdi> <bdi class="dim">{organization.name}</bdi>
              </span>
            </label>
            <select
              aria-label={say.way(name)}
              value={way === 'WRITTEN' ? way : 'ON_SITE'}
              disabled={way === 'NOT'}
              onChange={({ currentTarget }) => change(id, currentTarget.value === 'WRITTEN' ? 'WRITTEN' : 'ON_SITE')}
            >
              <option value="ON_SITE">{say.onSite}</option>
              <option value="WRITTEN">{say.written}</option>
            </select>
            <span class="speaker-move">
              <button
                type="button"
                class="quiet-button"
                aria-label={say.up(name)}
                aria-disabled={index === 0 ? true : undefined}
                onClick={() => index > 0 && set(moved(candidates, index, -1))}
              >
                ↑
              </button>
              <button
                type="button"
                class="quiet-button"
                aria-label={say.down(name)}
                aria-disabled={index === candidates.length - 1 ? true : undefined}
                onClick={() => index < candidates.length - 1 && set(moved(candidates, index, 1))}
              >
                ↓
              </button>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
