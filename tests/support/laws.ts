import { linesOf, sumOf, validOf } from '../../src/ballot/count.rules.js';
import { board } from '../../src/board/board.js';
import type { Course } from '../../src/meeting/course.js';
import type { Duty } from '../../src/people/participant.type.js';
import { elapsedMilliseconds } from '../../src/statement/turn.rules.js';

const counts = (numbers: number[]) => numbers.every((number, index) => number === index + 1);
const differ = (ids: string[]) => new Set(ids).size === ids.length;
const same = (one: string[], other: string[]) => JSON.stringify(one.toSorted()) === JSON.stringify(other.toSorted());
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);

/** What is true of every meeting, whatever was done to it. */
export function brokenLaws(course: Course): string[] {
  const { meeting, items, statements, turns, comments, requirements, participants, ballots } = course;
  const { status, currentItemId } = meeting;
  const current = ids(items.filter((row) => row.status === 'CURRENT'));
  const open = turns.filter(({ endedAt }) => endedAt === null);
  const speaking = statements.filter(({ phase }) => phase === 'STATEMENT');
  const isRunning = status === 'LIVE' || status === 'PAUSED';
  const turnsOf = (id: string) => turns.filter(({ statementId }) => statementId === id);
  const holders = (duty: Duty) => ids(participants.filter(({ duties: all }) => all.includes(duty)));
  const revealed = requirements.findLastIndex(({ revealedAt }) => revealedAt !== null) + 1;
  const phases = {
    PENDING: ['WAITING'],
    SKIPPED: ['WAITING'],
    CURRENT: ['STATEMENT', 'COMMENT'],
    DONE: ['HEARD', 'DONE'],
  };
  const laws: Record<string, boolean> = {
    'one item at most is current, and the meeting names it': same(
      current,
      currentItemId === null ? [] : [currentItemId],
    ),
    'positions run from 1 to n': counts(items.map(({ position }) => position)),
    'requirements are numbered from 1 to n': counts(requirements.map(({ number }) => number)),
    'requirements are revealed in their order': requirements.slice(0, revealed).every(({ revealedAt }) => revealedAt),
    'nobody makes two statements': differ(statements.map(({ speakerId }) => speakerId)),
    'nobody takes part twice': differ(participants.map(({ personId }) => personId)),
    'the one open turn belongs to the one who speaks': same(
      open.map(({ statementId }) => statementId),
      ids(speaking),
    ),
    'one speaks at most, to the current item':
      speaking.length <= current.length && speaking.every(({ itemId }) => itemId === currentItemId),
    'turns of a statement are numbered from 1 to n': statements.every(({ id }) =>
      counts(turnsOf(id).map(({ number }) => number)),
    ),
    'ten seconds at least are planned': turns.every((turn) => turn.plannedSeconds + turn.extendedSeconds >= 10),
    'no ended turn is paused': turns.every(({ pausedAt, endedAt }) => pausedAt === null || endedAt === null),
    'no time is negative': turns.every(
      (turn) => turn.endedAt === null || (turn.endedAt >= turn.startedAt && elapsedMilliseconds(turn, 0) >= 0),
    ),
    'nothing is current and nobody speaks unless the meeting runs': isRunning || open.length + current.length === 0,
    'in an intermission no clock runs': status !== 'PAUSED' || open.every(({ pausedAt }) => pausedAt !== null),
    'the time of the pause is that of a PAUSED meeting': (meeting.pausedAt !== null) === (status === 'PAUSED'),
    'the time of closing is that of a meeting that is over':
      (meeting.closedAt !== null) === (status === 'CLOSED' || status === 'ARCHIVED'),
    'each statement is under an item of its kind, in a phase that fits': statements.every(({ itemId, mode, phase }) => {
      const item = items.find(({ id }) => id === itemId)!;
      return (item.kind === 'STATEMENT') === (mode === 'ON_SITE') && phases[item.status].includes(phase);
    }),
    'only the BLOCK format lets a comment wait':
      meeting.format === 'BLOCK' || statements.every(({ phase }) => phase !== 'HEARD'),
    'each STATEMENT item has one statement': same(
      ids(items.filter(({ kind }) => kind === 'STATEMENT')),
      statements.filter(({ mode }) => mode === 'ON_SITE').map(({ itemId }) => itemId),
    ),
    'speakers have the duty': statements.every(({ speakerId }) => holders('SPEAKER').includes(speakerId)),
    'commenters have the duty': comments.every(({ authorId }) => holders('COMMENTER').includes(authorId)),
    'who is there or has left has signed in': participants.every(
      ({ presence, signedInAt, leftAt }) =>
        (presence === 'ABSENT') === (signedInAt === null) && (presence !== 'LEFT' || leftAt !== null),
    ),
    'one round at most is open, of the current ballot': same(
      ballots.filter(({ closedAt }) => closedAt === null).map(({ itemId }) => itemId),
      current.filter((id) => ballots.some(({ itemId, closedAt }) => itemId === id && closedAt === null)),
    ),
    'rounds of a ballot are numbered from 1 to n, and all but the last are void': items.every(({ id }) => {
      const rounds = ballots.filter(({ itemId }) => itemId === id);
      return counts(rounds.map(({ round }) => round)) && rounds.slice(0, -1).every((row) => row.cast > row.issued);
    }),
    'the rows of a sheet are numbered from 1 to n': ballots.every(({ id }) =>
      counts(linesOf(course, id).map(({ number }) => number)),
    ),
    'what is revealed was counted to the last, adds up, and was neither sealed nor void': ballots
      .filter(({ revealedAt }) => revealedAt !== null)
      .every(
        (row) =>
          row.reveal !== 'SEALED' &&
          row.cast <= row.issued &&
          linesOf(course, row.id).every((line) => line.counts !== null && sumOf(line) === validOf(row)),
      ),
    'only a retracted comment has no text': comments.every(
      (row) => (row.status === 'RETRACTED') === (row.body === null),
    ),
  };
  return Object.keys(laws).filter((law) => !laws[law]);
}

/** Words of drafts and former words of comments that the board shows all the same. Collects the words that ever were. */
export function leaks(course: Course, ever: Map<string, Set<string>>): string[] {
  const people = new Map(course.participants.map(({ id }) => [id, { name: id, post: '', organization: '' }]));
  const text = JSON.stringify(board(course, { organization: '', people, displays: [] }));
  return course.comments.flatMap(({ id, body, status }) => {
    const all = ever.get(id) ?? new Set();
    ever.set(id, body === null ? all : all.add(body));
    return [...all].filter((one) => (one !== body || status === 'DRAFT') && text.includes(one));
  });
}
