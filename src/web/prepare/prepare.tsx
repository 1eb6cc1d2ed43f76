import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useConsole } from '../console/state.js';
import { useAnswer } from '../shared/answer.js';
import { useSay } from '../shared/language.js';
import { pageWords } from '../shared/page.words.js';
import { Barred } from '../shared/problem.js';
import { Checks, goTo } from './checks.js';
import { checksWords } from './checks.words.js';
import { FactsPart } from './facts.part.js';
import { factsWords } from './facts.words.js';
import { People } from './people.js';
import { peopleWords } from './people.words.js';
import { Plan } from './plan.js';
import { planWords } from './plan.words.js';
import { PreparationOf } from './prepare.query.js';
import { Start } from './start.js';

function Part({ part, name, children }: { part: string; name: string; children: ComponentChildren }) {
  return (
    <section id={`prepare-${part}`} class="prepare-part" aria-label={name}>
      <h2>{name}</h2>
      {children}
    </section>
  );
}

/** What is prepared before a meeting: its facts, its people, its agenda, and what is still to be mended. [M18] */
export function Prepare() {
  const facts = useSay(factsWords);
  const people = useSay(peopleWords);
  const plan = useSay(planWords);
  const checks = useSay(checksWords);
  const waiting = useSay(pageWords).loading;
  const { meeting, board } = useConsole();
  const { data, problem, refresh } = useAnswer(PreparationOf, { id: meeting.id });
  useEffect(() => void refresh(), [meeting.seq, board.seq]);
  if (!data) return problem ? <Barred problem={problem} /> : <p class="dim">{waiting}</p>;
  const preparation = data.meeting;
  const isBefore = meeting.status === 'DRAFT' || meeting.status === 'SCHEDULED';
  const ways = [
    ['facts', facts.facts],
    ['people', `${people.people} ${meeting.participants.length}`],
    ...(isBefore
      ? [['plan', plan.plan] as const, ['checks', checks.waits(preparation.readiness.length)] as const]
      : []),
  ] as const;
  return (
    <div class="prepare" data-testid="prepare">
      <nav class="prepare-ways" aria-label={checks.parts}>
        {ways.map(([part, name]) => (
          <button key={part} type="button" onClick={() => goTo(part)}>
            {name}
          </button>
        ))}
      </nav>
      <Part part="facts" name={facts.facts}>
        <FactsPart preparation={preparation} refresh={refresh} />
      </Part>
      <Part part="people" name={people.people}>
        <People above={preparation.organization} />
      </Part>
      {isBefore && (
        <Part part="plan" name={plan.plan}>
          <p class="dim">{plan.planMeans}</p>
          <Plan />
        </Part>
      )}
      {isBefore && (
        <Part part="checks" name={checks.checks}>
          <Checks findings={preparation.readiness} />
          <Start findings={preparation.readiness} />
        </Part>
      )}
    </div>
  );
}
