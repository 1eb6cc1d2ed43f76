import type { Aspect } from '../shared/board.query.js';
import { useSetting } from './setting.js';
import { Shape, type ShapeName } from './shape.js';

const SHAPES: Record<Aspect, ShapeName> = { STRENGTH: 'circle', PROBLEM: 'triangle', SUGGESTION: 'diamond' };

export function AspectMark({ aspect }: { aspect: Aspect | null }) {
  const { words } = useSetting();
  if (!aspect) return null;
  return (
    <span class="aspect" data-aspect={aspect} data-testid="aspect">
      <Shape name={SHAPES[aspect]} />
      {words.aspect[aspect]}
    </span>
  );
}

export function CorrectedMark({ isCorrected }: { isCorrected: boolean }) {
  const { words } = useSetting();
  if (!isCorrected) return null;
  return (
    <span class="corrected" data-testid="corrected">
      {words.corrected}
    </span>
  );
}
