import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { refit } from './fit.js';
import { useRelayout } from './relayout.js';

const STEP = 0.06;
const LEAST = 0.34;

/** By the boxes of what is in it: glyphs may stand out of a tight line without being in anybody's way. */
const hasRoom = (side: HTMLElement): boolean =>
  [...side.children].every(
    (child) =>
      !(child instanceof HTMLElement) ||
      (child.offsetTop + child.offsetHeight <= side.clientHeight + 1 && child.scrollWidth <= side.clientWidth + 1),
  );

/** Makes all sizes in the side smaller, step by step, until everything in it has room; none falls below the least. [Z2] */
function squeeze(side: HTMLElement): void {
  for (let scale = 1; scale >= LEAST; scale -= STEP) {
    side.style.setProperty('--squeeze', scale.toFixed(2));
    refit(side);
    if (hasRoom(side)) return;
  }
}

/** A column of a stage. Where long texts, a message or a far viewer leave too little room, all of it shrinks alike. */
export function Side({ class: name = '', children }: { class?: string; children: ComponentChildren }) {
  const side = useRef<HTMLDivElement>(null);
  useRelayout(side);
  useLayoutEffect(() => {
    if (side.current) squeeze(side.current);
  });
  return (
    <div ref={side} class={`pair-side ${name}`}>
      {children}
    </div>
  );
}
