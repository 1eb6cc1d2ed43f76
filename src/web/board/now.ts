import type { Board } from '../shared/board.query.js';
import { clockTime, longDate } from '../shared/time.js';
import { details } from './names.js';
import type { Phase } from './phase.js';
import type { Setting } from './setting.js';

/** A board in three lines: for screens that have no room for a stage. */
export interface Now {
  readonly phase: Phase;
  readonly word: string;
  /** How far the meeting has come in it; may be empty. */
  readonly of: string;
  readonly main: string;
  readonly isName: boolean;
  readonly detail: string;
}

type Say = Pick<Setting, 'words' | 'language' | 'zone'>;

function ofStatement({ state, statement, comments, commenters }: Board, { words, language }: Say): Now | null {
  if (!statement) return null;
  const { speaker, number, total } = statement;
  const isComment = state === 'COMMENT';
  const author = comments.at(-1)?.author ?? commenters[0];
  return {
    phase: isComment ? 'comment' : 'statement',
    word: isComment ? words.comment : words.statement,
    of: isComment ? (author?.name ?? '') : words.numberOf(number, total),
    main: speaker.name,
    isName: true,
    detail: details(speaker, language),
  };
}

/** Of a ballot only that it goes on, is counted or was revealed. [Z9] */
function ofBallot({ state, ballot, current }: Board, { words }: Say): Now | null {
  if (!ballot) return null;
  const closed = ballot.isVoid
    ? words.ballotVoid
    : ballot.reveal === 'SEALED'
      ? words.ballotSealed
      : words.ballotCounting;
  const main = state === 'BALLOT_OPEN' ? words.ballotIsOpen : state === 'BALLOT_RESULT' ? words.ballotResult : closed;
  const of = ballot.round > 1 ? words.round(ballot.round) : '';
  const detail = current && current.title !== words.kind.BALLOT ? current.title : '';
  return { phase: 'ballot', word: words.kind.BALLOT, of, main, isName: false, detail };
}

function ofBreak({ intermission }: Board, { words, zone }: Say): Now | null {
  if (!intermission) return null;
  const { title, since, returnsAt } = intermission;
  return {
    phase: 'intermission',
    word: words.intermission,
    of: '',
    main: returnsAt ? `${words.resumesAt} ${clockTime(Date.parse(returnsAt), zone)}` : title || words.intermission,
    isName: false,
    detail: words.since(clockTime(Date.parse(since), zone)),
  };
}

function ofAgenda({ agenda, current, organization }: Board, { words, language }: Say): Now {
  const next = agenda.find((item) => item.status === 'PENDING');
  const item = current ?? next;
  return {
    phase: 'agenda',
    word: current ? words.kind[current.kind] : words.agenda,
    of: current ? words.now : next ? words.nextItem : '',
    main: item?.title ?? words.onlySchedule,
    isName: false,
    detail: item?.speaker ? [item.speaker.name, details(item.speaker, language)].join('\n') : organization,
  };
}

export function nowOf(board: Board, say: Say): Now {
  const { words, language, zone } = say;
  const start = Date.parse(board.startsAt);
  const { state, title, organization, requirements, written } = board;
  const plain = (phase: Phase, word: string, main: string, detail: string): Now => ({
    phase,
    word,
    of: '',
    main,
    isName: false,
    detail,
  });
  const newest = requirements.at(-1);
  switch (state) {
    case 'STANDBY':
      return plain('agenda', clockTime(start, zone), title, longDate(start, zone, language));
    case 'STATEMENT':
    case 'COMMENT':
      return ofStatement(board, say) ?? ofAgenda(board, say);
    case 'BALLOT_OPEN':
    case 'BALLOT_CLOSED':
    case 'BALLOT_RESULT':
      return ofBallot(board, say) ?? ofAgenda(board, say);
    case 'WRITTEN_STATEMENTS': {
      const latest = board.comments.at(-1);
      const on = latest && written.find(({ id }) => id === latest.statementId);
      if (!on) return plain('written', words.writtenStatements, words.people(written.length), organization);
      const { name } = on.speaker;
      const said = plain('written', words.writtenStatements, name, details(on.speaker, language));
      return { ...said, of: words.comment, isName: true };
    }
    case 'REQUIREMENTS': {
      if (!newest) return plain('requirements', words.requirements, words.requirements, organization);
      return { ...plain('requirements', words.requirements, newest.heading, ''), of: words.numeral(newest.number) };
    }
    case 'INTERMISSION':
      return ofBreak(board, say) ?? ofAgenda(board, say);
    case 'CLOSED':
      return plain('agenda', words.closed, title, organization);
    default:
      return ofAgenda(board, say);
  }
}
