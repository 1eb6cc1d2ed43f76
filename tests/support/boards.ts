import type { Ballot, Board, Statement, Turn } from '../../src/web/shared/board.query.js';
import { agendaOf, ballotOf, countedOf, SPOKEN } from './boards.parts.js';
import { texts } from './boards.texts.js';

/** What the server would send for every state and variant of a board, without a server: for the screens' tests. */
export interface Made {
  readonly language: 'ZH' | 'EN';
  /** HOSTILE: texts as long as they may be, of rare characters, emoji and words written from right to left. */
  readonly kind?: 'PLAIN' | 'HOSTILE';
  /** The server's time, to which all times of the boards are relative. */
  readonly now?: number;
}

export const boardNames = [
  'STANDBY',
  'AGENDA',
  'AGENDA_BETWEEN',
  'STATEMENT',
  'STATEMENT_WARNING',
  'STATEMENT_OVERTIME',
  'STATEMENT_PAUSED',
  'STATEMENT_RECALLED',
  'COMMENT_AWAITED',
  'COMMENT',
  'COMMENT_CORRECTED',
  'COMMENT_LONG',
  'WRITTEN_STATEMENTS',
  'WRITTEN_COMMENT',
  'BALLOT_OPEN',
  'BALLOT_CLOSED',
  'BALLOT_SEALED',
  'BALLOT_RESULT',
  'BALLOT_RESULT_FORTY',
  'REQUIREMENTS_AWAITED',
  'REQUIREMENTS',
  'INTERMISSION',
  'INTERMISSION_OPEN',
  'CLOSED',
  'CLOSED_PLAINLY',
  'MESSAGE',
  'BLACKOUT',
] as const;
export type BoardName = (typeof boardNames)[number];

