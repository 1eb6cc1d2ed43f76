import type { ComponentChildren } from 'preact';
import type { Phase } from './phase.js';
import { Shape, type ShapeName } from './shape.js';

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
