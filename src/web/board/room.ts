import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { useRelayout } from './relayout.js';

/** How many entries of a list fit into its grid, by the height and the columns that its style gives it. */
export function useRoom(list: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(1);
  useRelayout(list);
  useLayoutEffect(() => {
    if (!list.current) return;
    const { gridAutoRows, gridTemplateColumns } = getComputedStyle(list.current);
    const rows = Math.floor((list.current.clientHeight + 1) / Number.parseFloat(gridAutoRows));
    setRoom(Math.max(1, rows) * gridTemplateColumns.split(' ').length);
  });
  return room;
}
