import type { View } from '../shared/address.js';

/** A screen that the room may have: one that is paired, or one as it would be by itself. */
export interface RoomScreen {
  readonly id: string;
  /** What the operator calls it; null: none is paired, it is a view alone. */
  readonly name: string | null;
  readonly view: View;
  readonly width: number;
  readonly height: number;
  /** What its board's address says behind the question mark. */
  readonly search: string;
}

const SIZES: Record<View, { width: number; height: number }> = {
  HALL: { width: 1920, height: 1080 },
  ROSTRUM: { width: 1920, height: 1080 },
  PORTRAIT: { width: 1080, height: 1920 },
  STRIP: { width: 3840, height: 1080 },
};
const VIEWS = Object.keys(SIZES) as View[];

interface Paired {
  readonly id: string;
  readonly name: string;
  readonly view: View;
  readonly theme: 'DARK' | 'LIGHT';
  readonly ratio: number;
  readonly language: 'ZH' | 'EN' | null;
  readonly width: number | null;
  readonly height: number | null;
}

/** The paired displays as they are set and as large as they are; and of the views that none of them has, one each. [C10] */
export function screensOf(displays: readonly Paired[]): RoomScreen[] {
  return VIEWS.flatMap((view): RoomScreen | RoomScreen[] => {
    const paired = displays.filter((display) => display.view === view);
    if (paired.length === 0) {
      return { id: view, name: null, view, ...SIZES[view], search: `?view=${view.toLowerCase()}` };
    }
    return paired.map(({ id, name, theme, ratio, language, width, height }) => {
      const set = { view: view.toLowerCase(), theme: theme.toLowerCase(), ratio: String(ratio) };
      const search = new URLSearchParams(language ? { ...set, lang: language.toLowerCase() } : set);
      const size = width && height ? { width, height } : SIZES[view];
      return { id, name, view, ...size, search: `?${search}` };
    });
  });
}
