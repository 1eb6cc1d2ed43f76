import { useRef } from 'preact/hooks';
import type { Board, Requirement } from '../shared/board.query.js';
import { Fade } from './fade.js';
import { Fit } from './fit.js';
import { Label } from './label.js';
import { Paged } from './paged.js';
import { useRoom } from './room.js';
import { useSetting } from './setting.js';
import { windowOf } from './window.js';

/** The headings of the requirements; the last one is the newest. */
export function Headings({ requirements, newest }: { requirements: readonly Requirement[]; newest?: Requirement }) {
  const { words } = useSetting();
  const list = useRef<HTMLOListElement>(null);
  const room = useRoom(list);
  return (
    <ol ref={list} class="rows rows-headings" style={{ '--count': requirements.length }}>
      {windowOf(requirements, requirements.length - 1, room).map((requirement) => (
        <li
          key={requirement.number}
          class="row"
          data-status={requirement === newest ? 'CURRENT' : 'DONE'}
          data-testid="heading"
        >
          <span class="row-mark">{words.numeral(requirement.number)}</span>
          <Fit class="row-text" text={requirement.heading} />
        </li>
      ))}
    </ol>
  );
}

/** The requirements, revealed one by one: the newest in full, the headings of all beside it. */
export function RequirementsStage({ board }: { board: Board }) {
  const { words } = useSetting();
  const { requirements } = board;
  const newest = requirements.at(-1);
  if (!newest) {
    return (
      <section class="alone" data-testid="requirements">
        <p class="alone-word">{words.requirements}</p>
      </section>
    );
  }
  return (
    <section class="requirements" data-testid="requirements">
      <Label phase="requirements" word={words.requirements} />
      <Headings requirements={requirements} newest={newest} />
      <Fade
        id={String(newest.number)}
        class="requirement"
        view={() => (
          <article class="requirement-full" data-room data-testid="newest">
            <p class="numeral">{words.numeral(newest.number)}</p>
            <Fit class="requirement-heading" text={newest.heading} />
            <Paged text={newest.body} class="requirement-body" />
          </article>
        )}
      />
    </section>
  );
}
