import { Fragment } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { phrases } from './phrases.js';
import { useRelayout } from './relayout.js';
import { useSetting } from './setting.js';

const STEPS = 8;
/** Down to here words stay whole; a text that is still too long then breaks anywhere and shrinks further. */
const SMALLEST_WITH_WHOLE_WORDS = 0.4;
const AFTER_NAME_PART = /(?<=[·•\s])/u;

/** Finds the largest size at which the text fits. The style keeps it from becoming smaller than can be read. [Z2] */
function shrink(box: HTMLElement, line: HTMLElement, isName: boolean): void {
  delete box.dataset.cut;
  delete box.dataset.grown;
  const height = Number.parseFloat(getComputedStyle(box).maxHeight);
  const fits = (scale: number): boolean => {
    box.style.setProperty('--fit', String(scale));
    return line.offsetHeight <= height + 1 && line.scrollWidth <= box.clientWidth + 1;
  };

  box.dataset.break = 'word';
  if (fits(1)) return;
  let low = SMALLEST_WITH_WHOLE_WORDS;
  if (!fits(low)) {
    box.dataset.break = 'anywhere';
    low = 0;
    if (!fits(low)) {
      if (isName) box.dataset.grown = '';
      else cut(box, height);
      return;
    }
  }
  let high = 1;
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  fits(low);
}

/** Leaves as many lines as there is room for at the smallest size. [Z16] */
function cut(box: HTMLElement, height: number): void {
  const line = Number.parseFloat(getComputedStyle(box).lineHeight);
  box.style.setProperty('--cut', String(Math.max(1, Math.floor((height + 1) / line))));
  box.dataset.cut = '';
}

const REFIT = 'refit';

/** Makes every text in the element find its size anew, because its surroundings have changed. */
export function refit(element: HTMLElement): void {
  for (const box of element.querySelectorAll('.fit')) box.dispatchEvent(new Event(REFIT));
}

interface FitProps {
  readonly text: string;
  /** A class that sets --size (the largest font size) and --lines (how many lines of that size the box is high). */
  readonly class: string;
  /** A person's name is never cut, and breaks at its dots and spaces only, as long as that is possible. */
  readonly isName?: boolean;
  readonly testid?: string;
}

/** A text that shrinks, and wraps when it is small enough, until it fits its box. */
export function Fit({ text, class: name, isName = false, testid }: FitProps) {
  const { textLanguage } = useSetting();
  const box = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLSpanElement>(null);
  const layout = useRelayout(box, 'width');
  useLayoutEffect(() => {
    const [outer, inner] = [box.current, line.current];
    if (!outer || !inner) return;
    const again = (): void => shrink(outer, inner, isName);
    again();
    outer.addEventListener(REFIT, again);
    return () => outer.removeEventListener(REFIT, again);
  }, [text, name, layout, isName]);

  return (
    <div ref={box} class={`fit ${name}`} lang={textLanguage} data-testid={testid}>
      <span ref={line} class="fit-line">
        <bdi>
          {(isName ? text.split(AFTER_NAME_PART) : phrases(text)).map((phrase, place) => (
            <Fragment key={place}>
              {place > 0 && <wbr />}
              <span class={/\s/.test(phrase) ? '' : 'whole'}>{phrase}</span>
            </Fragment>
          ))}
        </bdi>
      </span>
    </div>
  );
}
