const WIDE_FROM = 0x2e80;

/** About how wide a text is, in ems: a Chinese character is as wide as it is high, a letter little more than half of it. */
export function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    width += (segment.codePointAt(0) ?? 0) < WIDE_FROM ? 0.56 : 1;
  }
  return width;
}
