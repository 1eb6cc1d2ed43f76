import type { AgendaItemRow } from '../agenda/agenda.entity.js';
import { statementOf } from '../agenda/leave.rules.js';
import type { Course } from '../meeting/course.js';
import { nextStep, toCome } from '../meeting/next.rules.js';
import type { Duty } from '../people/participant.type.js';
import { attendance } from '../people/presence.rules.js';
import type { StatementRow } from '../statement/statement.entity.js';
import { elapsedMilliseconds } from '../statement/turn.rules.js';
import { ballotState, boardBallot, shownRound } from './ballot.js';
import type { Board, BoardComment, BoardState, BoardStatement, BoardTurn } from './board.type.js';
import type { BoardItem, BoardPerson, BoardStep } from './item.type.js';
import type { BoardDisplay } from './settings.type.js';

/** What a course knows by id only, or not at all: names, and how the displays are set. */
export interface Names {
  organization: string;
  /** By participant id. */
  people: ReadonlyMap<string, BoardPerson>;
  displays: readonly BoardDisplay[];
}

/** What the room sees is made from what stands, and from nothing else. [B1] */
export function board(course: Course, names: Names): Board {
  const { meeting } = course;
  const currentRow = course.items.find(({ id }) => id === meeting.currentItemId) ?? null;
  const state = stateOf(course, currentRow);
  const shown = currentRow ? course.statements.filter(({ itemId }) => itemId === currentRow.id) : [];
  const round = state.startsWith('BALLOT_') ? shownRound(course, currentRow) : undefined;
  const isStatement = state === 'STATEMENT' || state === 'COMMENT';
  return {
    meetingId: meeting.id,
    seq: meeting.seq,
    epoch: meeting.epoch,
    state,
    language: meeting.language,
    status: meeting.status,
    title: meeting.title,
    period: meeting.period,
    organization: names.organization,
    venue: meeting.venue,
    startsAt: meeting.startsAt,
    timeZone: meeting.timeZone,
    format: meeting.format,
    hosts: peopleWith(course, names, 'HOST'),
    commenters: peopleWith(course, names, 'COMMENTER'),
    attendance: attendance(course.participants, meeting.quorum),
    agenda: course.items.map((item) => boardItem(course, names, item)),
    current: currentRow && boardItem(course, names, currentRow),
    statement: isStatement ? boardStatement(course, names, shown[0]!) : null,
    written: state === 'WRITTEN_STATEMENTS' ? shown.map((statement) => boardStatement(course, names, statement)) : [],
    comments: state === 'COMMENT' || state === 'WRITTEN_STATEMENTS' ? comments(course, names, shown) : [],
    ballot: round ? boardBallot(course, round, (id) => person(names, id)) : null,
    // Only what was revealed to the room. [B8]
    requirements: course.requirements
      .filter(({ revealedAt }) => revealedAt !== null)
      .map(({ number, heading, body }) => ({ number, heading, body })),
    intermission: state === 'INTERMISSION' ? intermission(course, currentRow) : null,
    isBlackedOut: meeting.isBlackedOut,
    message: meeting.message,
    // How they are set, and no more: every display finds its own among them. [Y10]
    displays: names.displays.map(({ id, view, theme, ratio, language }) => ({ id, view, theme, ratio, language })),
    // The chair's notes on what is current, or on what comes next while nothing is; of a meeting that is over nothing does. [B16]
    notes: state === 'CLOSED' ? null : ((currentRow ?? toCome(course))?.notes ?? null),
    nextStep: boardStep(course, names),
  };
}

/** The status comes first; then the current item says which layout the board has; without one it shows the agenda. [B2] */
function stateOf(course: Course, current: AgendaItemRow | null): BoardState {
  const { status } = course.meeting;
  if (status === 'DRAFT' || status === 'SCHEDULED') return 'STANDBY';
  if (status === 'CLOSED' || status === 'ARCHIVED') return 'CLOSED';
  if (status === 'PAUSED' || current?.kind === 'INTERMISSION') return 'INTERMISSION';
  if (current?.kind === 'WRITTEN_STATEMENTS' || current?.kind === 'REQUIREMENTS') return current.kind;
  if (current?.kind === 'STATEMENT') {
    return statementOf(course, current.id)?.phase === 'STATEMENT' ? 'STATEMENT' : 'COMMENT';
  }
  const round = shownRound(course, current);
  return round ? ballotState(round) : 'AGENDA';
}

