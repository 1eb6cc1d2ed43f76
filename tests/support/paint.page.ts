type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** How well a text can be told from what is behind it. */
export interface Paint {
  contrast: number;
  ground: string;
}

declare global {
  interface Window {
    /** What a text of this element is painted on at a place; null where something else stands in front of it. */
    paintAt(element: Element, x: number, y: number): Paint | null;
  }
}

/** Runs in the page before its own scripts, and leaves there what measures its colours. */
export function installPaint(): void {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
  const known = new Map<string, Colour>();
  const colourOf = (css: string): Colour => {
    let colour = known.get(css);
    if (!colour) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = css;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
      colour = [red, green, blue, alpha / 255];
      known.set(css, colour);
    }
    return colour;
  };
  const isSolid = ([, , , alpha]: Colour) => alpha > 0.99;

  const over = ([red, green, blue, alpha]: Colour, under: Colour): Colour => {
    const mix = (a: number, b: number) => a * alpha + b * (1 - alpha);
    return [mix(red, under[0]), mix(green, under[1]), mix(blue, under[2]), 1];
  };
  const luminance = (colour: Colour): number => {
    const [red, green, blue] = colour.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  const contrastOf = (a: Colour, b: Colour): number => {
    const [one, other] = [luminance(a), luminance(b)];
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  };

  /** Every colour that an element paints: its background, and the stops of its patterns. */
  const paintOf = (element: Element): Colour[] => {
    const { backgroundColor, backgroundImage } = getComputedStyle(element);
    const stops = backgroundImage.match(/(?:rgba?|color|oklch|oklab|hsla?)\([^()]*\)/g) ?? [];
    return [backgroundColor, ...stops].map(colourOf).filter(([, , , alpha]) => alpha > 0);
  };
  /** What may be seen behind the first of these elements, each in front of the next. */
  const groundsOf = ([first, ...rest]: Element[]): Colour[] => {
    if (!first) return [[255, 255, 255, 1]];
    const paint = paintOf(first);
    if (paint.length === 0) return groundsOf(rest);
    if (paint.every(isSolid)) return paint;
    const under = paint.some(isSolid) ? paint.filter(isSolid) : groundsOf(rest);
    return paint.flatMap((colour) => under.map((below) => over(colour, below)));
  };
  const opacityOf = (element: Element): number => {
    const own = Number(getComputedStyle(element).opacity);
    return element.parentElement ? own * opacityOf(element.parentElement) : own;
  };

  window.paintAt = (element, x, y) => {
    const stack = document.elementsFromPoint(x, y);
    const own = Math.max(
      0,
      stack.findIndex((one) => one.contains(element)),
    );
    const hides = (one: Element) => !element.contains(one) && paintOf(one).some(isSolid);
    if (stack.slice(0, own).some(hides)) return null;
    const [red, green, blue, alpha] = colourOf(getComputedStyle(element).color);
    const ink: Colour = [red, green, blue, alpha * opacityOf(element)];
    const all = groundsOf(stack.slice(own)).map((under) => ({
      contrast: contrastOf(over(ink, under), under),
      ground: under.slice(0, 3).map(Math.round).join(' '),
    }));
    return all.toSorted((a, b) => a.contrast - b.contrast)[0]!;
  };
}
