import type { Board, Statement } from '../shared/board.query.js';
import { Label } from './label.js';
import { PersonBrief, PersonLines } from './person.js';
import { useSetting } from './setting.js';
import { Side } from './side.js';
import { Timer } from './timer.js';

/** A speaker has the floor: who, the how manieth, how much time is left, and who comes next. */
export function StatementStage({ board, statement }: { board: Board; statement: Statement }) {
  const { words } = useSetting();
  const { speaker, number, total, turn, next } = statement;
  return (
    <section class="pair statement" data-testid="statement">
      <Side>
        <Label phase="statement" word={words.statement}>
          <span class="label-text">{words.numberOf(number, total)}</span>
        </Label>
        <PersonLines person={speaker} testid="speaker" />
        {next && (
          <div class="next" data-testid="next">
            <span class="next-word">{words.next}</span>
            <PersonBrief class="next-person" person={next} />
          </div>
        )}
      </Side>
      <Side class="timed">
        <Timer turn={turn} plannedSeconds={board.current?.plannedSeconds ?? null} />
      </Side>
    </section>
  );
}
