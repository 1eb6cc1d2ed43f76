import { useRef } from 'preact/hooks';
import { useSay } from '../shared/language.js';
import type { Round } from './ballot.query.js';
import { ballotWords } from './ballot.words.js';
import { addsUp } from './deeds.js';
import { CountRow } from './row.js';
import { Stepper } from './stepper.js';
import { MOST } from './turnout.report.js';

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

/** What was collected, and what of it is void: counted as often as needed. Of a void round also what was issued. */
export function Sheets({ round }: { round: Round }) {
  const say = useSay(ballotWords);
  return (
    <div class="steppers">
      {round.isVoid && <Stepper round={round} of="issued" label={say.issuedSheets} min={1} max={MOST} />}
      <Stepper round={round} of="cast" label={say.collected} min={round.void ?? 0} max={MOST} />
      {!round.isVoid && <Stepper round={round} of="void" label={say.voidSheets} min={0} max={round.cast} />}
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
