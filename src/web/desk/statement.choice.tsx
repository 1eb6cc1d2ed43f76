import { useRef, useState } from 'preact/hooks';
import { Choice } from '../shared/fields.js';
import { useSay } from '../shared/language.js';
import { type Draft, isBlank } from './autosave.js';
import { deskWords } from './desk.words.js';
import type { Counted } from './statements.js';

interface Chosen {
  readonly chosen: Counted | undefined;
  /** Null: whichever the meeting is at. */
  readonly choose: (id: string | null) => void;
}

/**
 * The statement that is commented on: the one that the meeting is at, unless another is chosen. A draft that was begun is not
 * taken from under the hands that write it: the desk stays with its statement when the meeting goes on. [C8]
 */
export function useChosen(
  statements: readonly Counted[],
  presentId: string | null,
  isBegun: (id: string) => boolean,
): Chosen {
  const [chosenId, choose] = useState<string | null>(null);
  const shown = useRef<string | null>(null);
  const find = (id: string | null) => statements.find((statement) => statement.id === id);
  const former = shown.current;
  const isLeft = former !== null && presentId !== null && presentId !== former;
  const stays = chosenId === null && isLeft && find(former) !== undefined && isBegun(former);
  const wanted = chosenId ?? (stays ? former : (presentId ?? former));
  const chosen = find(wanted) ?? statements.find(({ phase }) => phase !== 'DONE') ?? statements.at(-1);
  shown.current = chosen?.id ?? null;
  return {
    chosen,
    choose: (id) => {
      shown.current = id ?? presentId;
      choose(id);
    },
  };
}

interface StatementChoiceProps {
  statements: readonly Counted[];
  drafts: readonly Draft[];
  presentId: string | null;
  chosen: Counted;
  choose: Chosen['choose'];
}

/** Which statement the desk is at; the others can be chosen ahead of time, and afterwards. */
export function StatementChoice({ statements, drafts, presentId, chosen, choose }: StatementChoiceProps) {
  const say = useSay(deskWords);
  const nameOf = ({ number, speaker: { person } }: Counted): string =>
    `${number} ${person.name} · ${person.organization.name}`;
  const choices = statements.map((statement) => {
    const begun = drafts.filter((draft) => draft.statementId === statement.id && !isBlank(draft.text)).length;
    const posted = statement.comments.filter(({ body }) => body !== null).length;
    const facts = [
      statement.id === presentId ? say.isNow : null,
      begun > 0 ? say.draftsCount(begun) : null,
      posted > 0 ? say.postedCount(posted) : null,
    ].filter(Boolean);
    return [statement.id, [nameOf(statement), ...facts].join(' · ')] as const;
  });
  const present = statements.find(({ id }) => id === presentId);
  return (
    <div class="statement-choice">
      <Choice label={say.statement} value={chosen.id} set={choose} choices={choices} />
      {present && present.id !== chosen.id && (
        <p class="moved-on" role="status" data-testid="moved-on">
          {say.movedOn(present.speaker.person.name)}
          <button type="button" class="quiet-button" onClick={() => choose(null)}>
            {say.goThere}
          </button>
        </p>
      )}
    </div>
  );
}
