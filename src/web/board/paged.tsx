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
  readonly layout: number;
  /** How high the room was that they were made for; null: they are to be made anew. */
  readonly space: number | null;
  /** Whether their number stood above them then. */
  readonly isNumbered: boolean;
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

const areaOf = (probe: HTMLElement): HTMLElement | null => probe.closest('[data-room]');

/** How much room there is, from where the text begins; without end where nothing bounds it. */
function spaceFor(probe: HTMLElement): number {
  const area = areaOf(probe);
  return area ? area.clientHeight - topWithin(area, probe) : Number.POSITIVE_INFINITY;
}

function split(text: string, probe: HTMLElement, space: number): Pick<Pages, 'texts' | 'height'> {
  if (space === Number.POSITIVE_INFINITY) return { texts: [text], height: null };
  const line = lineOf(probe);
  const full = line * Math.max(1, Math.min(MOST_LINES, Math.floor((space + 1) / line)));
  const texts = paginate(text, (part) => {
    probe.textContent = part;
    return probe.offsetHeight <= full + 1;
  });
  probe.textContent = '';
  return { texts, height: texts.length > 1 ? full : null };
}

const NO_PAGES = { layout: -1, space: null, isNumbered: false, texts: [], height: null };

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
  const [pages, setPages] = useState<Pages>({ ...NO_PAGES, of: text });
  const turned = useContext(TurnedContext);
  const [turning, setIndex] = useState(0);
  const layout = useRelayout(probe, 'width');
  // What makes room for itself beside the text may do so later than the text is drawn.
  useRelayout(probe, 'both', areaOf);

  const total = pages.texts.length;
  const isNew = pages.of !== text || pages.layout !== layout;
  const isSplit = !isNew && pages.space !== null;
  // Their number takes room from them; that of pages which were made of something else doesn't.
  const isNumbered = isSplit && total > 1;
  const isMade = isSplit && pages.isNumbered === isNumbered;

  useLayoutEffect(() => {
    if (!probe.current) return;
    const space = spaceFor(probe.current);
    if (isMade && space === pages.space) return;
    // For another room they are made as on a board that has just been opened, so that all boards have the same.
    if (isMade) return setPages({ ...pages, space: null });
    setPages({ of: text, layout, space, isNumbered, ...split(text, probe.current, space) });
    if (isNew) setIndex(0);
  });

  // There may be fewer of them since it turned.
  const index = Math.max(0, Math.min(turned ? turned.page : turning, total - 1));
  const shown = pages.texts[index] ?? '';
  useEffect(() => {
    if (!isMade || total === 0) return;
    turned?.told(
      total,
      pages.texts.reduce((sum, page) => sum + pageMilliseconds(page), 0),
    );
  }, [pages, isMade]);
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
        {isNumbered && <span class="page-number">{words.pageOf(index + 1, total)}</span>}
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
