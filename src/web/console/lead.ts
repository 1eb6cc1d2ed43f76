/** What a part shows may have to be asked for first; whoever waits longer has gone on to something else. */
const PATIENCE = 3_000;

let stop = (): void => undefined;

/**
 * Leads to a part of the console, also where it is shown already: it comes into view, and what is to be filled in there has the
 * focus as soon as it is there. A part says by `data-first` where one begins. [J1]
 */
export function leadTo(tab: string): void {
  stop();
  location.hash = tab;
  const side = document.querySelector('.side');
  if (!side) return;
  const end = new AbortController();
  const observer = new MutationObserver(look);
  const timer = setTimeout(() => stop(), PATIENCE);
  stop = () => {
    observer.disconnect();
    clearTimeout(timer);
    end.abort();
  };
  let isInView = false;
  function look(): void {
    const part = side?.querySelector(`.side-part[data-tab="${tab}"]`);
    if (!part) return;
    if (!isInView) part.scrollIntoView({ block: 'start' });
    isInView = true;
    const first = part.querySelector<HTMLElement>('[data-first]') ?? part.querySelector<HTMLElement>('input, textarea');
    if (!first) return;
    stop();
    first.focus({ preventScroll: true });
    // In the middle nothing lies over it, not even what is fixed at the thumb.
    first.scrollIntoView({ block: 'center' });
  }
  // Whoever begins something else meanwhile is not taken away from it.
  for (const event of ['keydown', 'pointerdown']) window.addEventListener(event, () => stop(), end);
  observer.observe(side, { subtree: true, childList: true, attributeFilter: ['data-tab', 'data-first'] });
  look();
}
