import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import {
  draggable,
  dropTargetForElements,
  type ElementDropTargetEventBasePayload,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { attachInstruction, extractInstruction } from '@atlaskit/pragmatic-drag-and-drop-hitbox/list-item';
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

export type Side = 'before' | 'after';

interface Dragging {
  readonly id: string;
  readonly canDrag: boolean;
  /** Where the other one would land, or null where it can't. */
  readonly isFree: (dragged: string, side: Side) => boolean;
  readonly onDrop: (dragged: string, side: Side) => void;
}

interface Dragged {
  readonly row: RefObject<HTMLLIElement | null>;
  readonly handle: RefObject<HTMLSpanElement | null>;
  readonly isDragged: boolean;
  /** At which side of this row the dragged one would land. */
  readonly side: Side | null;
}

const SIDES = { 'reorder-before': 'before', 'reorder-after': 'after' } as const;

const draggedId = (data: Record<string | symbol, unknown>): string => String(data.itemId ?? '');

function sideOf(data: Record<string | symbol, unknown>): Side | null {
  const instruction = extractInstruction(data);
  if (!instruction || instruction.blocked || instruction.operation === 'combine') return null;
  return SIDES[instruction.operation];
}

/** A row that can be dragged by its handle, and dropped upon. [J5] */
export function useDragging(dragging: Dragging): Dragged {
  const row = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const [isDragged, setDragged] = useState(false);
  const [side, setSide] = useState<Side | null>(null);
  const newest = useRef(dragging);
  newest.current = dragging;

  useEffect(() => {
    const element = row.current;
    if (!element) return;
    const mayLand = (dragged: string, at: Side) =>
      newest.current.isFree(dragged, at) ? ('available' as const) : ('not-available' as const);
    const look = ({ self }: ElementDropTargetEventBasePayload): void => setSide(sideOf(self.data));
    return combine(
      draggable({
        element,
        ...(handle.current && { dragHandle: handle.current }),
        canDrag: () => newest.current.canDrag,
        getInitialData: () => ({ itemId: newest.current.id }),
        onDragStart: () => setDragged(true),
        onDrop: () => setDragged(false),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => draggedId(source.data) !== newest.current.id,
        getData: ({ input, source }) =>
          attachInstruction(
            {},
            {
              element,
              input,
              operations: {
                'reorder-before': mayLand(draggedId(source.data), 'before'),
                'reorder-after': mayLand(draggedId(source.data), 'after'),
              },
            },
          ),
        onDragEnter: look,
        onDrag: look,
        onDragLeave: () => setSide(null),
        onDrop({ self, source }) {
          setSide(null);
          const at = sideOf(self.data);
          if (at) newest.current.onDrop(draggedId(source.data), at);
        },
      }),
    );
  }, []);

  return { row, handle, isDragged, side };
}
