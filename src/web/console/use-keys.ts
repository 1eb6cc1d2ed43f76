import { useEffect, useRef } from 'preact/hooks';
import type { Deed, DeedName } from './actions.js';
import { useAsk } from './asked.js';
import { type Focus, isHeld, type Key, keyOf } from './keys.rules.js';
import { areKeysOn } from './keys.setting.js';
import { SETTLING } from './settled.js';

interface Does {
  readonly next: { press: () => void };
  readonly undo: { press: () => void } | null;
  readonly deeds: Partial<Record<DeedName, Deed>>;
  /** The parts beside the deck, in their order. */
  readonly tabs: readonly string[];
}

const DEEDS: Partial<Record<Key, DeedName>> = {
  TURN: 'turn',
  MORE: 'more',
  LESS: 'less',
  SKIP: 'skip',
  INTERMISSION: 'intermission',
  BLACKOUT: 'blackout',
  MESSAGE: 'message',
};

const TEXT = 'textarea, select, [contenteditable], input:not([type="checkbox"], [type="radio"], [type="button"])';
/** What the space bar presses, ticks or scrolls by itself. A link is none of them. */
const CONTROL = 'button, summary, input, [role], [tabindex]';

function focusOf(element: Element | null): Focus {
  if (element?.matches(TEXT)) return 'TEXT';
  return element?.matches(CONTROL) ? 'CONTROL' : 'NOTHING';
}

/** A mouse leaves no focus behind: the space bar stays "next", and does not press again what was clicked. [J2] */
function keepFocus(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest('button, a')) event.preventDefault();
}

/** Leads the keys to what they do, for as long as the console is shown. */
export function useKeys(does: Does): void {
  const ask = useAsk();
  const newest = useRef(does);
  newest.current = does;
  useEffect(() => {
    const end = new AbortController();
    /** The last key that has pressed a control, and when. */
    let former: { key: string; at: number } | null = null;
    const hear = (event: KeyboardEvent): void => {
      const focus = focusOf(document.activeElement);
      const isDialogOpen = document.querySelector('dialog[open]') !== null;
      const isEcho = former?.key === event.key && event.timeStamp - former.at < SETTLING;
      former = isEcho || focus === 'CONTROL' || isDialogOpen ? { key: event.key, at: event.timeStamp } : null;
      if (isHeld(event, focus, document.activeElement?.matches('textarea') ?? false)) event.preventDefault();
      const key = keyOf(event, { focus, isDialogOpen, isEcho, isOn: areKeysOn() });
      if (key === null || event.defaultPrevented) return;
      event.preventDefault();
      const { next, undo, deeds, tabs } = newest.current;
      const deed = DEEDS[key];
      if (key === 'NEXT') next.press();
      else if (key === 'UNDO') undo?.press();
      else if (key === 'HELP') ask({ kind: 'HELP' });
      else if (deed) deeds[deed]?.press?.();
      else location.hash = tabs[Number(key.at(-1)) - 1] ?? location.hash;
    };
    window.addEventListener('keydown', hear, end);
    window.addEventListener('mousedown', keepFocus, end);
    return () => end.abort();
  }, []);
}
