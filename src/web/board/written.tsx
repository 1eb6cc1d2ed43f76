import { useRef } from 'preact/hooks';
import type { Board, Statement } from '../shared/board.query.js';
import { Comments } from './comments.js';
import { Fit } from './fit.js';
import { Label } from './label.js';
import { details } from './person.js';
import { useRoom } from './room.js';
import { useSetting } from './setting.js';
import { Shape } from './shape.js';
import { useTurning } from './turning.js';
import { windowOf } from './window.js';

interface RowProps {
  readonly statement: Statement;
  readonly isCommented: boolean;
  readonly isNarrow: boolean;
}

function Row({ statement, isCommented, isNarrow }: RowProps) {
  const { language } = useSetting();
  const { speaker } = statement;
  const lines = details(speaker, language);
  return (
    <li class="row" data-status={isCommented ? 'CURRENT' : 'PENDING'} data-testid="written">
      <span class="row-mark">{isCommented ? <Shape name="arrow" /> : statement.number}</span>
      <div class="row-person">
        <Fit class="row-name" text={speaker.name} isName />
        <Fit class="row-unit" text={isNarrow ? lines : lines.replace('\n', language === 'zh' ? '　' : ', ')} />
      </div>
    </li>
  );
}

interface RowsProps {
  readonly written: readonly Statement[];
  readonly commentedId: string | undefined;
}

/** The speakers: around the one who is commented on, or, without comments, page after page. */
function Rows({ written, commentedId }: RowsProps) {
  const list = useRef<HTMLOListElement>(null);
  const columns = commentedId === undefined ? 2 : 1;
  const room = useRoom(list);
  const commented = written.findIndex((statement) => statement.id === commentedId);
  const page = useTurning(Math.ceil(written.length / room), written.length);
  const rows = commented >= 0 ? windowOf(written, commented, room) : written.slice(page * room, (page + 1) * room);
  return (
    <ol ref={list} class={`rows rows-written rows-by-${columns}`}>
      {rows.map((statement) => (
        <Row
          key={statement.id}
          statement={statement}
          isCommented={statement.id === commentedId}
          isNarrow={columns === 1}
        />
      ))}
    </ol>
  );
}

/** Statements handed in on paper: who made them, and the comments on them. */
export function WrittenStage({ board }: { board: Board }) {
  const { words } = useSetting();
  const { written, comments } = board;
  const latest = comments.at(-1);
  const speakers = new Map(written.map((statement) => [statement.id, statement.speaker.name]));
  return (
    <section class={`pair written ${latest ? 'pair-reading' : 'written-alone'}`} data-testid="written-statements">
      <div class="pair-side">
        <Label phase="written" word={words.writtenStatements}>
          {!latest && <span class="label-text">{words.people(written.length)}</span>}
        </Label>
        <Rows written={written} commentedId={latest?.statementId} />
      </div>
      {latest && (
        <Comments comments={comments} heading={({ statementId }) => words.commentOn(speakers.get(statementId) ?? '')} />
      )}
    </section>
  );
}
