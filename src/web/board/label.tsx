import type { ComponentChildren } from 'preact';
import { Shape, type ShapeName } from './shape.js';

/** What the meeting is doing; each has a colour and a shape of its own beside its word. */
export type Phase = 'agenda' | 'statement' | 'comment' | 'written' | 'ballot' | 'requirements' | 'intermission';

const SHAPES: Record<Phase, ShapeName> = {
  agenda: 'list',
  statement: 'arrow',
  comment: 'speech',
  written: 'sheet',
  ballot: 'box',
  requirements: 'diamond',
  intermission: 'pause',
};

/** The head of a stage: what the meeting is doing, in a filled box, and beside it how far it has come. */
export function Label({ phase, word, children }: { phase: Phase; word: string; children?: ComponentChildren }) {
  return (
    <p class="label" data-phase={phase} data-testid="label">
      <span class="label-word">
        <Shape name={SHAPES[phase]} />
        {word}
      </span>
      {children}
    </p>
  );
}
