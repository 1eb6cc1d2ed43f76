import type { ComponentChildren } from 'preact';

/** The head of a stage: what the meeting is doing, in a filled box, and beside it how far it has come. */
export function Label({ word, children }: { word: string; children?: ComponentChildren }) {
  return (
    <p class="label" data-testid="label">
      <span class="label-word">{word}</span>
      {children}
    </p>
  );
}
