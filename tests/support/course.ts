import type { ItemKind } from '../../src/agenda/agenda.type.js';
import { Refusal, type RefusalCode, type RefusalDetails } from '../../src/errors.js';
import { diff } from '../../src/journal/diff.js';
import type { Course, Decision, Now, Rule } from '../../src/meeting/course.js';
import type { MeetingRow } from '../../src/meeting/meeting.entity.js';
import type { Duty } from '../../src/people/participant.type.js';

/** Builders of small worlds for the rules: plain data, no database. */

export const NOON = new Date('2022-02-10T04:00:00.000Z');

/** The server's time so many seconds after noon, and ids that count up. */
export function at(seconds: number): Now {
  return { at: new Date(NOON.getTime() + seconds * 1000), id: () => `new-${String(++counter).padStart(6, '0')}` };
}
let counter = 0;

interface Shape {
  /** Kinds of the agenda's items; a STATEMENT gets a speaker and a statement. */
  agenda?: ItemKind[];
  /** Written statements under the first WRITTEN_STATEMENTS item. */
  written?: number;
  requirements?: number;
  meeting?: Partial<MeetingRow>;
}

/**
 * A LIVE meeting in the ONE_BY_ONE format: host and commenter `chair`; items `item-1` …, statements `statement-1` … by
 * `speaker-1` …; requirements `requirement-1` ….
 */
export function aMeeting({
  agenda = ['OPENING', 'STATEMENT', 'STATEMENT', 'CLOSING'],
  written = 0,
  requirements = 0,
  meeting = {},
}: Shape = {}): Course {
  const participant = (id: string, ...duties: Duty[]) => ({
    id,
    meetingId: 'meeting',
    personId: `person-${id}`,
    duties,
    seat: '',
    presence: 'ABSENT' as const,
    signedInAt: null,
    leftAt: null,
  });
  const course: Course = {
    meeting: {
      id: 'meeting',
      organizationId: '0190a000-0000-7000-8000-000000000001',
      title: 'Review',
      period: '2021',
      startsAt: NOON,
      timeZone: 'Asia/Shanghai',
      venue: '',
      language: 'ZH',
      format: 'ONE_BY_ONE',
      visibility: 'ROOM',
      quorum: null,
      status: 'LIVE',
      plannedSeconds: 480,
      warningSeconds: 60,
      currentItemId: null,
      openedAt: NOON,
      pausedAt: null,
      returnsAt: null,
      closedAt: null,
      isBlackedOut: false,
      message: null,
      seq: 10,
      epoch: '0190a000-0000-7000-8000-00000000000e',
      ...meeting,
    },
    participants: [
      participant('chair', 'HOST', 'COMMENTER'),
      participant('guest', 'GUEST'),
      participant('spare', 'SPEAKER'),
    ],
    items: [],
    statements: [],
    turns: [],
    comments: [],
    requirements: [],
    ballots: [],
    tallies: [],
  };
  const state = (itemId: string, mode: 'ON_SITE' | 'WRITTEN') => {
    const number = course.statements.length + 1;
    course.participants.push(participant(`speaker-${number}`, 'SPEAKER'));
    course.statements.push({
      id: `statement-${number}`,
      meetingId: 'meeting',
      itemId,
      speakerId: `speaker-${number}`,
      mode,
      phase: 'WAITING',
      body: mode === 'WRITTEN' ? 'text' : null,
      heardAt: null,
      commentSkipReason: null,
    });
  };
  agenda.forEach((kind, index) => {
    const id = `item-${index + 1}`;
    course.items.push({
      id,
      meetingId: 'meeting',
      position: index + 1,
      kind,
      title: `${kind} ${index + 1}`,
      status: 'PENDING',
      plannedSeconds: null,
      calledAt: null,
      endedAt: null,
      skipReason: null,
      notes: '',
    });
    if (kind === 'STATEMENT') state(id, 'ON_SITE');
    if (kind === 'WRITTEN_STATEMENTS') for (let n = 0; n < written; n++) state(id, 'WRITTEN');
  });
  for (let number = 1; number <= requirements; number++) {
    course.requirements.push({
      id: `requirement-${number}`,
      meetingId: 'meeting',
      number,
      heading: `heading ${number}`,
      body: 'body',
      revealedAt: null,
    });
  }
  return course;
}

/** One command of a script: a rule, its input, and how many seconds after noon. */
export type Call<Input = any> = [Rule<Input>, Input, number?];

/** The course after a script of commands. The rows that went in are frozen: a rule that changes them fails. */
export function play(course: Course, ...calls: Call[]): Course {
  return calls.reduce((standing, [rule, input, seconds = 0]) => decide(standing, rule, input, seconds).course!, course);
}

/** What one rule decides. */
export function decide<Input>(course: Course, rule: Rule<Input>, input: Input, seconds = 0): Decision {
  return rule(deepFreeze(course), input, at(seconds));
}

/** The code of the refusal that the rule throws; fails if it decides. */
export function refusal<Input>(course: Course, rule: Rule<Input>, input: Input, seconds = 0): string {
  return refused(() => decide(course, rule, input, seconds)).code;
}

/** What a refusal says: its code and its details. Fails if nothing is thrown; anything but a Refusal is thrown on. */
export function refused(work: () => unknown): { code: RefusalCode } & RefusalDetails {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...error.details, code: error.code };
  }
  throw new Error('nothing was refused');
}

/** Which rows stand otherwise than before, each as `part id`. */
export const touched = (before: Course, after: Course): string[] =>
  diff(before, after).map(({ part, id }) => `${part} ${id}`);

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value) && !(value instanceof Date)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
