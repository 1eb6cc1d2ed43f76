import { type Part, parts } from '../support/cast.js';
import { CAME, COUNTED, LEFT, TOLD, USED } from '../support/stage.js';

const everybody = [...parts];
const accounts = parts.slice(0, 7);
const appointed: Part[] = ['appointed HOST', 'appointed RECORDER', 'appointed COMMENTER', 'appointed TELLER'];
const running: Part[] = ['administrator', 'appointed HOST', 'appointed RECORDER', 'HOST', 'RECORDER'];
const commenters: Part[] = ['COMMENTER', 'appointed COMMENTER'];
export const reception: Part[] = [...running, 'TELLER', 'appointed TELLER'];
export const inTheRoom: Part[] = everybody.filter((part) => part !== 'account' && part !== 'public');

/** Who drafts, in whose name; and who is to see it, written by hand. */
export const drafts: [by: Part, author: string, seenBy: Part[]][] = [
  ['administrator', 'second', ['administrator']],
  ['appointed HOST', 'second', ['appointed HOST']],
  ['appointed RECORDER', 'commenter', ['appointed RECORDER', 'COMMENTER']],
  ['HOST', 'commenter', ['HOST', 'COMMENTER']],
  ['RECORDER', 'second', ['RECORDER']],
  ['COMMENTER', 'commenter', ['COMMENTER']],
];

/** What not everybody may see, and who may. Whatever is not named here is seen by nobody. */
export const allowed: Record<string, readonly Part[]> = {
  ...Object.fromEntries(drafts.map(([by, , seenBy]) => [`⟨draft of ${by}⟩`, seenBy])),
  '⟨here title⟩': inTheRoom,
  // The chair's: on the rostrum, too, which display/rostrum.live.test.ts tries.
  '⟨here notes⟩': [...running, ...commenters],
  '⟨here revealed⟩': inTheRoom,
  '⟨here hidden⟩': [...running, ...commenters],
  '⟨here text of made⟩': inTheRoom,
  '⟨here text of speaker⟩': [...running, ...commenters, 'SPEAKER'],
  '⟨here text of linked⟩': [...running, ...commenters, 'account of a SPEAKER'],
  '⟨here posted⟩': inTheRoom,
  '⟨here corrected⟩': inTheRoom,
  // In the audit trail.
  '⟨here before⟩': ['administrator'],
  '⟨here retracted⟩': ['administrator'],
  '⟨here display⟩': [...reception, 'display'],
  [CAME]: [...reception, 'GUEST'],
  [LEFT]: [...reception, 'ATTENDEE'],
  [USED]: reception,
  [COUNTED]: reception,
  [TOLD]: inTheRoom,
  ...Object.fromEntries(appointed.map((part) => [`⟨account ${part}⟩`, [...new Set([...running, part])]])),
  '⟨account account⟩': ['administrator', 'account'],
  '⟨account account of a SPEAKER⟩': ['administrator', 'account of a SPEAKER'],
  '⟨somebody⟩': accounts,
  '⟨open to all⟩': everybody,
  ...Object.fromEntries(
    [
      'title',
      'notes',
      'revealed',
      'hidden',
      'text of made',
      'text of speaker',
      'text of linked',
      'posted',
      'corrected',
      'before',
      'retracted',
      'display',
    ].map((what) => [`⟨there ${what}⟩`, ['administrator']]),
  ),
};
const MARKS = new RegExp(`⟨[^⟩]*⟩|${[CAME, LEFT, USED].join('|')}|\\b(${COUNTED}|${TOLD})\\b`, 'g');
export const marksIn = (text: string) => new Set(text.match(MARKS));
