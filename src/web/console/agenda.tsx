import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../shared/button.js';
import { useSay } from '../shared/language.js';
import { nameOf } from './agenda.facts.js';
import { MoveItem } from './agenda.query.js';
import { AgendaRow } from './agenda.row.js';
import { firstFree, landing, withMoved } from './agenda.rules.js';
import { agendaWords } from './agenda.words.js';
import { useAsk } from './asked.js';
import type { AgendaItem } from './console.query.js';
import { useConsole } from './state.js';

/** The agenda as it stands, with what was called locked and all that is to come in the operator's hands. [J5] */
export function Agenda() {
  const say = useSay(agendaWords);
  const ask = useAsk();
  const { meeting, board, send, refresh, isBusy, isLost } = useConsole();
  const [moving, setMoving] = useState<{ id: string; position: number } | null>(null);
  const [told, tell] = useState('');
  const rows = useRef<HTMLOListElement>(null);
  // Where it was put stands at once; what the server says afterwards stands instead.
  const items = moving ? withMoved(meeting.agenda, moving.id, moving.position) : meeting.agenda;
  const isOpen = meeting.status !== 'CLOSED' && meeting.status !== 'ARCHIVED';

  // Rows that change places lose the focus: whoever presses once more means the same button.
  const held = document.activeElement;
  useLayoutEffect(() => {
    const isDropped = document.activeElement === document.body;
    if (isDropped && held instanceof HTMLElement && rows.current?.contains(held)) held.focus();
  });

  async function move(item: AgendaItem, position: number): Promise<void> {
    if (isBusy || isLost) return;
    setMoving({ id: item.id, position });
    const variables = { itemId: item.id, position };
    const said = say.moveItem(nameOf(item));
    const isDone = await send({ said, operation: MoveItem, variables, expectedSeq: meeting.seq });
    await refresh();
    setMoving(null);
    if (isDone) tell(say.moved(nameOf(item), position, items.length));
  }

  return (
    <div class="agenda" data-testid="agenda">
      <p class="unseen" role="status" data-testid="moved">
        {told}
      </p>
      {items.length === 0 && <p class="dim">{say.none}</p>}
      <ol class="agenda-rows" ref={rows}>
        {items.map((item, index) => (
          <AgendaRow
            key={item.id}
            item={item}
            number={index + 1}
            total={items.length}
            first={firstFree(items.filter(({ id }) => id !== item.id))}
            isNext={board.nextStep?.step === 'CALL_ITEM' && board.nextStep.item?.id === item.id}
            isOpen={isOpen}
            canChange={isOpen && !isBusy && !isLost}
            isFree={(dragged, side) => landing(items, dragged, { id: item.id, side }) !== null}
            onLand={(dragged, side) => {
              const position = landing(items, dragged, { id: item.id, side });
              const one = items.find(({ id }) => id === dragged);
              if (position !== null && one) void move(one, position);
            }}
            onMove={(position) => void move(item, position)}
          />
        ))}
      </ol>
      {isOpen && (
        <Button
          class="quiet-button"
          data-testid="add-item"
          isOff={isBusy || isLost}
          onClick={() => ask({ kind: 'ADD_ITEM' })}
        >
          {say.add}
        </Button>
      )}
    </div>
  );
}
