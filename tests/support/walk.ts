import { ItemKind } from '../../src/agenda/agenda.type.js';
import { rules } from './commands.js';
import type { Dice } from './dice.js';
import { type Kept, run, undo } from './journal.js';
import { aPlan } from './plan.js';
import {
  comment,
  type Drawn,
  duties,
  item,
  nextItem,
  participant,
  person,
  type Random,
  reason,
  requirement,
  said5,
  shown,
  statement,
  words,
} from './walk.draws.js';

/** Every command with an input drawn by lot; how often it is drawn beside the others. */
const commands: [number, Random][] = [
  [1, () => ['updateMeeting', { title: words(), plannedSeconds: 300 }]],
  [1, () => ['deleteMeeting', {}]],
  [6, () => ['scheduleMeeting', {}]],
  [1, () => ['unscheduleMeeting', {}]],
  [6, () => ['openMeeting', {}]],
  [3, (_, { below }) => ['pauseMeeting', { returnInSeconds: below(3) ? null : below(100) }]],
  [6, () => ['resumeMeeting', {}]],
  [5, () => ['closeMeeting', {}]],
  [3, () => ['archiveMeeting', {}]],
  [12, (course, random) => ['callItem', nextItem(course, random)]],
  [4, (course, random) => ['recallSpeaker', item(course, random)]],
  [3, () => ['endItem', {}]],
  [3, (course, random) => ['skipItem', { ...nextItem(course, random), ...reason(random) }]],
  [
    2,
    (course, random) => {
      const kind = random.one(Object.keys(ItemKind));
      const speaker = kind === 'STATEMENT' || random.next() < 0.05 ? { speakerId: participant(course, random) } : {};
      const position = random.next() < 0.5 ? {} : { position: random.below(course.items.length + 3) };
      return ['addItem', { kind, title: words(), ...speaker, ...position }];
    },
  ],
  [
    1,
    (course, random) => {
      const named = () => (random.next() < 0.2 ? person(random) : participant(course, random));
      const some = () => Array.from({ length: random.below(3) }, named);
      const [mode, after] = [random.one(['REPLACE', 'APPEND'] as const), random.below(4)];
      const written = { speakerIds: some(), writtenSpeakerIds: some(), commenterId: random.below(4) ? null : named() };
      return ['planAgenda', aPlan({ ...written, mode, intermissionAfter: after || null, withBallot: after > 1 })];
    },
  ],
  [
    2,
    (course, random) => [
      'updateItem',
      {
        ...item(course, random),
        plannedSeconds: 5 + random.below(99),
        speakerId: random.below(2) ? null : participant(course, random),
      },
    ],
  ],
  [3, (course, random) => ['moveItem', { ...item(course, random), position: random.below(course.items.length + 2) }]],
  [1, (course, random) => ['dropItem', item(course, random)]],
  [
    2,
    (course, random) => [
      'addWrittenStatement',
      { ...item(course, random), speakerId: participant(course, random), body: words() },
    ],
  ],
  [1, (course, random) => ['dropWrittenStatement', statement(course, random)]],
  [1, (course, random) => ['writeStatement', { ...statement(course, random), body: words() }]],
  [8, () => ['endStatement', {}]],
  [4, (course, random) => ['startComment', statement(course, random)]],
  [3, (course, random) => ['skipComment', { ...shown(course, random), ...reason(random) }]],
  [3, () => ['pauseTurn', {}]],
  [6, () => ['resumeTurn', {}]],
  [2, (_, { below }) => ['extendTurn', { seconds: below(1000) - 500 }]],
  [2, (course, random) => ['draftComment', said5(course, random)]],
  [1, (course, random) => ['editDraft', { ...comment(course, random), body: words() }]],
  [1, (course, random) => ['discardDraft', comment(course, random)]],
  [6, (course, random) => ['postComment', { ...said5(course, random), ...shown(course, random) }]],
  [2, (course, random) => ['postDraft', comment(course, random)]],
  [2, (course, random) => ['correctComment', { ...comment(course, random), body: words(), ...reason(random) }]],
  [2, (course, random) => ['retractComment', { ...comment(course, random), ...reason(random) }]],
  [1, () => ['addRequirement', { heading: words(), body: words() }]],
  [3, (course, random) => ['updateRequirement', { ...requirement(course, random), heading: words(), body: '' }]],
  [1, (course, random) => ['dropRequirement', requirement(course, random)]],
  [6, () => ['revealRequirement', {}]],
  [2, (_, random) => ['addParticipant', { personId: person(random), duties: duties(random), seat: '' }]],
  [
    1,
    (course, random) => ['updateParticipant', { participantId: participant(course, random), duties: duties(random) }],
  ],
  [1, (course, random) => ['removeParticipant', { participantId: participant(course, random) }]],
  [3, (course, random) => ['signInParticipant', { participantId: participant(course, random) }]],
  [1, (course, random) => ['recordLeaving', { participantId: participant(course, random) }]],
];
/** What is put over the board and taken away, by a lot of its own: the course is the same as without. */
export const covers: Drawn[] = [
  ['blackOutBoard', {}],
  ['lightBoard', {}],
  ['showMessage', { text: 'x' }],
  ['withdrawMessage', {}],
];
const lots = commands.flatMap(([weight, command]) => Array.from({ length: weight }, () => command));

/** What a command makes of a meeting. */
export const give = (kept: Kept, [command, input]: Drawn, seconds: number): Kept =>
  run(kept, rules[command], input, seconds);

/** One command, or an undo. A meeting is not deleted here. */
export function move(kept: Kept, random: Dice, seconds: number): Kept {
  if (random.next() < 0.08) return undo(kept);
  const drawn = random.one(lots)(kept.course, random);
  return drawn[0] === 'deleteMeeting' && kept.course.meeting.status === 'DRAFT' ? kept : give(kept, drawn, seconds);
}
