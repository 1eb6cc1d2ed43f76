import type { Meeting } from '../console/console.query.js';
import { useConsole } from '../console/state.js';
import { useSay, way } from '../shared/language.js';
import { words } from '../shared/words.js';
import { type Group, grouped, placeOf } from './checks.rules.js';
import { checksWords } from './checks.words.js';
import { rowOf } from './person.row.js';
import type { Finding } from './prepare.query.js';

/** Whom or what a finding is about, by name. */
function nameOf({ participantId, itemId }: Finding, { participants, agenda }: Meeting): string {
  const participant = participants.find(({ id }) => id === participantId);
  return participant?.person.name ?? agenda.find(({ id }) => id === itemId)?.title ?? '';
}

const MOST = 4;

/** Goes to the place on this page where it is mended; the first thing there that can be changed has the focus. [M18] */
export function goTo(part: string, finding?: Finding): void {
  const row =
    part === 'people' && finding?.participantId ? document.getElementById(rowOf(finding.participantId)) : null;
  const section = document.getElementById(`prepare-${part}`);
  const target = row ?? section?.querySelector<HTMLElement>('input, button, select') ?? section;
  (row ?? section)?.scrollIntoView({ block: row ? 'center' : 'start' });
  target?.focus({ preventScroll: true });
}

function Line({ code, severity, findings }: Group) {
  const say = useSay(checksWords);
  const { listSeparator } = useSay(words);
  const { meeting } = useConsole();
  const names = findings.map((one) => nameOf(one, meeting)).filter(Boolean);
  const shown = names.slice(0, MOST).join(listSeparator);
  const whom = names.length > MOST ? say.others(shown, names.length) : shown;
  const place = placeOf[code];
  const href =
    place.kind === 'RECEPTION'
      ? `${way(`/reception/${encodeURIComponent(meeting.id)}`)}#${place.tab}`
      : `#${place.kind === 'CONSOLE' ? place.tab : 'prepare'}`;
  const isElsewhere = place.kind === 'RECEPTION';
  return (
    <li class="check-line" data-testid="finding" data-code={code} data-severity={severity}>
      <span class="badge">{severity === 'ERROR' ? say.error : say.warning}</span>
      <span class="check-said">{say.found[code](whom)}</span>
      <a
        href={href}
        target={isElsewhere ? '_blank' : undefined}
        rel={isElsewhere ? 'noreferrer' : undefined}
        onClick={(event) => {
          if (place.kind !== 'HERE') return;
          event.preventDefault();
          goTo(place.part, findings[0]);
        }}
      >
        {say.mend}
        <span class="unseen">: {say.found[code](whom)}</span>
      </a>
    </li>
  );
}

/** What is to be mended before the meeting is opened, the worst first, each with the way there. [M18] */
export function Checks({ findings }: { findings: readonly Finding[] }) {
  const say = useSay(checksWords);
  if (findings.length === 0) return <p data-testid="all-well">{say.allWell}</p>;
  return (
    <ul class="check-lines">
      {grouped(findings).map((group) => (
        <Line key={group.code} {...group} />
      ))}
    </ul>
  );
}
