/** What stands on a page, as it is seen. Lengths are in % of the screen's shorter side. */
export interface Seen {
  /** All text of one block, such as a paragraph. */
  texts: SeenText[];
  /** What is out of place, in words. */
  flaws: string[];
}

export interface SeenText {
  text: string;
  /** The classes and test ids around it, innermost first. */
  of: string;
  /** The smallest in it. */
  size: number;
  /** How far it was shrunk to fit; 1: not at all. */
  fit: number;
  /** The lowest contrast that any part of it has with what is behind it, and that colour. */
  contrast: number;
  ground: string;
  lines: number;
  /** Of the longest line, in ems. */
  ems: number;
  /** In ems. */
  lineHeight: number;
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface Line extends Box {
  block: Element;
  text: string;
}

declare global {
  interface Window {
    looks: {
      /** Resolves when the board of that seq, with its fonts, stands still. */
      settle(seq: number): Promise<void>;
      see(): Seen;
    };
  }
}

/** Runs in the page before its own scripts, after installPaint, and leaves there what measures it. */
export function installLooks(): void {
  /** Of what may go on out of sight, because the room has read it before. */
  const MAY_BE_CUT = '.older';
  const UNSEEN = '.probe, .unseen, [data-layer="leaving"], script, style, noscript, title';

  const side = () => Math.min(innerWidth, innerHeight);
  const percent = (pixels: number) => `${((pixels / side()) * 100).toFixed(1)} %`;
  const quote = (text: string) => `“${text.replaceAll(/\s+/g, ' ').trim().slice(0, 40)}”`;
  const nameOf = (element: Element): string => {
    const names: string[] = [];
    for (let one: Element | null = element; one && names.length < 5; one = one.parentElement) {
      const { testid } = (one as HTMLElement).dataset ?? {};
      const classes = [...one.classList].map((name) => `.${name}`).join('');
      if (classes || testid) names.push(`${classes}${testid ? `[${testid}]` : ''}`);
    }
    return names.join(' < ') || element.tagName.toLowerCase();
  };
  const nearestBlock = (element: Element): Element =>
    /^(inline|contents)/.test(getComputedStyle(element).display) ? nearestBlock(element.parentElement!) : element;
  /** Digits stand in cells of their own, and yet are one text. */
  const blockOf = (element: Element): Element => element.closest('.digits') ?? nearestBlock(element);
  const shareOf = (inner: Box, outer: Box): number => {
    const width = Math.min(inner.right, outer.right) - Math.max(inner.left, outer.left);
    const height = Math.min(inner.bottom, outer.bottom) - Math.max(inner.top, outer.top);
    return width <= 0 || height <= 0
      ? 0
      : (width * height) / ((inner.right - inner.left) * (inner.bottom - inner.top));
  };
  const excess = (inner: Box, outer: Box): number =>
    Math.max(outer.left - inner.left, outer.top - inner.top, inner.right - outer.right, inner.bottom - outer.bottom);

  let boxes = new Map<Element, Box>();
  const boxOf = (element: Element): Box => {
    const box = boxes.get(element) ?? element.getBoundingClientRect();
    boxes.set(element, box);
    return box;
  };
  let clips = new Map<Element, Box>();
  /** What can be seen of an element's content past all that cuts it off. */
  const clipOf = (element: Element): Box => {
    const known = clips.get(element);
    if (known) return known;
    const outer = element.parentElement
      ? clipOf(element.parentElement)
      : { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
    const { overflowX, overflowY } = getComputedStyle(element);
    const box = boxOf(element);
    const isCut = element.parentElement && (overflowX !== 'visible' || overflowY !== 'visible');
    const clip = isCut
      ? {
          left: Math.max(outer.left, box.left),
          top: Math.max(outer.top, box.top),
          right: Math.min(outer.right, box.right),
          bottom: Math.min(outer.bottom, box.bottom),
        }
      : outer;
    clips.set(element, clip);
    return clip;
  };

  /** Where the ink of a text is, line by line: a font's own box is half again as high as its characters. */
  const inkOf = (node: Text, size: number): Box[] => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()]
      .filter(({ width, height }) => width > 0 && height > 0)
      .map(({ left, right, top, bottom }) => {
        const middle = (top + bottom) / 2;
        return { left, right, top: middle - size * 0.46, bottom: middle + size * 0.46 };
      });
  };

