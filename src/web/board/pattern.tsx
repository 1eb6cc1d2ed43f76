import type { Grade, Pattern } from './grades.js';

/** What is drawn over the colour, one tile of it; sizes follow the font's, so that it is as coarse on every screen. */
const TILES: Record<Pattern, preact.JSX.Element | null> = {
  plain: null,
  stripes: <rect width="0.2em" height="0.5em" />,
  dots: <circle cx="0.25em" cy="0.25em" r="0.12em" />,
  grid: (
    <>
      <rect width="0.5em" height="0.1em" />
      <rect width="0.1em" height="0.5em" />
    </>
  ),
  bars: <rect width="0.5em" height="0.2em" />,
  empty: null,
};

const idOf = ({ pattern }: Grade): string => `pattern-${pattern}`;

/** The patterns that bars and swatches refer to; once on each stage. */
export function Patterns({ grades }: { grades: readonly Grade[] }) {
  return (
    <svg class="patterns" aria-hidden="true">
      <defs>
        {grades.map((grade) => (
          <pattern
            key={grade.pattern}
            id={idOf(grade)}
            width="0.5em"
            height="0.5em"
            patternUnits="userSpaceOnUse"
            patternTransform={grade.pattern === 'stripes' || grade.pattern === 'grid' ? 'rotate(45)' : ''}
          >
            <rect width="0.5em" height="0.5em" fill={grade.pattern === 'empty' ? 'transparent' : grade.colour} />
            <g fill="#000" fill-opacity="0.55">
              {TILES[grade.pattern]}
            </g>
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

export const fillOf = (grade: Grade): string => `url(#${idOf(grade)})`;

/** A level in small, beside its label. */
export function Swatch({ grade }: { grade: Grade }) {
  return (
    <svg class="swatch" aria-hidden="true" data-pattern={grade.pattern}>
      <rect class="part" width="100%" height="100%" fill={fillOf(grade)} />
    </svg>
  );
}
