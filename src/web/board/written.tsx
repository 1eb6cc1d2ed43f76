import { useRef } from 'preact/hooks';
import type { Board, Statement } from '../shared/board.query.js';
import { Commented } from './commented.js';
import { Fit } from './fit.js';
import { Label } from './label.js';
import { details } from './names.js';
import { useRoom } from './room.js';
import { useSetting } from './setting.js';
import { useTurning } from './turning.js';
import { widthOf } from './width.js';

/** In ems: a name as wide as this leaves no room for anything below it. */
const LONG_NAME = 20;

function Row({ statement: { number, speaker } }: { statement: Statement }) {
  const { language } = useSetting();
  const isLong = widthOf(speaker.name) > LONG_NAME;
  const unit = details(speaker, language).replace('\n', language === 'zh' ? '　' : ', ');
  return (
    <li class="row" data-status="PENDING" data-testid="written">
      <span class="row-mark">{number}</span>
      <div class="row-person">
        <Fit class={isLong ? 'row-name row-name-long' : 'row-name'} text={speaker.name} isName />
        {!isLong && <Fit class="row-unit" text={unit} />}
      </div>
    </li>
  );
}

/** The speakers, page after page. */
function Rows({ written }: { written: readonly Statement[] }) {
  const list = useRef<HTMLOListElement>(null);
  const room = useRoom(list);
  const page = useTurning(Math.ceil(written.length / room), written.length);
  return (
    <ol ref={list} class="rows rows-written rows-by-2">
      {written.slice(page * room, (page + 1) * room).map((statement) => (
        <Row key={statement.id} statement={statement} />
      ))}
    </ol>
  );
}

/** Statements handed in on paper: who made them, and the comments on them. */
export function WrittenStage({ board }: { board: Board }) {
  const { words } = useSetting();
  const { written, comments } = board;
  const latest = comments.at(-1);
  const on = written.find(({ id }) => id === latest?.statementId);
  if (latest && on) {
    const speakers = new Map(written.map(({ id, speaker }) => [id, speaker.name]));
    return (
      <Commented
        phase="written"
        word={words.writtenStatements}
        of={words.numberOf(on.number, on.total)}
        speaker={on.speaker}
        author={latest.author}
        comments={comments}
        heading={({ statementId }) => words.commentOn(speakers.get(statementId) ?? '')}
      />
    );
  }
  return (
    <section class="written" data-testid="written-statements">
      <Label phase="written" word={words.writtenStatements}>
        <span class="label-text">{words.people(written.length)}</span>
      </Label>
      <Rows written={written} />
    </section>
  );
}
