import { useState } from 'preact/hooks';
import { Choice, Field, Lines } from '../shared/fields.js';
import { useSay } from '../shared/language.js';
import { nameOf } from './agenda.facts.js';
import { AddItem, DropItem, type ItemKind, UpdateItem } from './agenda.query.js';
import { agendaWords } from './agenda.words.js';
import { Ask, type DialogProps, useDialog } from './ask.js';
import type { AgendaItem } from './console.query.js';
import { useSettledSince } from './settled.js';
import { useConsole } from './state.js';

const KINDS: ItemKind[] = [
  'STATEMENT',
  'WRITTEN_STATEMENTS',
  'BALLOT',
  'REMARKS',
  'REQUIREMENTS',
  'INTERMISSION',
  'OPENING',
  'CLOSING',
];

/** An item to add, or one that was not called yet, also while the meeting runs. */
export function ItemForm({ item, close }: DialogProps & { item: AgendaItem | null }) {
  const say = useSay(agendaWords);
  const { meeting } = useConsole();
  const { action, run } = useDialog(close);
  const statement = item?.kind === 'STATEMENT' ? item.statements[0] : undefined;
  // As it was when the form was opened: whatever was not changed here is left to whoever changes it meanwhile.
  const [opened] = useState({
    title: item?.title ?? '',
    minutes: item?.plannedSeconds ? String(item.plannedSeconds / 60) : '',
    notes: item?.notes ?? '',
    speakerId: statement?.speaker.id ?? '',
  });
  const [kind, setKind] = useState<ItemKind>(item?.kind ?? 'REMARKS');
  const [title, setTitle] = useState(opened.title);
  const [minutes, setMinutes] = useState(opened.minutes);
  const [notes, setNotes] = useState(opened.notes);
  const [speakerId, setSpeaker] = useState(opened.speakerId);
  const isStatement = kind === 'STATEMENT';
  const speakers = useSpeakers(statement?.speaker.id);

  // What is no number is refused like a time that is too short.
  const plannedSeconds = minutes.trim() === '' ? null : Math.round(Number(minutes) * 60) || 0;
  const name = isStatement && title.trim() === '' ? say.kinds.STATEMENT : title;
  const common = { title: name, plannedSeconds, notes, ...(isStatement && speakerId && { speakerId }) };
  const changed = {
    ...(name !== opened.title && { title: name }),
    ...(minutes !== opened.minutes && { plannedSeconds }),
    ...(notes !== opened.notes && { notes }),
    ...(speakerId !== opened.speakerId && { speakerId }),
  };
  const save = () => {
    if (item && Object.keys(changed).length === 0) return close();
    return item
      ? run({ said: say.editItem(nameOf(item)), operation: UpdateItem, variables: { itemId: item.id, input: changed } })
      : run({
          said: say.add,
          operation: AddItem,
          variables: { input: { ...common, kind, position: placeOf(meeting.agenda) } },
        });
  };

  return (
    <Ask
      title={item ? say.editItem(nameOf(item)) : say.add}
      yes={item ? say.save : say.addYes}
      action={action}
      onYes={save}
      close={close}
      fields={{ title: say.title, plannedSeconds: say.minutes, notes: say.notes, speakerId: say.speaker }}
    >
      <div class="form">
        {!item && (
          <Choice
            label={say.kind}
            value={kind}
            set={(value) => setKind(value as ItemKind)}
            choices={KINDS.map((one) => [one, say.kinds[one]])}
          />
        )}
        {isStatement && (
          <Choice
            label={say.speaker}
            value={speakerId}
            set={setSpeaker}
            choices={statement ? speakers : [['', say.speakerChoose], ...speakers]}
          />
        )}
        <Field label={say.title} value={title} set={setTitle} required={!isStatement} maxLength={200} />
        <Field label={say.minutes} value={minutes} set={setMinutes} hint={say.minutesHint} inputMode="numeric" />
        <Lines label={say.notes} value={notes} set={setNotes} hint={say.notesHint} maxLength={2_000} rows={4} />
      </div>
    </Ask>
  );
}

/** Before the closing, if the agenda ends with one that is to come; else at the end. */
function placeOf(agenda: readonly AgendaItem[]): number | null {
  const last = agenda.at(-1);
  return last?.kind === 'CLOSING' && last.status === 'PENDING' ? agenda.length : null;
}

/** Who may make a statement and makes none yet; and whoever makes this one. */
function useSpeakers(own: string | undefined): (readonly [string, string])[] {
  const { agenda, participants } = useConsole().meeting;
  const taken = new Set(agenda.flatMap(({ statements }) => statements.map(({ speaker }) => speaker.id)));
  return participants
    .filter(({ id, duties }) => id === own || (duties.includes('SPEAKER') && !taken.has(id)))
    .map(({ id, person }) => [id, `${person.name} · ${person.organization.name}`] as const);
}

export function ItemDrop({ item, close }: DialogProps & { item: AgendaItem }) {
  const say = useSay(agendaWords);
  const { action, run } = useDialog(close);
  const isSettled = useSettledSince(item.id);
  const name = nameOf(item);
  const drop = () => run({ said: say.dropItem(name), operation: DropItem, variables: { itemId: item.id } });
  return (
    <Ask title={say.dropAsk(name)} yes={say.drop} action={action} isNew={!isSettled} onYes={drop} close={close}>
      <p>{say.dropMeans}</p>
    </Ask>
  );
}