  function findFlaws(line: Box, parent: Element, text: string, flaws: string[]): void {
    const past = excess(line, {
      left: innerWidth * 0.05,
      top: innerHeight * 0.05,
      right: innerWidth * 0.95,
      bottom: innerHeight * 0.95,
    });
    if (past > 1.5) flaws.push(`in the margin by ${percent(past)}: ${quote(text)} ${nameOf(parent)}`);
    if (parent.closest(MAY_BE_CUT)) return;
    if (shareOf(line, clipOf(parent)) < 0.98) flaws.push(`cut: ${quote(text)} ${nameOf(parent)}`);
    for (let one: Element | null = blockOf(parent); one && one !== document.body; one = one.parentElement) {
      const beyond = excess(line, boxOf(one));
      if (beyond <= 1.5 || getComputedStyle(one).display === 'contents') continue;
      flaws.push(`spills out of ${nameOf(one)} by ${percent(beyond)}: ${quote(text)} ${nameOf(parent)}`);
      return;
    }
  }

  /** The lines of a text that can be seen, and what is wrong with them. */
  function readText(node: Text, texts: Map<Element, SeenText>, flaws: string[]): Line[] {
    const text = node.data.trim();
    const parent = node.parentElement!;
    const style = getComputedStyle(parent);
    const size = Number.parseFloat(style.fontSize);
    const ink = inkOf(node, size);
    const inSight = ink.filter((line) => shareOf(line, clipOf(parent)) > 0.02);
    if (inSight.length < ink.length && !parent.closest(MAY_BE_CUT)) {
      flaws.push(`out of sight: ${quote(text)} ${nameOf(parent)}`);
    }
    const paints = inSight.map(({ left, right, top, bottom }) =>
      [left + 1, (left + right) / 2, right - 1].map((x) => window.paintAt(parent, x, (top + bottom) / 2)),
    );
    const seen = inSight.filter((_, place) => paints[place]!.some(Boolean));
    if (seen.length === 0) return [];
    if (paints.some((line) => line.includes(null))) flaws.push(`half covered: ${quote(text)} ${nameOf(parent)}`);
    for (const line of seen) findFlaws(line, parent, text, flaws);

    const [worst] = paints.flat().filter((paint) => paint !== null).toSorted((a, b) => a.contrast - b.contrast);
    const block = blockOf(parent);
    const known = texts.get(block);
    const fit = Number(parent.closest<HTMLElement>('.fit')?.style.getPropertyValue('--fit') || 1);
    texts.set(block, {
      of: nameOf(parent),
      fit,
      lines: 0,
      ems: 0,
      lineHeight: Number.parseFloat(getComputedStyle(block).lineHeight) / size,
      ...known,
      text: (known?.text ?? '') + text,
      size: Math.min(known?.size ?? 100, (size / side()) * 100),
      ...(known && known.contrast < worst!.contrast ? { contrast: known.contrast, ground: known.ground } : worst!),
    });
    return seen.map((line) => ({ ...line, block, text }));
  }

  /** How many lines there are, and how long. */
  function countLines(block: Element, text: SeenText, lines: Line[]): void {
    const size = (text.size * side()) / 100;
    const rows: Box[] = [];
    for (const line of lines.filter((one) => one.block === block)) {
      const row = rows.find(({ top }) => Math.abs(top - line.top) < size / 2);
      if (!row) rows.push({ ...line });
      else Object.assign(row, { left: Math.min(row.left, line.left), right: Math.max(row.right, line.right) });
    }
    text.lines = rows.length;
    text.ems = Math.max(...rows.map(({ left, right }) => (right - left) / size));
  }

  /** Two texts that stand in each other's place. */
  function findOverlaps(lines: Line[], flaws: string[]): void {
    for (const [place, one] of lines.entries()) {
      for (const other of lines.slice(place + 1)) {
        if (one.block === other.block) continue;
        const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (width < 1.5 || height < 1.5) continue;
        const names = [one, other].map(({ text, block }) => `${quote(text)} ${nameOf(block)}`).join(' and ');
        flaws.push(`overlap by ${percent(width)} × ${percent(height)}: ${names}`);
      }
    }
  }

  const frame = () => new Promise(requestAnimationFrame);
  window.looks = {
    async settle(seq) {
      const { dataset } = document.documentElement;
      while (dataset.seq !== String(seq)) await frame();
      do {
        await document.fonts.ready;
        await frame();
        await frame();
      } while (document.fonts.status === 'loading' || document.querySelector('[data-layer="leaving"]'));
    },
    see() {
      [boxes, clips] = [new Map(), new Map()];
      const flaws: string[] = [];
      const texts = new Map<Element, SeenText>();
      const lines: Line[] = [];
      const { scrollWidth, scrollHeight } = document.scrollingElement!;
      if (scrollWidth > innerWidth || scrollHeight > innerHeight) flaws.push('the page scrolls');
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement;
        if (!node.textContent?.trim() || !parent || parent.closest(UNSEEN)) continue;
        if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
        lines.push(...readText(node as Text, texts, flaws));
      }
      for (const [block, text] of texts) countLines(block, text, lines);
      findOverlaps(lines, flaws);
      return { texts: [...texts.values()], flaws: [...new Set(flaws)] };
    },
  };
}
