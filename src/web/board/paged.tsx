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

function measure(probe: HTMLElement, text: string): Pages {
  const area = probe.closest<HTMLElement>('[data-room]');
  if (!area) return { of: text, texts: [text], height: null };
  const line = Number.parseFloat(getComputedStyle(probe).lineHeight);
  const space = area.clientHeight - topWithin(area, probe);
  const room = Math.max(1, Math.min(MOST_LINES, Math.floor((space + 1) / line)));
  const texts = paginate(text, (part) => {
    probe.textContent = part;
    return probe.offsetHeight <= room * line + 1;
  });
  probe.textContent = '';
  return { of: text, texts, height: texts.length > 1 ? room * line : null };
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
  const [pages, setPages] = useState<Pages>({ of: text, texts: [], height: null });
  const turned = useContext(TurnedContext);
  const [turning, setIndex] = useState(0);
  const layout = useRelayout(probe, 'width');

  const total = pages.texts.length;

  // Once more where there is a second page: its number stands above the text, and may push it down by a line.
  useLayoutEffect(() => {
    if (!probe.current) return;
    setPages(measure(probe.current, text));
    setIndex(0);
  }, [text, layout, total > 1]);

  const index = turned ? Math.max(0, Math.min(turned.page, total - 1)) : turning;
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
        {total > 1 && <span class="page-number">{words.pageOf(index + 1, total)}</span>}
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
