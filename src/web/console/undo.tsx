import { useEffect, useMemo, useState } from 'preact/hooks';
import { useFound } from '../shared/answer.js';
import { Button } from '../shared/button.js';
import { ask } from '../shared/http.js';
import { useLanguage } from '../shared/language.js';
import { type LanguageTag, words } from '../shared/words.js';
import { UndoLastStep } from './command.query.js';
import { type Entry, LastEntries } from './console.query.js';
import { backToStep, lastStep, type Trail } from './last.rules.js';
import { useSettledSince } from './settled.js';
import { useConsole } from './state.js';
import { stepWords, undoWords } from './undo.words.js';

/** Before a meeting is opened there is no step, however far back one looks; nor is any taken back once it is archived. */
const STEPPING = ['LIVE', 'PAUSED', 'CLOSED'];

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
  const { meeting, board, send, isBusy, isLost } = useConsole();
  const { language } = useLanguage();
  const { meetingId, epoch, seq, status } = board;
  const isPossible = meeting.mayRun && STEPPING.includes(status);
  const trail = useMemo<Trail<Entry>>(() => ({ entries: [] }), [meetingId, epoch]);
  const { data } = useFound<readonly Entry[]>(
    async (signal) =>
      isPossible
        ? backToStep(
            seq,
            async (after, first) => (await ask(LastEntries, { meetingId, after, first }, signal)).journal.entries,
            trail,
          )
        : [],
    [meetingId, epoch, seq, isPossible],
  );
  const entries = data ?? [];
  const found = lastStep(entries);
  // Only what is certainly the last: the journal may be older than the board for a moment.
  const isNew = entries.at(-1)?.seq === seq;
  const [known, setKnown] = useState<Entry | null>(null);
  useEffect(() => {
    if (isNew) setKnown(found);
  }, [isNew, found?.seq]);
  const isArmed = useSettledSince(String(known?.seq));

  if (!known || !isPossible) return null;
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
    <Button
      class="quiet-button undo"
      data-testid="undo"
      isOff={!undo?.canUndo}
      aria-keyshortcuts="U Control+Z"
      onClick={undo?.press}
    >
      {undo?.said ?? undoWords[language].undo}
    </Button>
  );
}