const peopleWith = ({ participants }: Course, names: Names, duty: Duty): BoardPerson[] =>
  participants.filter(({ duties }) => duties.includes(duty)).map(({ id }) => person(names, id));

function boardStep(course: Course, names: Names): BoardStep | null {
  const next = nextStep(course);
  if (!next) return null;
  const { itemId, ...step } = next;
  const item = course.items.find(({ id }) => id === itemId);
  return { ...step, item: item ? boardItem(course, names, item) : null };
}

const person = ({ people }: Names, participantId: string): BoardPerson =>
  people.get(participantId) ?? { name: '', post: '', organization: '' };

function boardItem(course: Course, names: Names, item: AgendaItemRow): BoardItem {
  const { id, position, kind, title, status } = item;
  const statement = statementOf(course, id);
  const planned = item.plannedSeconds ?? (statement ? course.meeting.plannedSeconds : null);
  return {
    id,
    position,
    kind,
    title,
    status,
    plannedSeconds: planned,
    speaker: statement ? person(names, statement.speakerId) : null,
  };
}

/** Statements are counted in the order of the agenda; the next speaker is the next one not called yet. [B3] */
function boardStatement(course: Course, names: Names, statement: StatementRow): BoardStatement {
  const position = ({ itemId }: StatementRow) => course.items.find(({ id }) => id === itemId)?.position ?? 0;
  const order = course.statements
    .filter(({ mode }) => mode === statement.mode)
    .toSorted((a, b) => position(a) - position(b));
  const isToCome = ({ itemId }: StatementRow) => course.items.find(({ id }) => id === itemId)?.status === 'PENDING';
  const next = statement.mode === 'ON_SITE' ? order.find(isToCome) : undefined;
  return {
    id: statement.id,
    number: order.indexOf(statement) + 1,
    total: order.length,
    speaker: person(names, statement.speakerId),
    turn: boardTurn(course, statement),
    next: next ? person(names, next.speakerId) : null,
  };
}

/** The newest turn is shown; the time of the speaker's earlier ones is added up beside it. [B7] */
function boardTurn(course: Course, { id }: StatementRow): BoardTurn | null {
  const turns = course.turns.filter(({ statementId }) => statementId === id).toSorted((a, b) => a.number - b.number);
  const turn = turns.at(-1);
  if (!turn) return null;
  const { number, plannedSeconds, extendedSeconds, startedAt, pausedAt, endedAt, pausedMilliseconds } = turn;
  return {
    number,
    plannedSeconds: plannedSeconds + extendedSeconds,
    warningSeconds: course.meeting.warningSeconds,
    startedAt,
    pausedAt,
    endedAt,
    pausedMilliseconds,
    earlierMilliseconds: turns.slice(0, -1).reduce((sum, earlier) => sum + elapsedMilliseconds(earlier, 0), 0),
  };
}

/** Only posted and corrected comments are shown, in the order in which they were posted. [B4] */
function comments(course: Course, names: Names, shown: StatementRow[]): BoardComment[] {
  const on = new Set(shown.map(({ id }) => id));
  return course.comments
    .flatMap(({ id, statementId, body, aspect, status, postedAt, authorId }) =>
      on.has(statementId) && body !== null && postedAt !== null && (status === 'POSTED' || status === 'CORRECTED')
        ? [
            {
              id,
              statementId,
              body,
              aspect,
              isCorrected: status === 'CORRECTED',
              postedAt,
              author: person(names, authorId),
            },
          ]
        : [],
    )
    .toSorted((a, b) => a.postedAt.getTime() - b.postedAt.getTime());
}

/** A break on the agenda ends after its planned time; a pause of the meeting when it was announced to. [B5] */
function intermission({ meeting }: Course, item: AgendaItemRow | null) {
  if (meeting.pausedAt !== null) return { title: '', since: meeting.pausedAt, returnsAt: meeting.returnsAt };
  const since = item?.calledAt ?? meeting.startsAt;
  const planned = item?.plannedSeconds ?? null;
  return {
    title: item?.title ?? '',
    since,
    returnsAt: planned === null ? null : new Date(since.getTime() + planned * 1000),
  };
}
