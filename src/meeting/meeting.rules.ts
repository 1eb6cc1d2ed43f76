import { leaveCurrent } from '../agenda/leave.rules.js';
import { Refusal, refuseUnless } from '../errors.js';
import { id, instant, integer, text, timeZone } from '../input.js';
import { pause, resume } from '../statement/turn.rules.js';
import { type Course, type Decision, type Now, put, type Rule, withMeeting } from './course.js';
import type { MeetingRow } from './meeting.entity.js';
import type { CreateMeetingInput, MeetingStatus, UpdateMeetingInput } from './meeting.type.js';

/** A command is refused unless the meeting has one of these statuses. [M12] */
export function needStatus({ meeting }: Course, ...allowed: MeetingStatus[]): void {
  refuseUnless(allowed.includes(meeting.status), 'WRONG_STATUS', { status: meeting.status });
}

/** Texts are trimmed and bounded, times are real, and zones are IANA names. [M1] */
function checked(row: MeetingRow): MeetingRow {
  return {
    ...row,
    organizationId: id('organization', row.organizationId),
    title: text('title', row.title, { max: 200 }),
    period: text('period', row.period, { max: 50 }),
    startsAt: instant('startsAt', row.startsAt),
    timeZone: timeZone('timeZone', row.timeZone),
    venue: text('venue', row.venue, { max: 200, empty: true }),
    plannedSeconds: integer('plannedSeconds', row.plannedSeconds, 10, 14_400),
    warningSeconds: integer('warningSeconds', row.warningSeconds, 0, 3600),
    quorum: row.quorum ? integer('quorum', row.quorum, 1, 100_000) : null,
  };
}

/** A board that nothing covers: whatever covered it ends with the meeting. [B10] */
const uncovered = { isBlackedOut: false, message: null };

/** A new meeting is a DRAFT without agenda or participants. [M2] */
export function createMeeting(input: CreateMeetingInput, now: Now): Decision {
  const meeting = checked({
    ...input,
    visibility: input.visibility ?? 'ROOM',
    quorum: input.quorum ?? null,
    id: now.id(),
    status: 'DRAFT',
    currentItemId: null,
    openedAt: null,
    pausedAt: null,
    returnsAt: null,
    closedAt: null,
    ...uncovered,
    seq: 0,
    epoch: now.id(),
  });
  const course: Course = {
    meeting,
    participants: [],
    items: [],
    statements: [],
    turns: [],
    comments: [],
    requirements: [],
    ballots: [],
    tallies: [],
  };
  return { course, entry: { type: 'MeetingCreated' }, id: meeting.id };
}

/** Only a DRAFT can be changed; a field left out stays as it is. A quorum of 0 is none. [M3] */
export const updateMeeting: Rule<UpdateMeetingInput> = (course, input) => {
  needStatus(course, 'DRAFT');
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value != null));
  return decide({ ...course, meeting: checked({ ...course.meeting, ...given }) }, 'MeetingUpdated');
};

/** Only a DRAFT can be deleted; everything that belongs to it goes with it. [M4] */
export const deleteMeeting: Rule<object> = (course) => {
  needStatus(course, 'DRAFT');
  return { course: null, id: course.meeting.id };
};

/** A meeting is ready when it has a host, a commenter and a statement to hear. [M5] */
export function lacking({ participants, statements }: Pick<Course, 'participants' | 'statements'>) {
  const has = (duty: 'HOST' | 'COMMENTER') => participants.some(({ duties }) => duties.includes(duty));
  const needed = { host: has('HOST'), commenter: has('COMMENTER'), statement: statements.length > 0 };
  return (['host', 'commenter', 'statement'] as const).filter((what) => !needed[what]);
}

function needReady(course: Course): void {
  const [missing] = lacking(course);
  if (missing) throw new Refusal('NOT_READY', { missing });
}

export const scheduleMeeting: Rule<object> = (course) => {
  needStatus(course, 'DRAFT');
  needReady(course);
  return decide(withMeeting(course, { status: 'SCHEDULED' }), 'MeetingScheduled');
};

/** A SCHEDULED meeting can go back to DRAFT, to be changed. [M6] */
export const unscheduleMeeting: Rule<object> = (course) => {
  needStatus(course, 'SCHEDULED');
  return decide(withMeeting(course, { status: 'DRAFT', ...uncovered }), 'MeetingUnscheduled');
};

/** Opening makes a SCHEDULED meeting LIVE, if it is still ready. [M7] */
export const openMeeting: Rule<object> = (course, _input, { at }) => {
  needStatus(course, 'SCHEDULED');
  needReady(course);
  return decide(withMeeting(course, { status: 'LIVE', openedAt: at }), 'MeetingOpened');
};

/** An intermission pauses the meeting and a running turn with it; the time of return may be announced. [M8] */
export const pauseMeeting: Rule<{ returnInSeconds?: number | null }> = (course, { returnInSeconds }, { at }) => {
  needStatus(course, 'LIVE');
  const seconds = returnInSeconds == null ? null : integer('returnInSeconds', returnInSeconds, 10, 86_400);
  const returnsAt = seconds === null ? null : new Date(at.getTime() + seconds * 1000);
  const running = course.turns.find((turn) => turn.endedAt === null && turn.pausedAt === null);
  const rested = running ? put(course, 'turns', pause(running, at)) : course;
  return decide(withMeeting(rested, { status: 'PAUSED', pausedAt: at, returnsAt }), 'MeetingPaused');
};

/** Resuming goes on with the turn that the intermission paused, not with one that was paused before. [M9] */
export const resumeMeeting: Rule<object> = (course, _input, { at }) => {
  needStatus(course, 'PAUSED');
  const since = course.meeting.pausedAt?.getTime();
  const turn = course.turns.find(({ endedAt, pausedAt }) => endedAt === null && pausedAt?.getTime() === since);
  const going = turn ? put(course, 'turns', resume(turn, at)) : course;
  return decide(withMeeting(going, { status: 'LIVE', pausedAt: null, returnsAt: null }), 'MeetingResumed');
};

/**
 * A LIVE meeting can be closed when nobody has the floor, no statement waits for its comment, and no statement is still
 * to be called. The current item ends with it. [M10]
 */
export const closeMeeting: Rule<object> = (course, _input, { at }) => {
  needStatus(course, 'LIVE');
  refuseUnless(!course.turns.some(({ endedAt }) => endedAt === null), 'TURN_RUNNING');
  const count = course.items.filter(({ kind, status }) => kind === 'STATEMENT' && status === 'PENDING').length;
  refuseUnless(count === 0, 'ITEMS_PENDING', { count });
  const left = leaveCurrent(course, at);
  if (left.statements.some(({ phase }) => phase === 'HEARD')) throw new Refusal('COMMENT_MISSING');
  return decide(withMeeting(left, { status: 'CLOSED', closedAt: at, ...uncovered }), 'MeetingClosed');
};

/** A CLOSED meeting can be archived; nothing in it changes any more. [M11] Whoever follows it is told to look anew. [L8] */
export const archiveMeeting: Rule<object> = (course, _input, now) => {
  needStatus(course, 'CLOSED');
  return decide(withMeeting(course, { status: 'ARCHIVED', epoch: now.id() }), 'MeetingArchived');
};

type MeetingEntry =
  | 'MeetingUpdated'
  | 'MeetingScheduled'
  | 'MeetingUnscheduled'
  | 'MeetingOpened'
  | 'MeetingPaused'
  | 'MeetingResumed'
  | 'MeetingClosed'
  | 'MeetingArchived';

const decide = (course: Course, type: MeetingEntry): Decision => ({ course, entry: { type }, id: course.meeting.id });
