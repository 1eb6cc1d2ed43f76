import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/**
 * A number that changes when what was measured in the element may no longer be true: it got another size (in the
 * given directions), or a font has just come in. To be used as a dependency of the effect that measures.
 */
export function useRelayout(element: RefObject<HTMLElement | null>, sides: 'width' | 'both' = 'both'): number {
  const [count, setCount] = useState(0);
  useLayoutEffect(() => {
    if (!element.current) return;
    const sizeOf = (width: number, height: number): string =>
      (sides === 'width' ? [width] : [width, height]).map((length) => length.toFixed(1)).join(' ');
    // As it is measured now: what changes before the observer first looks, such as the page's language, is a change too.
    const { width, height } = getComputedStyle(element.current);
    let known = sizeOf(Number.parseFloat(width), Number.parseFloat(height));
    const again = (): void => setCount((before) => (before + 1) % 1_000);
    const observer = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      const size = sizeOf(width, height);
      if (size !== known) again();
      known = size;
    });
    observer.observe(element.current);
    document.fonts.addEventListener('loadingdone', again);
    // The size may stay while everything in it grows: a wider screen with the same shorter side, and the reverse.
    window.addEventListener('resize', again);
    return () => {
      observer.disconnect();
      document.fonts.removeEventListener('loadingdone', again);
      window.removeEventListener('resize', again);
    };
  }, [element, sides]);
  return count;
}
