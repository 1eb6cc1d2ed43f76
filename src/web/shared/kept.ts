import { useState } from 'preact/hooks';

/** What was typed into forms and not sent yet, by the form's name. It outlives the form, which another tab takes off the page. */
const kept = new Map<string, unknown>();

window.addEventListener('beforeunload', (event) => {
  if (kept.size === 0) return;
  event.preventDefault();
  // Browsers of some years ago look at this.
  event.returnValue = true;
});

type Keep<Typed> = (typed: Typed | null) => void;

/**
 * What was typed into a form; null: nothing, or it was sent. Leaving the page with something in it warns. [C8] The last lets go of
 * what was sent, unless something else has been typed meanwhile.
 */
export function useKept<Typed>(name: string): [Typed | null, Keep<Typed>, letGo: (sent: Typed) => void] {
  const [, redraw] = useState(0);
  const keep: Keep<Typed> = (typed) => {
    if (typed === null) kept.delete(name);
    else kept.set(name, typed);
    redraw((count) => count + 1);
  };
  const letGo = (sent: Typed): void => {
    if (kept.get(name) === sent) keep(null);
  };
  return [(kept.get(name) as Typed | undefined) ?? null, keep, letGo];
}

/**
 * Of what was typed in this room, by whose name its forms' names begin, nothing but these can still be sent: the rest is of no use
 * any more, and nobody is warned of what they can't find.
 */
export function keepOnly(room: string, names: readonly string[]): void {
  for (const name of kept.keys()) if (name.startsWith(`${room} `) && !names.includes(name)) kept.delete(name);
}
