import { useEffect, useState } from 'preact/hooks';
import { useConsole } from '../console/state.js';
import { Button } from '../shared/button.js';
import { useKept } from '../shared/kept.js';
import { useSay } from '../shared/language.js';
import { type Line, RecordTally, type Round } from './ballot.query.js';
import { ballotWords } from './ballot.words.js';
import { rowOf } from './kept.rules.js';
import { numbersOf, stateOf, sumOf } from './row.rules.js';

interface RowProps {
  round: Round;
  line: Line;
  valid: number;
  goOn: (from: HTMLElement) => void;
}

/** What the server has of a row, as it would be typed. */
const saved = ({ counts, abstentions }: Line, width: number, isBlank: boolean): string[] =>
  counts === null
    ? Array.from({ length: width + (isBlank ? 1 : 0) }, () => '')
    : [...counts, ...(isBlank ? [abstentions ?? 0] : [])].map(String);

/** One candidate: fields that are saved together, once they add up. [V14] */
export function CountRow({ round, line, valid, goOn }: RowProps) {
  const say = useSay(ballotWords);
  const { send, isBusy, isLost, doneSeq } = useConsole();
  const { levels, abstentionsAllowed, revealedAt } = round;
  const [kept, type, letGo] = useKept<readonly string[]>(rowOf(round.id, line.statement.id));
  const [told, setTold] = useState<readonly string[] | null>(null);
  const [isDue, setDue] = useState(false);
  const isOver = revealedAt !== null;
  const typed = isOver ? null : kept;
  // What was saved stands there until it comes from the server.
  const stands = told ?? saved(line, levels.length, abstentionsAllowed);
  const values = typed ?? stands;
  const isSaved = typed === null && (told ?? line.counts) !== null;
  const state = stateOf(values, valid);
  const { name, organization } = line.statement.speaker.person;
  const labels = [...levels.map(({ label }) => label), say.abstentions];

  const save = async (): Promise<void> => {
    const numbers = numbersOf(values);
    if (state !== 'FITS' || numbers === null || typed === null) return;
    const variables = {
      ballotId: round.id,
      statementId: line.statement.id,
      counts: numbers.slice(0, levels.length),
      abstentions: numbers[levels.length] ?? 0,
    };
    const isDone = await send({ said: say.tallyOf(name), operation: RecordTally, variables });
    // Something else was under way: it is still to be saved.
    if (isDone === undefined) setDue(true);
    if (!isDone) return;
    setTold(typed);
    // Whatever was typed meanwhile stays, and is not saved yet.
    letGo(typed);
  };
  const isBehind = round.asOf < doneSeq;
  useEffect(() => {
    if (told !== null && !isBehind) setTold(null);
  }, [told, isBehind]);
  // Whoever types on is not waited for: the row before is saved as soon as it can be, and says so until then.
  useEffect(() => {
    if (!isDue || (isBusy && !isLost)) return;
    setDue(false);
    if (!isLost) void save();
  }, [isDue, isBusy, isLost]);
  /** Typed back to what stands there, or emptied again, it is nothing to be saved. */
  const change = (index: number, text: string): void => {
    const next = values.map((one, at) => (at === index ? text : one));
    type(next.every((one, at) => one === stands[at]) ? null : next);
  };
  const enter = (field: HTMLInputElement, isLast: boolean): void => {
    if (isLast && state !== 'FITS') return;
    if (isLast) setDue(true);
    goOn(field);
  };

  return (
    <tr data-testid="count-row" data-state={state} data-saved={isSaved}>
      <td>{line.number}</td>
      <th scope="row" class="count-name">
        <bdi>{name}</bdi> <bdi class="dim">{organization.name}</bdi>
      </th>
      {values.map((value, index) => (
        <td key={labels[index]}>
          {isOver ? (
            value
          ) : (
            <input
              aria-label={`${name}: ${labels[index]}`}
              data-first={index === 0 && !(isSaved && state === 'FITS') ? true : undefined}
              inputMode="numeric"
              autoComplete="off"
              maxLength={6}
              value={value}
              disabled={isLost}
              onInput={({ currentTarget }) => change(index, currentTarget.value)}
              onFocus={({ currentTarget }) => currentTarget.select()}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                enter(event.currentTarget, index === values.length - 1);
              }}
            />
          )}
        </td>
      ))}
      <td class="count-sum" role="status">
        {state === 'EMPTY' ? '' : sumOf(values)}
        {state === 'MISFITS' && <span class="count-wrong"> ≠ {valid}</span>}
        {state === 'FITS' && <span aria-hidden="true"> ✓</span>}
        {state === 'MISFITS' && <span class="unseen">{say.mismatch(valid)}</span>}
      </td>
      {!isOver && (
        <td class="count-do">
          {typed === null ? (
            isSaved && <span class="dim">{say.saved}</span>
          ) : state !== 'FITS' ? (
            <span class="dim">{say.unsaved}</span>
          ) : (
            <Button
              class="quiet-button"
              aria-label={`${say.save}: ${name}`}
              isOff={isBusy || isLost}
              onClick={() => void save()}
            >
              {say.save}
            </Button>
          )}
        </td>
      )}
    </tr>
  );
}
