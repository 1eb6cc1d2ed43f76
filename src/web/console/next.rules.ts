import type { LanguageTag } from '../shared/words.js';
import { words } from '../shared/words.js';
import type { Board, Person } from './console.query.js';
import { nextWords } from './next.words.js';

/** What of a board says what comes next. */
export type Scene = Pick<
  Board,
  'state' | 'format' | 'attendance' | 'commenters' | 'current' | 'statement' | 'nextStep'
>;

export interface Said {
  /** What one press does. */
  readonly does: string;
  /** To whom or what; empty: to the meeting. */
  readonly to: string;
}

const minutes = (seconds: number): string => String(Math.round(seconds / 6) / 10);

/** Who comments on whom: 李勇 → 刑三庭. */
export function onWhom({ commenters }: Pick<Scene, 'commenters'>, speaker: Person | null, language: LanguageTag) {
  const by = commenters.map(({ name }) => name).join(words[language].listSeparator);
  const on = speaker?.organization || speaker?.name || '';
  return [by, on].filter(Boolean).join(nextWords[language].onTo);
}

/**
 * The next step in the words of the people of the meeting, as the big button says it; null where there is none. The heading is
 * that of the requirement that is revealed, where it is known. [J1]
 */
export function saidOf(scene: Scene, language: LanguageTag, heading = ''): Said | null {
  const say = nextWords[language];
  const { nextStep: next, format, statement, attendance } = scene;
  if (!next) return null;
  const speaker = next.item?.speaker ?? null;
  const who = speaker ? say.speaker(speaker.name, speaker.organization) : '';
  switch (next.step) {
    case 'SCHEDULE':
      return { does: say.schedule, to: say.scheduleMeans };
    case 'OPEN':
      return { does: say.open, to: words[language].attended(attendance.signedIn, attendance.expected) };
    case 'RESUME': {
      const isSpeaking = statement?.turn && !statement.turn.endedAt;
      return { does: say.resume, to: isSpeaking ? say.resumeTurn(statement.speaker.name) : '' };
    }
    case 'START_COMMENT': {
      const does = format === 'ONE_BY_ONE' ? say.statementEnded : say.startComment;
      return { does, to: onWhom(scene, speaker, language) };
    }
    case 'END_STATEMENT':
      return { does: say.endStatement, to: who };
    case 'REVEAL_REQUIREMENT': {
      const number = words[language].numeral(next.requirementNumber ?? 1);
      return { does: say.reveal, to: heading ? say.revealed(number, heading) : number };
    }
    case 'OPEN_BALLOT':
      return { does: say.openBallot, to: next.item?.title ?? '' };
    case 'CLOSE_BALLOT':
      return { does: say.closeBallot, to: next.item?.title ?? '' };
    case 'REVEAL_RESULT':
      return { does: say.revealResult, to: next.item?.title ?? '' };
    case 'HOLD_AGAIN':
      return { does: say.holdAgain, to: next.item?.title ?? '' };
    case 'CLOSE':
      return { does: say.close, to: '' };
    case 'CALL_ITEM':
      return called(scene, language);
  }
}

/** What ends with the call comes first: it is what the room is taken away from. */
function called(scene: Scene, language: LanguageTag): Said {
  const say = nextWords[language];
  const item = scene.nextStep?.item;
  const ended = endedOf(scene, language);
  if (!item) return { does: say.call, to: '' };
  if (item.speaker) {
    const to = say.speaker(item.speaker.name, item.speaker.organization);
    return { does: ended ? say.callSpeakerAfter(ended) : say.callSpeaker, to };
  }
  const planned = item.plannedSeconds === null ? '' : ` · ${say.minutes(minutes(item.plannedSeconds))}`;
  if (item.kind === 'INTERMISSION') return { does: say.callIntermission, to: `${item.title}${planned}` };
  if (item.kind === 'BALLOT') return { does: say.callBallot, to: item.title };
  return { does: ended ? say.callAfter(ended) : say.call, to: say.named(words[language].kind[item.kind], item.title) };
}

function endedOf({ current, state }: Scene, language: LanguageTag): string | null {
  const say = nextWords[language];
  if (current?.kind === 'WRITTEN_STATEMENTS') return say.writtenEnded;
  return current?.kind === 'STATEMENT' && state === 'COMMENT' ? say.commentEnded : null;
}

/** The same in one line, for whoever has it read out, and for what is told afterwards. */
export const inOneLine = ({ does, to }: Said, language: LanguageTag): string =>
  [does, to].filter(Boolean).join(nextWords[language].separator);

/** The words on the button mean the same step as before, whatever else has happened. */
export const identityOf = ({ nextStep: next }: Scene): string =>
  next ? [next.step, next.item?.id, next.requirementNumber].join(' ') : '';