/** All boards of one language and one kind of texts. */
export function madeBoards({ language, kind = 'PLAIN', now = Date.now() }: Made): Record<BoardName, Board> {
  const words = texts[kind === 'HOSTILE' ? 'hostile' : 'plain'][language];
  const at = (seconds: number): string => new Date(now + seconds * 1000).toISOString();
  const { speakers, chair } = words;

  const turn = (change: Partial<Turn> = {}): Turn => ({
    number: 1,
    plannedSeconds: 480,
    warningSeconds: 60,
    startedAt: at(-132),
    pausedAt: null,
    endedAt: null,
    pausedMilliseconds: 0,
    earlierMilliseconds: 0,
    ...change,
  });
  const statement = (place: number, change: Partial<Turn> | null = {}): Statement => ({
    id: `statement-${place}`,
    number: place + 1,
    total: SPOKEN,
    speaker: speakers[place]!,
    next: speakers[place + 1] ?? null,
    turn: change && turn(change),
  });
  const comment = (body: number, place: number, isCorrected = false): Board['comments'][number] => ({
    id: `comment-${body}-${place}`,
    statementId: `statement-${place}`,
    body: words.comments[body]!,
    aspect: (['STRENGTH', 'PROBLEM', 'SUGGESTION'] as const)[body]!,
    isCorrected,
    postedAt: at(-60 + body),
    author: chair,
  });
  const requirements = words.requirements.map((requirement, place) => ({ number: place + 1, ...requirement }));

  const base: Board = {
    meetingId: '00000000-0000-4000-8000-000000000000',
    epoch: '00000000-0000-4000-8000-000000000001',
    seq: 1,
    state: 'AGENDA',
    language,
    status: 'LIVE',
    title: words.title,
    period: words.period,
    organization: words.organization,
    venue: words.venue,
    startsAt: at(-1800),
    timeZone: 'Asia/Shanghai',
    format: 'ONE_BY_ONE',
    hosts: [chair],
    commenters: [chair],
    attendance: { expected: 46, signedIn: 41, present: 40, quorum: 31, isQuorate: true },
    agenda: agendaOf(words, 3),
    current: null,
    statement: null,
    written: [],
    comments: [],
    requirements: [],
    intermission: null,
    ballot: null,
    isBlackedOut: false,
    entrance: 'https://rostrum.example/enter',
    message: null,
    displays: [],
    notes: words.notes,
    nextStep: null,
  };
  const during = (place: number, state: Board['state'], more: Partial<Board>): Board => {
    const agenda = agendaOf(words, place);
    const next = agenda[place + 1] ?? null;
    const step = { step: 'CALL_ITEM', item: next, requirementNumber: null, obstacle: null } as const;
    return { ...base, state, agenda, current: agenda[place]!, nextStep: step, ...more };
  };
  const spoken = (change: Partial<Turn> = {}): Board =>
    during(2, 'STATEMENT', {
      statement: statement(1, change),
      nextStep: { step: 'START_COMMENT', item: agendaOf(words, 2)[2]!, requirementNumber: null, obstacle: null },
    });
  const commented = (comments: Board['comments']): Board =>
    during(2, 'COMMENT', {
      statement: statement(1, { endedAt: at(-20) }),
      comments,
      ...(comments.length === 0 && {
        nextStep: {
          step: 'CALL_ITEM',
          item: agendaOf(words, 2)[3]!,
          requirementNumber: null,
          obstacle: 'COMMENT_MISSING',
        },
      }),
    });
  const written = speakers.map((speaker, place) => ({ ...statement(place, null), speaker, next: null }));

  const closed = { closedAt: at(-60), cast: 40 };
  const ballot = (state: Board['state'], count: number, change: Partial<Ballot>): Board =>
    during(8, state, { ballot: ballotOf(words, at, count, change) });

  const over: Partial<Board> = { state: 'CLOSED', status: 'CLOSED', agenda: agendaOf(words, 0, true), notes: null };
  const pause: Partial<Board> = {
    state: 'INTERMISSION',
    status: 'PAUSED',
    nextStep: { step: 'RESUME', item: null, requirementNumber: null, obstacle: null },
  };
  const latest = [comment(0, 1), comment(1, 1), comment(2, 1)];

  return {
    STANDBY: {
      ...base,
      state: 'STANDBY',
      status: 'SCHEDULED',
      startsAt: at(600),
      agenda: agendaOf(words, -1),
      nextStep: { step: 'OPEN', item: null, requirementNumber: null, obstacle: null },
    },
    AGENDA: during(0, 'AGENDA', {}),
    AGENDA_BETWEEN: {
      ...base,
      nextStep: { step: 'CALL_ITEM', item: agendaOf(words, 3)[3]!, requirementNumber: null, obstacle: null },
      agenda: agendaOf(words, 3).map((item) => (item.status === 'CURRENT' ? { ...item, status: 'PENDING' } : item)),
    },
    STATEMENT: spoken(),
    STATEMENT_WARNING: spoken({ startedAt: at(-440) }),
    STATEMENT_OVERTIME: spoken({ startedAt: at(-543) }),
    STATEMENT_PAUSED: spoken({ pausedAt: at(-30) }),
    STATEMENT_RECALLED: spoken({ number: 2, plannedSeconds: 180, startedAt: at(-41), earlierMilliseconds: 455_000 }),
    COMMENT_AWAITED: commented([]),
    COMMENT: commented([comment(0, 1)]),
    COMMENT_CORRECTED: commented([comment(0, 1), comment(1, 1, true)]),
    COMMENT_LONG: commented([
      ...latest.slice(0, 2),
      { ...latest[2]!, body: words.comments[2]!.repeat(kind === 'PLAIN' ? 8 : 1) },
    ]),
    WRITTEN_STATEMENTS: during(7, 'WRITTEN_STATEMENTS', { written }),
    WRITTEN_COMMENT: during(7, 'WRITTEN_STATEMENTS', { written, comments: [comment(0, 0), comment(2, 1)] }),
    BALLOT_OPEN: ballot('BALLOT_OPEN', 6, {}),
    BALLOT_CLOSED: ballot('BALLOT_CLOSED', 6, closed),
    BALLOT_SEALED: ballot('BALLOT_CLOSED', 6, { ...closed, reveal: 'SEALED', round: 2 }),
    BALLOT_RESULT: ballot('BALLOT_RESULT', 6, countedOf(at, 6)),
    BALLOT_RESULT_FORTY: ballot('BALLOT_RESULT', 40, countedOf(at, 40)),
    REQUIREMENTS_AWAITED: during(9, 'REQUIREMENTS', {
      nextStep: { step: 'REVEAL_REQUIREMENT', item: null, requirementNumber: 1, obstacle: null },
    }),
    REQUIREMENTS: during(9, 'REQUIREMENTS', { requirements }),
    INTERMISSION: { ...base, ...pause, intermission: { title: '', since: at(-300), returnsAt: at(600) } },
    INTERMISSION_OPEN: {
      ...base,
      ...pause,
      intermission: { title: words.items.intermission, since: at(-300), returnsAt: null },
    },
    CLOSED: { ...base, ...over, requirements },
    CLOSED_PLAINLY: { ...base, ...over },
    MESSAGE: { ...spoken(), message: words.message },
    BLACKOUT: { ...spoken(), isBlackedOut: true, message: words.message },
  };
}
