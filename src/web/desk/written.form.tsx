import { useState } from 'preact/hooks';
import { useConsole } from '../console/state.js';
import { useAction } from '../shared/action.js';
import { Button } from '../shared/button.js';
import { Choice, Lines } from '../shared/fields.js';
import { useLanguage, useSay } from '../shared/language.js';
import { Trouble } from '../shared/problem.js';
import { words } from '../shared/words.js';
import type { Meeting } from './desk.query.js';
import { deskWords } from './desk.words.js';
import { useKept } from './kept.js';
import { AddWritten } from './texts.query.js';

/** A statement that is handed in on paper, by a speaker who has none yet, under an item that is still to come. */
export function WrittenForm({ meeting }: { meeting: Meeting }) {
  const say = useSay(deskWords);
  const { language } = useLanguage();
  const { attempt } = useConsole();
  const action = useAction();
  const [typed, keep] = useKept<string>(`written of ${meeting.id}`);
  const [itemId, setItem] = useState<string | null>(null);
  const [speakerId, setSpeaker] = useState<string | null>(null);
  const items = meeting.agenda.filter(
    ({ kind, status }) => kind === 'WRITTEN_STATEMENTS' && (status === 'PENDING' || status === 'SKIPPED'),
  );
  const speakers = meeting.participants.filter(
    ({ id, duties }) => duties.includes('SPEAKER') && !meeting.statements.some(({ speaker }) => speaker.id === id),
  );
  const item = items.find(({ id }) => id === itemId) ?? items[0];
  const speaker = speakers.find(({ id }) => id === speakerId) ?? speakers[0];
  if (!item || !speaker) return null;

  const add = async (): Promise<void> => {
    const variables = { itemId: item.id, speakerId: speaker.id, body: typed ?? '' };
    if (await action.run(() => attempt({ said: say.addWritten, operation: AddWritten, variables }))) keep(null);
  };
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <h3>{say.addWritten}</h3>
      <Choice
        label={say.speaker}
        value={speaker.id}
        set={setSpeaker}
        choices={speakers.map(({ id, person }) => [id, `${person.name} · ${person.organization.name}`])}
      />
      {items.length > 1 && (
        <Choice
          label={say.item}
          value={item.id}
          set={setItem}
          choices={items.map(({ id, position, title, kind }) => [
            id,
            `${position} ${title || words[language].kind[kind]}`,
          ])}
        />
      )}
      <Lines label={say.text} value={typed ?? ''} set={keep} rows={8} required maxLength={50_000} />
      <Trouble problem={action.problem} fields={{ body: say.text }} />
      <Button type="submit" class="button" isOff={action.isBusy}>
        {say.add}
      </Button>
    </form>
  );
}
