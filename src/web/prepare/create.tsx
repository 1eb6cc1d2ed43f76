import { useRef, useState } from 'preact/hooks';
import { newKey } from '../console/key.js';
import { useAction } from '../shared/action.js';
import { Button } from '../shared/button.js';
import { ask } from '../shared/http.js';
import { useLanguage, useSay, way } from '../shared/language.js';
import { pageWords } from '../shared/page.words.js';
import { FactsForm } from './facts.form.js';
import { type Facts, inputOf, usual } from './facts.js';
import { factsWords } from './facts.words.js';
import { CreateMeeting as Create } from './prepare.query.js';

/** Makes a new meeting, with what is usual filled in, and goes on to its console. [M16] */
export function CreateMeeting() {
  const say = useSay(factsWords);
  const common = useSay(pageWords);
  const { language } = useLanguage();
  const action = useAction();
  const [facts, setFacts] = useState(() => usual(language));
  const [isOpen, setOpen] = useState(false);
  // Pressed again after an answer that was lost, it makes no second meeting.
  const key = useRef(newKey());

  const change = (part: Partial<Facts>): void => setFacts((before) => ({ ...before, ...part }));
  const create = (): Promise<boolean> =>
    action.run(async () => {
      const input = inputOf(facts);
      if (!input) return;
      try {
        const { createMeeting } = await ask(Create, { input, idempotencyKey: key.current });
        location.assign(way(`/console/${encodeURIComponent(createMeeting.meetingId)}#prepare`));
      } catch (error) {
        if (error instanceof Error && error.name === 'Refused') key.current = newKey();
        throw error;
      }
    });

  if (!isOpen) {
    return (
      <p>
        <button type="button" class="button" onClick={() => setOpen(true)}>
          {say.create}
        </button>
      </p>
    );
  }
  return (
    <section class="create" aria-label={say.create}>
      <h2>{say.create}</h2>
      <FactsForm facts={facts} change={change} problem={action.problem} onSubmit={create}>
        <Button type="submit" class="button" isOff={action.isBusy || !inputOf(facts)}>
          {say.createYes}
        </Button>
        <button type="button" class="button-plain" onClick={() => setOpen(false)}>
          {common.cancel}
        </button>
      </FactsForm>
    </section>
  );
}
