import type { Address, Theme, View } from '../shared/address.js';
import type { Board } from '../shared/board.query.js';
import { type LanguageTag, preferredLanguage } from '../shared/words.js';

/** How a screen shows a board. */
export interface Face {
  readonly view: View;
  readonly theme: Theme;
  /** The farthest viewer's distance, in heights of the picture: 4 to 10. */
  readonly ratio: number;
  readonly language: LanguageTag;
}

const USUAL_RATIO = 6;
const tagOf = (language: 'ZH' | 'EN'): LanguageTag => (language === 'ZH' ? 'zh' : 'en');
const bounded = (ratio: number): number => Math.min(10, Math.max(4, ratio));

/** A paired display shows what the operator has chosen for it, any other screen what its address says. [Z4] */
export function faceOf(address: Address, board: Board | null, displayId: string | null): Face {
  const own = displayId === null ? undefined : board?.displays.find(({ id }) => id === displayId);
  const meetings = board ? tagOf(board.language) : preferredLanguage();
  if (own) {
    return {
      view: own.view,
      theme: own.theme === 'LIGHT' ? 'light' : 'dark',
      ratio: bounded(own.ratio),
      language: own.language ? tagOf(own.language) : meetings,
    };
  }
  return {
    view: address.view ?? 'HALL',
    theme: address.theme ?? 'dark',
    ratio: bounded(address.ratio ?? USUAL_RATIO),
    language: address.language ?? meetings,
  };
}

/** From here on lines and rows are few, and columns stand one above the other. [Z15] */
const FAR = 7.5;
export const isFar = ({ ratio }: Pick<Face, 'ratio'>): boolean => ratio >= FAR;
