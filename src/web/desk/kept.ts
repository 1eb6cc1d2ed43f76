import { useState } from 'preact/hooks';

/** What was typed into forms and not sent yet, by the form's name. It outlives the form, which another tab takes off the page. */
const kept = new Map<string, unknown>();

window.addEventListener('beforeunload', (event) => {
  if (kept.size === 0) return;
  event.preventDefault();
  // Browsers of some years ago look at this.
  event.returnValue = true;
});

/** What was typed into a form; null: nothing, or it was sent. Leaving the page with something in it warns. [C8] */
export function useKept<Typed>(name: string): [Typed | null, (typed: Typed | null) => void] {
  const [, redraw] = useState(0);
  const keep = (typed: Typed | null): void => {
    if (typed === null) kept.delete(name);
    else kept.set(name, typed);
    redraw((count) => count + 1);
  };
  return [(kept.get(name) as Typed | undefined) ?? null, keep];
}
