import { useConsole } from '../console/state.js';
import { useSay } from '../shared/language.js';
import type { Unit } from './facts.js';
import { peopleWords } from './people.words.js';
import { AddPerson } from './person.add.js';
import { PersonRow } from './person.row.js';

/** Who takes part, with which duties and on which seat. */
export function People({ above }: { above: Unit | null }) {
  const say = useSay(peopleWords);
  const { meeting } = useConsole();
  const isOpen = meeting.status !== 'CLOSED' && meeting.status !== 'ARCHIVED';
  return (
    <>
      {isOpen && <AddPerson above={above} />}
      <p class="dim" data-testid="people-count">
        {meeting.participants.length === 0 ? say.none : say.count(meeting.participants.length)}
      </p>
      <ul class="rows people" data-testid="people">
        {meeting.participants.map((participant) => (
          <PersonRow key={participant.id} participant={participant} isOpen={isOpen} />
        ))}
      </ul>
    </>
  );
}
