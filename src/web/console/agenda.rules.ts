import type { AgendaItem } from './console.query.js';

type Placed = Pick<AgendaItem, 'id' | 'status'>;

/** What was called keeps its place; whatever else can be moved, changed and dropped. [J5] */
export const isLocked = ({ status }: Placed): boolean => status === 'CURRENT' || status === 'DONE';

/** The first place, counted from 1, that an item can be moved to: after all that was called. */
export const firstFree = (items: readonly Placed[]): number => items.findLastIndex(isLocked) + 2;

/** The items with one of them at a place, counted from 1: as the server will have them. */
export function withMoved<Item extends Placed>(items: readonly Item[], id: string, position: number): Item[] {
  const moved = items.find((item) => item.id === id);
  if (!moved) return [...items];
  const others = items.filter((item) => item.id !== id);
  return [...others.slice(0, position - 1), moved, ...others.slice(position - 1)];
}

/** Where an item lands that is let go before or after another one; null: where nothing can land, or where it is. */
export function landing(
  items: readonly Placed[],
  id: string,
  target: { id: string; side: 'before' | 'after' },
): number | null {
  const from = items.findIndex((item) => item.id === id) + 1;
  const others = items.filter((item) => item.id !== id);
  const at = others.findIndex((item) => item.id === target.id);
  if (from === 0 || at === -1) return null;
  const position = at + (target.side === 'before' ? 1 : 2);
  const isFree = position >= firstFree(others);
  return isFree && position !== from ? position : null;
}
