import type { ComponentChildren } from 'preact';
import { useContext, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Fade } from './fade.js';
import { pageMilliseconds, paginate } from './paginate.js';
import { useRelayout } from './relayout.js';
import { useSetting } from './setting.js';
import { TurnedContext } from './turned.js';

const MOST_LINES = 7;

interface Pages {
  readonly of: string;
  /** For how many lines, and in which layout, they were made. */
  readonly room: number;
  readonly layout: number;
  readonly texts: readonly string[];
  /** Height of a full page, so that a shorter last one moves nothing; null for a single page. */
  readonly height: number | null;
}

/** How far down in the area the element begins; in the page's own directions, also where the picture is turned. */
function topWithin(area: HTMLElement, element: HTMLElement): number {
  let top = 0;
  for (let at: HTMLElement | null = element; at && at !== area; at = at.offsetParent as HTMLElement | null) {
    top += at.offsetTop;
  }
  return top;
}

const lineOf = (probe: HTMLElement): number => Number.parseFloat(getComputedStyle(probe).lineHeight);

/** How many lines there is room for, from where the text begins; without end where nothing bounds it. */
function roomFor(probe: HTMLElement): number {
  const area = probe.closest<HTMLElement>('[data-room]');
  if (!area) return Number.POSITIVE_INFINITY;
  const space = area.clientHeight - topWithin(area, probe);
  return Math.max(1, Math.min(MOST_LINES, Math.floor((space + 1) / lineOf(probe))));
}

function split(text: string, probe: HTMLElement, room: number): Pick<Pages, 'texts' | 'height'> {
  if (room === Number.POSITIVE_INFINITY) return { texts: [text], height: null };
  const full = room * lineOf(probe);
  const texts = paginate(text, (part) => {
    probe.textContent = part;
    return probe.offsetHeight <= full + 1;
  });
  probe.textContent = '';
  return { texts, height: texts.length > 1 ? full : null };
}

interface PagedProps {
  readonly text: string;
  readonly class: string;
  /** What stands above the text, beside the page number. */
  readonly children?: ComponentChildren;
}

/** A text of any length in pages that turn by themselves and begin again after the last. */
export function Paged({ text, class: name, children }: PagedProps) {
  const { words, textLanguage } = useSetting();
  const probe = useRef<HTMLParagraphElement>(null);
  const [pages, setPages] = useState<Pages>({ of: text, room: 0, layout: -1, texts: [], height: null });
  const turned = useContext(TurnedContext);
  const [turning, setIndex] = useState(0);
  const layout = useRelayout(probe, 'width');

  const total = pages.texts.length;
  // No number of pages that were made of another text, or for another screen, takes room from this one.
  const isNew = pages.of !== text || pages.layout !== layout;

  // Whatever comes to stand above the text, the number of its pages too, leaves it another room.
  useLayoutEffect(() => {
    if (!probe.current) return;
    const room = roomFor(probe.current);
    if (!isNew && room === pages.room) return;
    setPages({ of: text, room, layout, ...split(text, probe.current, room) });
    if (isNew) setIndex(0);
  });

  // There may be fewer of them since it turned.
  const index = Math.max(0, Math.min(turned ? turned.page : turning, total - 1));
  const shown = pages.texts[index] ?? '';
  useEffect(() => {
    if (total > 0)
      turned?.told(
        total,
        pages.texts.reduce((sum, page) => sum + pageMilliseconds(page), 0),
      );
  }, [pages]);
  useEffect(() => {
    if (pages.texts.length < 2 || turned) return;
    const turn = (): void => setIndex((index + 1) % pages.texts.length);
    const timer = setTimeout(turn, pageMilliseconds(shown));
    return () => clearTimeout(timer);
  }, [pages, index, shown]);

  return (
    <div class="paged" data-testid="paged" data-page={index + 1} data-pages={total}>
      <div class="marks">
        {children}
        {total > 1 && !isNew && <span class="page-number">{words.pageOf(index + 1, total)}</span>}
      </div>
      <div class="paged-box" style={pages.height === null ? {} : { height: `${pages.height}px` }}>
        <p ref={probe} class={`${name} probe`} lang={textLanguage} dir="auto" aria-hidden="true" />
        <Fade
          id={`${index} ${pages.of}`}
          view={() => (
            <p class={name} lang={textLanguage} dir="auto" data-testid="text">
              {shown}
            </p>
          )}
        />
      </div>
    </div>
  );
}
