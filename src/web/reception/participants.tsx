import { useState } from 'preact/hooks';
import { Field } from '../shared/fields.js';
import { useSay } from '../shared/language.js';
import { Attending } from './attending.js';
import type { Meeting, Participant } from './reception.query.js';
import { receptionWords } from './reception.words.js';

export type Presence = 'ABSENT' | 'PRESENT' | 'LEFT';
const PRESENCES: Presence[] = ['ABSENT', 'PRESENT', 'LEFT'];

/** Whether all words of what is looked for are somewhere in what is known of the participant. */
export function fits({ person, seat }: Participant, sought: string): boolean {
  const known = [person.name, person.post, person.organization.name, seat].join('\n').toLowerCase();
  return sought
    .toLowerCase()
    .split(/\s+/)
    .every((word) => known.includes(word));
}

interface ParticipantsProps {
  meeting: Meeting;
  refresh: () => Promise<void>;
}

/** Everybody who is to come: found by name, signed in by hand with one click. [Q7] */
export function Participants({ meeting, refresh }: ParticipantsProps) {
  const say = useSay(receptionWords);
  const [sought, setSought] = useState('');
  const [wanted, setWanted] = useState<Presence | null>(null);
  const found = meeting.participants.filter((one) => fits(one, sought));
  const shown = found.filter(({ presence }) => wanted === null || presence === wanted);
  const filters = [null, ...PRESENCES].map((presence) => ({
    presence,
    name: presence === null ? say.all : say.presence[presence],
    count: presence === null ? found.length : found.filter((one) => one.presence === presence).length,
  }));

  return (
    <>
      <div class="finder">
        <Field label={say.search} value={sought} set={setSought} type="search" autoComplete="off" />
        <fieldset class="filters">
          <legend class="unseen">{say.filter}</legend>
          {filters.map(({ presence, name, count }) => (
            <button
              key={presence}
              type="button"
              class="quiet-button"
              aria-pressed={wanted === presence}
              onClick={() => setWanted(presence)}
            >
              {name} {count}
            </button>
          ))}
        </fieldset>
      </div>
      {shown.length === 0 && <p class="dim">{say.nobody}</p>}
      <ul class="rows" data-testid="participants">
        {shown.map((participant) => (
          <Attending key={participant.id} participant={participant} meeting={meeting} refresh={refresh} />
        ))}
      </ul>
    </>
  );
}
