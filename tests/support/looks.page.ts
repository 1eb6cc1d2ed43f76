import type { Paint } from './paint.page.js';

/** What stands on a page, as it is seen. Lengths are in % of the screen's shorter side. */
export interface Seen {
  texts: SeenText[];
  /** What is out of place, in words. */
  flaws: string[];
}

/** A text in one size and colour, such as a paragraph. */
export interface SeenText {
  text: string;
  /** The classes and test ids around it, innermost first. */
  of: string;
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

/** What of a block is written in one size and colour. */
interface Run {
  block: Element;
  parent: Element;
  size: number;
  text: string;
  /** Where its ink is, line by line. */
  lines: Box[];
}

declare global {
  interface Window {
    looks: {
      see(): Seen;
    };
  }
}

/** Runs in the page before its own scripts, after installPaint, and leaves there what measures it. */
export function installLooks(): void {
  /** What may go on out of sight: the room has read it before. */
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
    return width <= 0 || height <= 0 ? 0 : (width * height) / ((inner.right - inner.left) * (inner.bottom - inner.top));
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
  const inkOf = (node: Node, size: number): Box[] => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()]
      .filter(({ width, height }) => width > 0 && height > 0)
      .map(({ left, right, top, bottom }) => {
        const middle = (top + bottom) / 2;
        return { left, right, top: middle - size * 0.46, bottom: middle + size * 0.46 };
      });
  };
  /** Pieces of one line become that line. */
  const join = (lines: Box[], piece: Box): void => {
    const height = piece.bottom - piece.top;
    const line = lines.find(({ top }) => Math.abs(top - piece.top) < height / 2);
    if (!line) lines.push({ ...piece });
    else Object.assign(line, { left: Math.min(line.left, piece.left), right: Math.max(line.right, piece.right) });
  };

  function readRuns(): Run[] {
    const runs = new Map<Element, Map<string, Run>>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim();
      const parent = node.parentElement;
      if (!text || !parent || parent.closest(UNSEEN)) continue;
      if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const { color, fontSize } = getComputedStyle(parent);
      const size = Number.parseFloat(fontSize);
      const block = blockOf(parent);
      const own = runs.get(block) ?? new Map<string, Run>();
      runs.set(block, own);
      const run = own.get(color + fontSize) ?? { block, parent, size, text: '', lines: [] };
      own.set(color + fontSize, run);
      run.text += text;
      for (const piece of inkOf(node, size)) join(run.lines, piece);
    }
    return [...runs.values()].flatMap((own) => [...own.values()]);
  }

  function findMisplaced(line: Box, { block, parent }: Run, tell: (flaw: string) => void): void {
    const isDigits = block.matches('.digits');
    // A digit may be wider than its cell, and as high as its line.
    const first = isDigits ? block.parentElement : block;
    // Lengths are rounded on their way.
    const slack = (isDigits ? 0.04 * (line.bottom - line.top) : 0) + 2 + side() * 0.0005;
    const past = excess(line, {
      left: innerWidth * 0.05,
      top: innerHeight * 0.05,
      right: innerWidth * 0.95,
      bottom: innerHeight * 0.95,
    });
    if (past > slack) tell(`in the margin by ${percent(past)}`);
    if (parent.closest(MAY_BE_CUT)) return;
    if (shareOf(line, clipOf(parent)) < 0.98) tell('cut');
    for (let one = first; one && one !== document.body; one = one.parentElement) {
      const beyond = excess(line, boxOf(one));
      if (beyond > slack && getComputedStyle(one).display !== 'contents') {
        tell(`spills out of ${nameOf(one)} by ${percent(beyond)}`);
        return;
      }
    }
  }

  /** What of a run can be seen, and what is wrong with it; null where all of it is hidden by something in front of it. */
  function see(run: Run, flaws: string[]): SeenText | null {
    const { block, parent, size, text } = run;
    const tell = (flaw: string): void => void flaws.push(`${flaw}: ${quote(text)} ${nameOf(parent)}`);
    const inSight = run.lines.filter((line) => shareOf(line, clipOf(parent)) > 0.02);
    if (inSight.length < run.lines.length && !parent.closest(MAY_BE_CUT)) {
      tell(parent.closest('[data-cut]') ? 'shortened' : 'out of sight');
    }
    const paints: (Paint | null)[][] = inSight.map(({ left, right, top, bottom }) =>
      [left + 1, (left + right) / 2, right - 1].map((x) => window.paintAt(parent, x, (top + bottom) / 2)),
    );
    run.lines = inSight.filter((_, place) => paints[place]!.some(Boolean));
    if (run.lines.length === 0) return null;
    if (paints.some((line) => line.includes(null))) tell('half covered');
    for (const line of run.lines) findMisplaced(line, run, tell);
    const [worst] = paints
      .flat()
      .filter((paint) => paint !== null)
      .toSorted((a, b) => a.contrast - b.contrast);
    return {
      text,
      of: nameOf(parent),
      size: (size / side()) * 100,
      fit: fitOf(parent),
      ...worst!,
      lines: run.lines.length,
      ems: Math.max(...run.lines.map(({ left, right }) => (right - left) / size)),
      lineHeight: Number.parseFloat(getComputedStyle(block).lineHeight) / size,
    };
  }

  const fitOf = (element: Element): number => {
    const scaleIn = (place: string, name: string) =>
      Number(element.closest<HTMLElement>(place)?.style.getPropertyValue(name) || 1);
    const isCut = element.closest('[data-cut]') !== null;
    // By itself, or as a part of a column that is too full.
    return isCut ? 0 : scaleIn('.fit', '--fit') * scaleIn('.pair-side', '--squeeze');
  };

  /** Two texts that stand in each other's place. */
  function findOverlaps(runs: Run[], flaws: string[]): void {
    for (const [place, one] of runs.entries()) {
      for (const other of runs.slice(place + 1)) {
        if (one.block === other.block) continue;
        for (const line of one.lines) {
          for (const beside of other.lines) {
            const width = Math.min(line.right, beside.right) - Math.max(line.left, beside.left);
            const height = Math.min(line.bottom, beside.bottom) - Math.max(line.top, beside.top);
            if (width < 1.5 || height < 1.5) continue;
            const names = [one, other].map(({ text, block }) => `${quote(text)} ${nameOf(block)}`).join(' and ');
            flaws.push(`overlap by ${percent(width)} × ${percent(height)}: ${names}`);
          }
        }
      }
    }
  }

  window.looks = {
    see() {
      [boxes, clips] = [new Map(), new Map()];
      const flaws: string[] = [];
      const { scrollWidth, scrollHeight } = document.scrollingElement!;
      if (scrollWidth > innerWidth || scrollHeight > innerHeight) flaws.push('the page scrolls');
      const runs = readRuns();
      const texts = runs.map((run) => see(run, flaws)).filter((text) => text !== null);
      findOverlaps(
        runs.filter(({ lines }) => lines.length > 0),
        flaws,
      );
      return { texts, flaws: [...new Set(flaws)] };
    },
  };
}
