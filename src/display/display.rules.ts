import { type Sight, seesNotes } from '../access/rights.rules.js';
import { refuseUnless } from '../errors.js';
import { integer, text } from '../input.js';
import type { Rule } from '../meeting/course.js';
import type { DisplayRow } from './display.entity.js';
import type { DisplayReport, DisplayView, UpdateDisplayInput } from './display.type.js';

const checkedName = (name: string) => text('name', name, { max: 100 });

/** A new display shows the board dark, for a farthest viewer at six times the image's height, in the meeting's language. */
export const aDisplay = (given: { id: string; meetingId: string; name: string; view: DisplayView }) => ({
  ...given,
  name: checkedName(given.name),
  revokedAt: null,
  theme: 'DARK' as const,
  ratio: 6,
  language: null,
  shownSeq: null,
  shownEpoch: null,
  clockOffset: null,
  width: null,
  height: null,
  reportedAt: null,
});

/** How a display is set from now on: what is left out stays. A language of null is the meeting's. [Y5] */
export const set = (display: DisplayRow, { name, view, theme, ratio, language }: UpdateDisplayInput): DisplayRow => ({
  ...display,
  name: name == null ? display.name : checkedName(name),
  view: view ?? display.view,
  theme: theme ?? display.theme,
  ratio: ratio == null ? display.ratio : integer('ratio', ratio, 4, 10),
  language: language === undefined ? display.language : language,
});

/** Whether it shows what the room is not to see. */
export const isRevealing = ({ view }: Pick<DisplayRow, 'view'>): boolean => view === 'ROSTRUM';

/**
 * Nobody gives a screen eyes that they don't have themselves: it may be their own browser. One that has them already may be
 * called and set otherwise. [Y13]
 */
export function needEyes(sight: Sight, display: Pick<DisplayRow, 'view'>, before?: Pick<DisplayRow, 'view'>): void {
  const isGiven = isRevealing(display) && !(before && isRevealing(before));
  refuseUnless(!isGiven || seesNotes(sight), 'FORBIDDEN');
}

/** An open board is told how its display is set by the entry that says so; of an archived meeting nothing is told any more. [Y10] */
export const updateDisplays: Rule<object> = (course) => ({
  course,
  ...(course.meeting.status !== 'ARCHIVED' && { entry: { type: 'DisplayUpdated' } }),
  id: course.meeting.id,
});

/** A century: some computers have forgotten in which year they are. */
const FARTHEST = 100 * 366 * 24 * 3_600_000;
const LARGEST = 100_000;

/** What a display can be, if it says so. [Y12] */
export const checkedReport = (report: DisplayReport): DisplayReport => ({
  ...report,
  seq: integer('seq', report.seq, 0, 2_147_483_647),
  clockOffset: integer('clockOffset', report.clockOffset, -FARTHEST, FARTHEST),
  width: integer('width', report.width, 1, LARGEST),
  height: integer('height', report.height, 1, LARGEST),
});
