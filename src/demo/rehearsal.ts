import { comments } from './founding.texts.js';

/** The meeting as the operator sees it. */
export interface Standing {
  id: string;
  title: string;
  status: string;
  language: 'ZH' | 'EN';
  seq: number;
  currentItem: { id: string } | null;
  agenda: Item[];
  commenters: { id: string }[];
  participants: { id: string; presence: string; person: { name: string } }[];
  requirements: { number: number; heading: string; revealedAt: string | null }[];
}

export interface Item {
  id: string;
  kind: string;
  title: string;
  status: string;
  statement: {
    id: string;
    phase: string;
    comments: { status: string }[];
    turns: { endedAt: string | null }[];
    speaker: { person: { name: string } };
  } | null;
}

/** What to do next: a command with its input, what to say of it, and for how many seconds the room looks at the result. */
export interface Step {
  field: string;
  /** Arguments beside those that every command takes. */
  variables?: Record<string, { type: string; value: unknown }>;
  line: string;
  seconds: number;
}

export const STANDING = `query ($id: ID!) { meeting(id: $id) { id title status language seq currentItem { id }
  commenters: participants(duty: COMMENTER) { id } participants { id presence person { name } } requirements { number heading revealedAt }
  agenda { id kind title status statement { id phase comments { status } turns { endedAt } speaker { person { name } } } } } }`;

/** How long things take, in seconds of the room's time. */
const TAKES = {
  arrival: 2,
  agenda: 10,
  opening: 60,
  statement: 450,
  comment: 60,
  requirement: 60,
  closing: 30,
  intermission: 300,
};

/** After this many statements the rehearsal takes a break, so that the room sees that page too. */
const BREAK_AFTER = 3;

/**
 * What an operator would do next, seen from where the meeting stands; null when it is over. The break is the only thing
 * that can't be seen from there.
 */
export function nextStep(standing: Standing, hasRested: boolean, speed: number): Step | null {
  const { status, agenda, currentItem, requirements, commenters, participants } = standing;
  if (status === 'SCHEDULED') return arrival(participants) ?? { field: 'openMeeting', line: '', seconds: TAKES.agenda };
  if (status === 'PAUSED') return { field: 'resumeMeeting', line: '', seconds: TAKES.agenda };
  if (status !== 'LIVE') return null;

  const current = agenda.find(({ id }) => id === currentItem?.id);
  if (current?.statement) {
    const { statement } = current;
    if (statement.phase === 'STATEMENT')
      return { field: 'endStatement', line: statement.speaker.person.name, seconds: TAKES.agenda };
    const place = agenda.filter(({ kind }) => kind === 'STATEMENT').indexOf(current);
    const planned = comments[place % comments.length]!;
    const posted = statement.comments.filter((comment) => comment.status !== 'RETRACTED').length;
    const comment = planned[posted];
    if (comment) {
      const body = comment.body[standing.language === 'ZH' ? 'zh' : 'en'];
      const value = { statementId: statement.id, authorId: commenters[0]?.id, aspect: comment.aspect, body };
      return {
        field: 'postComment',
        variables: { input: { type: 'CommentInput!', value } },
        line: body,
        seconds: TAKES.comment,
      };
    }
  }
  const hidden = requirements.find(({ revealedAt }) => revealedAt === null);
  if (current?.kind === 'REQUIREMENTS' && hidden) {
    return { field: 'revealRequirement', line: `${hidden.number}. ${hidden.heading}`, seconds: TAKES.requirement };
  }
  const heard = agenda.filter((item) => item.kind === 'STATEMENT' && item.status === 'DONE').length;
  if (!hasRested && heard + (current?.statement ? 1 : 0) === BREAK_AFTER) {
    const value = Math.max(10, Math.round(TAKES.intermission / speed));
    return {
      field: 'pauseMeeting',
      variables: { returnInSeconds: { type: 'Int', value } },
      line: '',
      seconds: TAKES.intermission,
    };
  }
  const next = agenda.find((item) => item.status === 'PENDING');
  if (!next) return { field: 'closeMeeting', line: '', seconds: 0 };
  const seconds = next.kind === 'STATEMENT' ? TAKES.statement : next.kind === 'CLOSING' ? TAKES.closing : TAKES.opening;
  return { field: 'callItem', variables: { itemId: { type: 'ID!', value: next.id } }, line: next.title, seconds };
}

/** The next one who comes before the meeting is opened: all but the last, so that not everybody is there. */
function arrival(participants: Standing['participants']): Step | null {
  const next = participants.slice(0, -1).find(({ presence }) => presence === 'ABSENT');
  if (!next) return null;
  const variables = { participantId: { type: 'ID!', value: next.id } };
  return { field: 'signInParticipant', variables, line: next.person.name, seconds: TAKES.arrival };
}
