import { useRef } from 'preact/hooks';
import { useConsole } from '../console/state.js';
import { useSay } from '../shared/language.js';
import type { Round } from './ballot.query.js';
import { ballotWords } from './ballot.words.js';
import { addsUp } from './deeds.js';
import { CountRow } from './row.js';
import { Stepper } from './stepper.js';
import { useReport } from './turnout.js';

const MOST = 100_000;

/** The sheets, and the table in which tellers key what was counted for each candidate. [V14] */
export function Count({ round }: { round: Round }) {
  const say = useSay(ballotWords);
  const table = useRef<HTMLTableElement>(null);
  const { levels, tallies, valid, revealedAt } = round;
  const isOver = revealedAt !== null;
  const done = tallies.filter((line) => addsUp(line, valid)).length;

  /** The field after this one in reading order, across rows. */
  const goOn = (from: HTMLElement): void => {
    const fields = [...(table.current?.querySelectorAll('input') ?? [])];
    const next = fields[fields.indexOf(from as HTMLInputElement) + 1];
    if (next) next.focus();
  };
  return (
    <>
      {isOver ? <Told round={round} /> : <Sheets round={round} />}
      {valid === null ? (
        <p class="note">{say.sheetsFirst}</p>
      ) : (
        <>
          <p class="facts" role="status" data-testid="counted">
            <span class="badge" data-good={done === tallies.length}>
              {say.counted(done, tallies.length)}
            </span>
            {!isOver && <span class="dim">{say.notShown}</span>}
          </p>
          {!isOver && <p class="dim">{say.countingHow}</p>}
          <div class="count-place">
            <table class="count" ref={table}>
              <thead>
                <tr>
                  <th scope="col">{say.no}</th>
                  <th scope="col" class="count-name">
                    {say.name}
                  </th>
                  {levels.map(({ label }) => (
                    <th key={label} scope="col">
                      {label}
                    </th>
                  ))}
                  {round.abstentionsAllowed && <th scope="col">{say.abstentions}</th>}
                  <th scope="col">{say.sum}</th>
                  {!isOver && <td />}
                </tr>
              </thead>
              <tbody>
                {tallies.map((line) => (
                  <CountRow key={line.number} round={round} line={line} valid={valid} goOn={goOn} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </>
  );
}

/** What was collected, and what of it is void: counted as often as needed. */
function Sheets({ round }: { round: Round }) {
  const say = useSay(ballotWords);
  const { isBusy, isLost, doneSeq } = useConsole();
  const report = useReport();
  const common = { min: 0, isBusy, isLost, isBehind: round.asOf < doneSeq };
  return (
    <div class="steppers">
      <Stepper
        {...common}
        testid="collected"
        label={say.collected}
        value={round.cast}
        max={MOST}
        min={round.void ?? 0}
        tell={(cast) => report({ cast })}
      />
      <Stepper
        {...common}
        testid="void"
        label={say.voidSheets}
        value={round.void}
        max={round.cast}
        tell={(spoilt) => report({ void: spoilt })}
      />
      <Told round={round} />
    </div>
  );
}

function Told({ round: { issued, cast, valid, void: spoilt } }: { round: Round }) {
  const say = useSay(ballotWords);
  const facts: [string, number | null][] = [
    [say.issued, issued],
    [say.cast, cast],
    [say.valid, valid],
    [say.void, spoilt],
  ];
  return (
    <dl class="sheets" data-testid="sheets">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value ?? '–'}</dd>
        </div>
      ))}
    </dl>
  );
}
