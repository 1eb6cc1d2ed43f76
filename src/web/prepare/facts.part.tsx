import { useEffect, useState } from 'preact/hooks';
import { useConsole } from '../console/state.js';
import { useAction } from '../shared/action.js';
import { Button } from '../shared/button.js';
import { useSay } from '../shared/language.js';
import { FactsForm } from './facts.form.js';
import { type Facts, factsOf, inputOf, trimmed } from './facts.js';
import { factsWords } from './facts.words.js';
import { type Preparation, UpdateMeeting } from './prepare.query.js';

/** The meeting's own facts, to be changed as long as it is a draft. [M16] */
export function FactsPart({ preparation }: { preparation: Preparation }) {
  const say = useSay(factsWords);
  const action = useAction();
  const { meeting, attempt, isBusy, isLost } = useConsole();
  const stored = JSON.stringify(factsOf(preparation));
  const [facts, setFacts] = useState(() => factsOf(preparation));
  const [base, setBase] = useState(stored);
  const isChanged = JSON.stringify(facts) !== base;
  // What another operator has changed is shown, unless something else is being typed here.
  useEffect(() => {
    if (!isChanged) setFacts(JSON.parse(stored));
    setBase(stored);
  }, [stored]);

  const change = (part: Partial<Facts>): void => setFacts((before) => ({ ...before, ...part }));
  const save = (): Promise<boolean> =>
    action.run(async () => {
      const input = inputOf(facts);
      if (!input) return;
      await attempt({ said: say.save, operation: UpdateMeeting, variables: { input }, expectedSeq: meeting.seq });
      setFacts(trimmed(facts));
    });

  if (meeting.status !== 'DRAFT') return <p class="dim">{say.isFixed}</p>;
  return (
    <FactsForm facts={facts} change={change} problem={action.problem} onSubmit={save}>
      <Button
        type="submit"
        class={isChanged ? 'button' : 'button-plain'}
        isOff={isBusy || isLost || !isChanged || !inputOf(facts)}
      >
        {say.save}
      </Button>
      <p class="facts-state dim" role="status">
        {isChanged ? say.unsaved : ''}
      </p>
    </FactsForm>
  );
}
