import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

const itself = (element: HTMLElement): HTMLElement | null => element;

/**
 * A number that changes when what was measured in the element, or in one around it, may no longer be true: it got another
 * size (in the given directions), or a font has just come in. To be used as a dependency of the effect that measures.
 */
export function useRelayout(
  element: RefObject<HTMLElement | null>,
  sides: 'width' | 'both' = 'both',
  around = itself,
): number {
  const [count, setCount] = useState(0);
  useLayoutEffect(() => {
    const measured = element.current && around(element.current);
    if (!measured) return;
    const sizeOf = (width: number, height: number): string =>
      (sides === 'width' ? [width] : [width, height]).map((length) => length.toFixed(1)).join(' ');
    // As it is measured now: what changes before the observer first looks, such as the page's language, is a change too.
    const { width, height } = getComputedStyle(measured);
    let known = sizeOf(Number.parseFloat(width), Number.parseFloat(height));
    const again = (): void => setCount((before) => (before + 1) % 1_000);
    const observer = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      const size = sizeOf(width, height);
      if (size !== known) again();
      known = size;
    });
    observer.observe(measured);
    document.fonts.addEventListener('loadingdone', again);
    // The size may stay while everything in it grows: a wider screen with the same shorter side, and the reverse.
    window.addEventListener('resize', again);
    return () => {
      observer.disconnect();
      document.fonts.removeEventListener('loadingdone', again);
      window.removeEventListener('resize', again);
    };
  }, [element, sides, around]);
  return count;
}
