import { useState } from 'preact/hooks';
import { Button } from '../shared/button.js';
import { useSay } from '../shared/language.js';
import { type Side, useDragging } from './agenda.drag.js';
import { Facts, nameOf } from './agenda.facts.js';
import { isLocked } from './agenda.rules.js';
import { agendaWords } from './agenda.words.js';
import { useAsk } from './asked.js';
import { CallItem, RecallSpeaker } from './command.query.js';
import type { AgendaItem } from './console.query.js';
import { useConsole } from './state.js';

interface RowProps {
  item: AgendaItem;
  number: number;
  total: number;
  /** The first place that it can have. */
  first: number;
  isNext: boolean;
  /** The meeting is not over. */
  isOpen: boolean;
  canChange: boolean;
  isFree: (dragged: string, side: Side) => boolean;
  onLand: (dragged: string, side: Side) => void;
  onMove: (position: number) => void;
}

/** One item: what it is, how far it is, and what can be done with it. */
export function AgendaRow(props: RowProps) {
  const { item, number, total, first, isNext, canChange, isFree, onLand, onMove } = props;
  const say = useSay(agendaWords);
  const [isUnfolded, unfold] = useState(false);
  const isFixed = isLocked(item) || !props.isOpen;
  const canMove = canChange && !isFixed;
  const name = nameOf(item);
  const { row, handle, isDragged, side } = useDragging({ id: item.id, canDrag: canMove, isFree, onDrop: onLand });

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || step === undefined || !canMove) return;
    event.preventDefault();
    const position = number + step;
    if (position >= first && position <= total) onMove(position);
  };

  return (
    <li
      ref={row}
      class="agenda-row"
      data-testid="item"
      data-status={item.status}
      data-next={isNext}
      data-dragged={isDragged}
      data-side={side}
      aria-current={item.status === 'CURRENT' ? 'step' : undefined}
      onKeyDown={onKeyDown}
    >
      <span ref={handle} class="agenda-handle" data-drag={canMove} title={canMove ? say.drag : say.locked}>
        {number}
      </span>
      <Facts item={item} name={name} />
      <Call item={item} name={name} />
      {!isFixed && (
        <button
          type="button"
          class="quiet-button agenda-more"
          aria-expanded={isUnfolded}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          onClick={() => unfold(!isUnfolded)}
        >
          <span aria-hidden="true">⋯</span>
          <span class="unseen">{say.editItem(name)}</span>
        </button>
      )}
      {isUnfolded && !isFixed && <More item={item} {...{ number, total, first, canMove, onMove }} />}
    </li>
  );
}

/** The way to it, out of turn as well; and back to a speaker who was heard. */
function Call({ item, name }: { item: AgendaItem; name: string }) {
  const say = useSay(agendaWords);
  const { board, send, isBusy, isLost } = useConsole();
  const isRecall = item.kind === 'STATEMENT' && item.status === 'DONE';
  if (board.status !== 'LIVE' || item.status === 'CURRENT' || (item.status === 'DONE' && !isRecall)) return null;
  const said = isRecall ? say.recallItem(name) : say.callItem(name);
  const operation = isRecall ? RecallSpeaker : CallItem;
  return (
    <Button
      class="quiet-button agenda-call"
      isOff={isBusy || isLost}
      onClick={() => void send({ said, operation, variables: { itemId: item.id }, expectedSeq: board.seq })}
    >
      {isRecall ? say.recall : say.call}
      <span class="unseen"> {name}</span>
    </Button>
  );
}

type MoreProps = Pick<RowProps, 'item' | 'number' | 'total' | 'first' | 'onMove'> & { canMove: boolean };

function More({ item, number, total, first, canMove, onMove }: MoreProps) {
  const say = useSay(agendaWords);
  const ask = useAsk();
  const { board } = useConsole();
  const name = nameOf(item);
  const deed = (word: string, isPossible: boolean, press: () => void) => (
    <Button class="quiet-button" isOff={!isPossible || !canMove} onClick={press}>
      {word}
      <span class="unseen"> {name}</span>
    </Button>
  );
  const canSkip = board.status === 'LIVE' && item.status === 'PENDING';
  return (
    <div class="agenda-deeds">
      {deed(say.up, number > first, () => onMove(number - 1))}
      {deed(say.down, number < total, () => onMove(number + 1))}
      {deed(say.toTop, number > first + 1, () => onMove(first))}
      {deed(say.edit, true, () => ask({ kind: 'EDIT_ITEM', item }))}
      {canSkip &&
        deed(say.skip, true, () => ask({ kind: 'SKIP_ITEM', itemId: item.id, title: name, isSpeaking: false }))}
      {deed(say.drop, true, () => ask({ kind: 'DROP_ITEM', item }))}
    </div>
  );
}
