import { useSay } from '../shared/language.js';
import { clockTime } from '../shared/time.js';
import { agendaWords } from './agenda.words.js';
import type { AgendaItem } from './console.query.js';
import { useConsole } from './state.js';

/** Statements are known by who makes them. */
export const nameOf = ({ kind, title, statements }: AgendaItem): string =>
  (kind === 'STATEMENT' && statements[0]?.speaker.person.name) || title;

const minutes = (seconds: number): string => String(Math.round(seconds / 6) / 10);
const isPosted = ({ status }: { status: string }): boolean => status === 'POSTED' || status === 'CORRECTED';

/** What an item is, how long it is to take or when it was, and what has become of it. */
export function Facts({ item, name }: { item: AgendaItem; name: string }) {
  const say = useSay(agendaWords);
  const { meeting } = useConsole();
  const { kind, title, status, calledAt, endedAt, skipReason, statements, notes } = item;
  const statement = kind === 'STATEMENT' ? statements[0] : undefined;
  const planned = item.plannedSeconds ?? (statement ? meeting.plannedSeconds : null);
  const time = (at: string): string => clockTime(Date.parse(at), meeting.timeZone);
  const isCalled = (status === 'CURRENT' || status === 'DONE') && calledAt !== null;
  const comment = statement && isCalled ? commentOf(statement, say) : null;
  const facts = [
    say.kinds[kind] !== title && say.kinds[kind],
    statement?.speaker.person.organization.name,
    isCalled && (endedAt ? say.times(time(calledAt), time(endedAt)) : say.since(time(calledAt))),
    !isCalled && planned !== null && say.minutesOf(minutes(planned)),
    comment,
    status === 'SKIPPED' && say.skippedFor(skipReason ?? ''),
    notes && say.notes,
  ].filter((fact): fact is string => typeof fact === 'string' && fact !== '');
  return (
    <div class="agenda-name">
      <p>
        <bdi class="agenda-title">{name}</bdi>
        <span class="badge" data-status={status}>
          {say.status[status]}
        </span>
      </p>
      <p class="dim">
        {facts.map((fact) => (
          <bdi key={fact} class="row-fact">
            {fact}
          </bdi>
        ))}
      </p>
    </div>
  );
}

function commentOf({ phase, comments, commentSkipReason }: AgendaItem['statements'][number], say: AgendaSay) {
  if (comments.some(isPosted)) return say.commented;
  if (commentSkipReason !== null) return say.commentSkipped(commentSkipReason);
  return phase === 'COMMENT' || phase === 'HEARD' ? say.noComment : null;
}

type AgendaSay = (typeof agendaWords)['zh'];
