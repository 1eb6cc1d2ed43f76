import { useState } from 'preact/hooks';
import { useConsole } from '../console/state.js';
import { useAction } from '../shared/action.js';
import { Button } from '../shared/button.js';
import { Choice, Lines } from '../shared/fields.js';
import { useKept } from '../shared/kept.js';
import { useLanguage, useSay } from '../shared/language.js';
import { Trouble } from '../shared/problem.js';
import { words } from '../shared/words.js';
import type { Meeting } from './desk.query.js';
import { deskWords } from './desk.words.js';
import { AddWritten } from './texts.query.js';

interface Written {
  readonly itemId: string;
  readonly speakerId: string;
  readonly body: string;
}

/**
 * A statement that is handed in on paper, by a speaker who has none yet, under an item that is still to come. From the first key
 * on it is this speaker's: whatever others do meanwhile, it goes to nobody else by itself.
 */
export function WrittenForm({ meeting }: { meeting: Meeting }) {
  const say = useSay(deskWords);
  const { language } = useLanguage();
  const { attempt } = useConsole();
  const action = useAction();
  const [typed, keep, letGo] = useKept<Written>(`written of ${meeting.id}`);
  const items = meeting.agenda.filter(
    ({ kind, status }) => kind === 'WRITTEN_STATEMENTS' && (status === 'PENDING' || status === 'SKIPPED'),
  );
  const speakers = meeting.participants.filter(
    ({ id, duties }) => duties.includes('SPEAKER') && !meeting.statements.some(({ speaker }) => speaker.id === id),
  );
  const isOpen = ({ itemId, speakerId }: Written): boolean =>
    items.some(({ id }) => id === itemId) && speakers.some(({ id }) => id === speakerId);
  // What was chosen before anything was typed is no more than a suggestion.
  const [chosen, choose] = useState<Written | null>(null);
  const first = items[0] && speakers[0] && { itemId: items[0].id, speakerId: speakers[0].id, body: '' };
  const written = typed ?? (chosen && isOpen(chosen) ? chosen : first);
  if (!written) return null;

  const { itemId, speakerId, body } = written;
  const isThere = isOpen(written);
  const offered = meeting.participants.filter((one) => one.id === speakerId || speakers.includes(one));
  const offeredItems = meeting.agenda.filter((one) => one.id === itemId || items.includes(one));
  const change = (part: Partial<Written>): void => {
    const next = { ...written, ...part };
    choose({ ...next, body: '' });
    keep(next.body === '' ? null : next);
  };
  const add = () =>
    action.run(async () => {
      await attempt({ said: say.addWritten, operation: AddWritten, variables: written });
      letGo(written);
    });
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isThere) void add();
      }}
    >
      <h3>{say.addWritten}</h3>
      <Choice
        label={say.speaker}
        value={speakerId}
        set={(id) => change({ speakerId: id })}
        choices={offered.map(({ id, person }) => [id, `${person.name} · ${person.organization.name}`])}
      />
      {offeredItems.length > 1 && (
        <Choice
          label={say.item}
          value={itemId}
          set={(id) => change({ itemId: id })}
          choices={offeredItems.map(({ id, position, title, kind }) => [
            id,
            `${position} ${title || words[language].kind[kind]}`,
          ])}
        />
      )}
      <Lines
        label={say.text}
        value={body}
        set={(text) => change({ body: text })}
        rows={8}
        required
        maxLength={50_000}
      />
      {!isThere && !action.isBusy && (
        <div class="note" role="alert">
          <p>{say.goneWritten}</p>
          <button type="button" class="quiet-button" onClick={() => keep(null)}>
            {say.letGo}
          </button>
        </div>
      )}
      <Trouble problem={action.problem} fields={{ body: say.text }} />
      <Button type="submit" class="button" isOff={action.isBusy || !isThere}>
        {say.add}
      </Button>
    </form>
  );
}
