import { useEffect, useRef } from 'preact/hooks';
import type { Deed, DeedName } from './actions.js';
import { useAsk } from './asked.js';
import { type Focus, type Key, keyOf } from './keys.rules.js';
import { areKeysOn } from './keys.setting.js';
import { TABS } from './parts.js';

interface Does {
  readonly next: { press: () => void };
  readonly undo: { press: () => void } | null;
  readonly deeds: Partial<Record<DeedName, Deed>>;
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
    const hear = (event: KeyboardEvent): void => {
      const key = keyOf(event, {
        focus: focusOf(document.activeElement),
        isDialogOpen: document.querySelector('dialog[open]') !== null,
        isOn: areKeysOn(),
      });
      if (key === null || event.defaultPrevented) return;
      event.preventDefault();
      const { next, undo, deeds } = newest.current;
      const deed = DEEDS[key];
      if (key === 'NEXT') next.press();
      else if (key === 'UNDO') undo?.press();
      else if (key === 'HELP') ask({ kind: 'HELP' });
      else if (deed) deeds[deed]?.press?.();
      else location.hash = TABS[Number(key.at(-1)) - 1] ?? TABS[0];
    };
    window.addEventListener('keydown', hear, end);
    window.addEventListener('mousedown', keepFocus, end);
    return () => end.abort();
  }, []);
}
