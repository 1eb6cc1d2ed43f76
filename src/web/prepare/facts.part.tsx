import { useRef } from 'preact/hooks';
import { useConsole } from '../console/state.js';
import { useAction } from '../shared/action.js';
import { Button } from '../shared/button.js';
import { useKept } from '../shared/kept.js';
import { useSay } from '../shared/language.js';
import { FactsForm } from './facts.form.js';
import { changesOf, differing, type Facts, factsOf } from './facts.js';
import { factsWords } from './facts.words.js';
import { factsKeptOf } from './kept.rules.js';
import { type Preparation, UpdateMeeting } from './prepare.query.js';

interface FactsPartProps {
  preparation: Preparation;
  refresh: () => Promise<void>;
}

/**
 * The meeting's own facts, to be changed as long as it is a draft. What another operator changes is shown in every field in which
 * nothing is being typed here, and only what was typed is sent. [M16]
 */
export function FactsPart({ preparation, refresh }: FactsPartProps) {
  const say = useSay(factsWords);
  const action = useAction();
  const { meeting, attempt, isBusy, isLost } = useConsole();
  const [typed, keep] = useKept<Partial<Facts>>(factsKeptOf(meeting.id));
  const latest = useRef(typed);
  latest.current = typed;
  const stored = factsOf(preparation);
  const facts = { ...stored, ...typed };
  const input = changesOf(facts, stored);
  const isChanged = typed !== null;

  const type = (next: Partial<Facts> | null): void => {
    latest.current = next;
    keep(next);
  };
  const change = (part: Partial<Facts>): void => type(differing({ ...latest.current, ...part }, stored));
  const save = (): Promise<boolean> =>
    action.run(async () => {
      if (!input) return;
      await attempt({ said: say.save, operation: UpdateMeeting, variables: { input }, expectedSeq: meeting.seq });
      await refresh();
      // What was typed since goes on.
      type(differing(latest.current ?? {}, facts));
    });

  if (meeting.status !== 'DRAFT') return <p class="dim">{say.isFixed}</p>;
  return (
    <FactsForm facts={facts} change={change} problem={action.problem} onSubmit={save}>
      <Button
        type="submit"
        class={isChanged ? 'button' : 'button-plain'}
        isOff={isBusy || isLost || !isChanged || !input}
      >
        {say.save}
      </Button>
      <p class="facts-state dim" role="status">
        {isChanged ? say.unsaved : ''}
      </p>
    </FactsForm>
  );
}
