/** What the keys of the console do. */
export type Key =
  | 'NEXT'
  | 'UNDO'
  | 'TURN'
  | 'MORE'
  | 'LESS'
  | 'SKIP'
  | 'INTERMISSION'
  | 'BLACKOUT'
  | 'MESSAGE'
  | 'HELP'
  | 'TAB_1'
  | 'TAB_2'
  | 'TAB_3'
  | 'TAB_4'
  | 'TAB_5'
  | 'TAB_6';

/** Where the keys go: into a text, to a control that has its own use for the space bar, or nowhere else. */
export type Focus = 'TEXT' | 'CONTROL' | 'NOTHING';

export interface Press {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** The key is held down. */
  readonly repeat: boolean;
  /** Characters are being put together from several keys. */
  readonly isComposing: boolean;
}

export interface Situation {
  readonly focus: Focus;
  readonly isDialogOpen: boolean;
  /** The same key has pressed a control a moment ago: it is the same finger still, whatever has become of the control. */
  readonly isEcho: boolean;
  /** Whoever is disturbed by keys of one letter has switched them off. */
  readonly isOn: boolean;
}

/** The letter on each key, also where a Chinese input method keeps it to itself. */
const letters: Readonly<Record<string, Key>> = {
  ' ': 'NEXT',
  u: 'UNDO',
  p: 'TURN',
  '+': 'MORE',
  '=': 'MORE',
  '-': 'LESS',
  s: 'SKIP',
  i: 'INTERMISSION',
  b: 'BLACKOUT',
  m: 'MESSAGE',
  '?': 'HELP',
  '1': 'TAB_1',
  '2': 'TAB_2',
  '3': 'TAB_3',
  '4': 'TAB_4',
  '5': 'TAB_5',
  '6': 'TAB_6',
};

const codes: Readonly<Record<string, string>> = {
  Space: ' ',
  Equal: '=',
  Minus: '-',
  NumpadAdd: '+',
  NumpadSubtract: '-',
};

/** What an input method makes of a key is said by the place of the key. Full-width punctuation is what it types. */
function letterOf({ key, code, shiftKey }: Press): string {
  if (key === '？') return '?';
  if (key === '＋') return '+';
  if (key !== 'Process' && key !== 'Unidentified') return key.toLowerCase();
  if (code === 'Slash' && shiftKey) return '?';
  return codes[code] ?? code.replace(/^(Key|Digit)/, '').toLowerCase();
}

/** Browsers press a button at every repetition of a key that is held, and send a form; only lines are written by it. [J2] */
export const isHeld = ({ key, repeat }: Pick<Press, 'key' | 'repeat'>, focus: Focus, isInLines: boolean): boolean =>
  repeat && ((key === 'Enter' && !isInLines) || (key === ' ' && focus === 'CONTROL'));

/**
 * The space bar is "next" unless it means something where the focus is, or meant it just now; nothing is done by a key that is
 * held, by one that belongs to a text, or behind a dialog. [J2]
 */
export function keyOf(press: Press, { focus, isDialogOpen, isEcho, isOn }: Situation): Key | null {
  if (isDialogOpen || press.repeat || press.isComposing || focus === 'TEXT') return null;
  const letter = letterOf(press);
  const isControl = press.ctrlKey || press.metaKey;
  if (isControl && letter === 'z' && !press.shiftKey && !press.altKey) return 'UNDO';
  if (isControl || press.altKey || !isOn) return null;
  if (letter === ' ' && (focus === 'CONTROL' || isEcho || press.shiftKey)) return null;
  return letters[letter] ?? null;
}
