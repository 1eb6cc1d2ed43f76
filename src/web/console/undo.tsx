import { useEffect, useState } from 'preact/hooks';
import { useAnswer } from '../shared/answer.js';
import { useLanguage } from '../shared/language.js';
import { type LanguageTag, words } from '../shared/words.js';
import { UndoLastStep } from './command.query.js';
import { type Entry, LastEntries } from './console.query.js';
import { lastStep } from './last.rules.js';
import { useSettledSince } from './settled.js';
import { useConsole } from './state.js';
import { stepWords, undoWords } from './undo.words.js';

/** How far back the last step is looked for; in between there is coming, going and writing. */
const BACK = 100;

function saidOf(step: Entry, language: LanguageTag): string {
  const speakers = step.item?.statements.map(({ speaker }) => speaker.person.name) ?? [];
  const about = {
    title: step.item?.title ?? '',
    speaker: speakers.length === 1 ? (speakers[0] ?? '') : '',
    number: step.requirement ? words[language].numeral(step.requirement.number) : '',
  };
  return stepWords[language][step.type]?.(about) ?? undoWords[language].other;
}

export interface Undo {
  readonly said: string;
  readonly canUndo: boolean;
  readonly press: () => void;
}

/** The way back, in words: which step it takes back. Null: there is none to take back. [J3] */
export function useUndo(): Undo | null {
  const { board, send, isBusy, isLost } = useConsole();
  const { language } = useLanguage();
  const { meetingId, epoch, seq, status } = board;
  const { data, refresh } = useAnswer(LastEntries, { meetingId, after: Math.max(0, seq - BACK) });
  const entries = data?.journal.entries ?? [];
  const found = lastStep(entries);
  // Only what is certainly the last: the journal may be older than the board for a moment.
  const isNew = entries.at(-1)?.seq === seq;
  const [known, setKnown] = useState<Entry | null>(null);
  useEffect(() => void refresh(), [epoch, seq]);
  useEffect(() => {
    if (isNew) setKnown(found);
  }, [isNew, found?.seq]);
  const isArmed = useSettledSince(String(known?.seq));

  if (!known || status === 'DRAFT' || status === 'ARCHIVED') return null;
  const said = undoWords[language].undoes(saidOf(known, language));
  const canUndo = isNew && isArmed && !isBusy && !isLost;
  const press = (): void => {
    if (canUndo) void send({ said, operation: UndoLastStep, variables: {}, expectedSeq: seq });
  };
  return { said, canUndo, press };
}

export function UndoButton({ undo }: { undo: Undo | null }) {
  const { language } = useLanguage();
  return (
    <button
      type="button"
      class="quiet-button undo"
      data-testid="undo"
      disabled={!undo?.canUndo}
      aria-keyshortcuts="U Control+Z"
      onClick={undo?.press}
    >
      {undo?.said ?? undoWords[language].undo}
    </button>
  );
}
