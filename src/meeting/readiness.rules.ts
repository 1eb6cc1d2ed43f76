import type { AgendaItemRow } from '../agenda/agenda.entity.js';
import type { ItemKind } from '../agenda/agenda.type.js';
import type { ParticipantRow } from '../people/participant.entity.js';
import { attendance } from '../people/presence.rules.js';
import type { Course } from './course.js';
import { lacking } from './meeting.rules.js';
import type { Finding, FindingCode } from './readiness.type.js';

/** What the meeting's own rows don't say. */
export interface Surroundings {
  /** Name and unit of the participants, by person. */
  people: ReadonlyMap<string, { name: string; organizationId: string }>;
  /** The participants who have a valid slip. */
  withSlip: ReadonlySet<string>;
  displays: number;
  at: Date;
}

type Prepared = Omit<Course, 'turns' | 'comments' | 'ballots' | 'tallies'>;

const HOUR = 3_600_000;
const MISSING = { host: 'NO_HOST', commenter: 'NO_COMMENTER', statement: 'NO_STATEMENT' } as const;

const warning = (code: FindingCode, about: Partial<Finding> = {}): Finding => ({
  code,
  severity: 'WARNING',
  itemId: null,
  participantId: null,
  personId: null,
  ...about,
});

const onItem = (code: FindingCode, items: readonly AgendaItemRow[]): Finding[] =>
  items.map(({ id }) => warning(code, { itemId: id }));

const onParticipant = (code: FindingCode, participants: readonly ParticipantRow[]): Finding[] =>
  participants.map(({ id, personId }) => warning(code, { participantId: id, personId }));

const once = (code: FindingCode, isSo: boolean): Finding[] => (isSo ? [warning(code)] : []);

/**
 * Before a meeting is opened, those who run it are told what keeps it from being scheduled or opened, and what is likely to
 * be a mistake, each with whom or what it is about; the worst comes first. [M15]
 */
export function readiness(course: Prepared, surroundings: Surroundings): Finding[] {
  const { status } = course.meeting;
  if (status !== 'DRAFT' && status !== 'SCHEDULED') return [];
  const errors = lacking(course).map((what): Finding => ({ ...warning(MISSING[what]), severity: 'ERROR' }));
  return [...errors, ...ofMeeting(course, surroundings), ...ofPeople(course, surroundings), ...ofAgenda(course)];
}

function ofMeeting({ meeting, participants }: Prepared, { at, displays }: Surroundings): Finding[] {
  const { expected } = attendance(participants, meeting.quorum);
  return [
    ...once('STARTS_IN_THE_PAST', meeting.startsAt.getTime() + HOUR < at.getTime()),
    ...once('QUORUM_OUT_OF_REACH', meeting.quorum !== null && meeting.quorum > expected),
    ...once('NO_DISPLAY', displays === 0),
  ];
}

/** Those whose sign somebody before them has already; an empty one is no sign. */
function repeated(participants: readonly ParticipantRow[], signOf: (one: ParticipantRow) => string): ParticipantRow[] {
  const seen = new Set<string>();
  return participants.filter((one) => {
    const sign = signOf(one);
    if (sign === '' || !seen.has(sign)) {
      seen.add(sign);
      return false;
    }
    return true;
  });
}

/**
 * Nobody makes two statements, takes part twice or shares a slip: rules and constraints see to that. But one person may be
 * in the directory twice, and two participants may have one seat. [M15]
 */
function ofPeople({ meeting, participants, statements, items }: Prepared, around: Surroundings): Finding[] {
  const having = (duty: ParticipantRow['duties'][number]) => participants.filter(({ duties }) => duties.includes(duty));
  const states = new Set(statements.map(({ speakerId }) => speakerId));
  const [commenter, ...others] = having('COMMENTER');
  const own = others.length === 0 ? statements.find(({ speakerId }) => speakerId === commenter?.id) : undefined;
  const nameOf = ({ personId }: ParticipantRow) => {
    const person = around.people.get(personId);
    return person ? `${person.organizationId} ${person.name}` : '';
  };
  const textless = statements.filter(({ mode, body }) => mode === 'WRITTEN' && body === null);
  const needSlips = meeting.status === 'SCHEDULED' && meeting.visibility !== 'PUBLIC';
  return [
    ...(own && commenter
      ? [
          warning('ONLY_OWN_COMMENTER', {
            itemId: own.itemId,
            participantId: own.speakerId,
            personId: commenter.personId,
          }),
        ]
      : []),
    ...onParticipant(
      'SPEAKER_WITHOUT_STATEMENT',
      having('SPEAKER').filter(({ id }) => !states.has(id)),
    ),
    ...onParticipant('PERSON_TWICE', repeated(participants, nameOf)),
    ...onParticipant(
      'SEAT_TWICE',
      repeated(participants, ({ seat }) => seat),
    ),
    ...once('NO_TELLER', items.some(({ kind }) => kind === 'BALLOT') && having('TELLER').length === 0),
    ...onParticipant(
      'WRITTEN_WITHOUT_TEXT',
      participants.filter(({ id }) => textless.some(({ speakerId }) => speakerId === id)),
    ),
    // Before it is scheduled none can be issued.
    ...onParticipant('NO_SLIP', needSlips ? participants.filter(({ id }) => !around.withSlip.has(id)) : []),
  ];
}

function ofAgenda({ items, statements, requirements }: Prepared): Finding[] {
  const of = (wanted: ItemKind) => items.filter(({ kind }) => kind === wanted);
  const isEmpty = ({ id }: AgendaItemRow) => !statements.some(({ itemId }) => itemId === id);
  return [
    ...onItem('NO_WRITTEN_STATEMENT', of('WRITTEN_STATEMENTS').filter(isEmpty)),
    ...onItem('NO_REQUIREMENT', requirements.length === 0 ? of('REQUIREMENTS') : []),
    ...once('REQUIREMENTS_WITHOUT_ITEM', requirements.length > 0 && of('REQUIREMENTS').length === 0),
    ...onItem(
      'INTERMISSION_WITHOUT_TIME',
      of('INTERMISSION').filter(({ plannedSeconds }) => plannedSeconds === null),
    ),
  ];
}
