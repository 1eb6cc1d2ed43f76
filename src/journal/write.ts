import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { validate as isUuid, v7 as uuid } from 'uuid';
import { checkUnchanged } from '../access/session.load.js';
import type { Visit } from '../access/viewer.js';
import type { Audit } from '../audit/audit.js';
import { refusalOf } from '../database/constraints.js';
import { Refusal, refuseUnless } from '../errors.js';
import { text } from '../input.js';
import type { Course, Decision, Now, Rule } from '../meeting/course.js';
import { loadCourse } from '../meeting/course.load.js';
import { inSpan } from '../telemetry/trace.js';
import type { Entry } from './entry.js';
import { expectSeq } from './expect.js';
import { lockMeeting } from './lock.js';
import { ReceiptRow } from './receipt.entity.js';
import { append, store } from './store.js';
import { loadLastStep } from './undo.load.js';
import { undoLastStep } from './undo.rules.js';

/** What every command carries beside its own input. */
export interface Command {
  meetingId: string;
  /** Refuse with CONFLICT unless the meeting is at this seq, or only quiet entries came after it. */
  expectedSeq?: number | null;
  /** A command that carries the key of an earlier one changes nothing and gets the first answer. */
  idempotencyKey?: string | null;
}

/** The answer to a command. */
export type Answer = Pick<ReceiptRow, 'meetingId' | 'seq' | 'type' | 'at' | 'subjectId'>;

/** The only writer of what belongs to a meeting. */
export interface Write {
  <Input>(command: Command, rule: Rule<Input>, input: Input): Promise<Answer>;
  /** Makes a new meeting. */
  create<Input>(
    rule: (input: Input, now: Now) => Decision,
    input: Input,
    idempotencyKey?: string | null,
  ): Promise<Answer>;
  /** Takes the last step back. */
  undo(command: Command): Promise<Answer>;
  /** In a transaction of the caller's, which also says so in the audit trail: a command. */
  within<Input>(manager: EntityManager, command: Command, rule: Rule<Input>, input: Input): Promise<Answer>;
  /** In a transaction of the caller's: an entry, without any change of rows, in each of these meetings. */
  announce(manager: EntityManager, meetingIds: string[], entry: Entry): Promise<void>;
}

/** An answer, and whether it is that of an earlier command with the same key. */
interface Done {
  answer: Answer;
  isRepeated: boolean;
}

type Decide = (course: Course, now: Now, manager: EntityManager) => Decision | Promise<Decision>;

/** Ids as PostgreSQL spells them, whatever the client does. [I5] */
const spelt = <Input>(input: Input): Input =>
  Object.fromEntries(
    Object.entries(input as object).map(([key, value]) => [key, isUuid(value) ? String(value).toLowerCase() : value]),
  ) as Input;

/** What is to be done in the transaction that makes a meeting. */
type OnCreated = (manager: EntityManager, meetingId: string, visit: Visit) => Promise<void>;

/** A writer in somebody's name. */
export function createWrite(
  database: DataSource,
  audit: Audit,
  onCreated: OnCreated = async () => undefined,
): (visit: Visit) => Write {
  const transact = <T>(work: (manager: EntityManager) => Promise<T>): Promise<T> =>
    database.transaction(work).catch((error) => {
      throw refusalOf(error) ?? error;
    });

  /** One command in one transaction, and in one span. [O2] */
  const commit = (name: string, work: (manager: EntityManager) => Promise<Answer>) =>
    inSpan(`command ${name}`, async (note) => {
      const answer = await transact(work);
      note({ 'rostrum.meeting': answer.meetingId, 'rostrum.seq': answer.seq });
      return answer;
    });

  /** What is done is told to the audit trail in the same transaction. [H2] A command that is repeated changes nothing, and is noted beside it. [H3] */
  const tell = async (manager: EntityManager, visit: Visit, action: string, { answer, isRepeated }: Done) => {
    const { meetingId, subjectId, type, seq } = answer;
    const meetingSeq = type === null ? null : seq;
    if (isRepeated) audit.note(visit, { action, meetingId, subjectId, detail: { isRepeated } });
    else await audit.record(manager, visit, { action, meetingId, meetingSeq, subjectId });
    return answer;
  };

  /** Lock the meeting, see that whoever asks still may, answer a repeated command, check what was expected, decide, store, ring: all or nothing. [W1] */
  const carryOut = async (
    manager: EntityManager,
    visit: Visit,
    command: Command,
    name: string,
    input: unknown,
    decide: Decide,
  ): Promise<Done> => {
    const meetingId = command.meetingId.toLowerCase();
    const key = keyOf(command.idempotencyKey, name, meetingId, input);
    const meeting = await lockMeeting(manager, meetingId);
    await checkUnchanged(manager, visit.viewer);
    const first = await firstAnswer(manager, key);
    if (first) return { answer: first, isRepeated: true };
    if (!meeting) throw new Refusal('NOT_FOUND', { what: 'meeting', id: meetingId });
    await expectSeq(manager, meeting, command.expectedSeq);
    const course = await loadCourse(manager, meeting);
    const now = await present(manager, meetingId);
    return keep(manager, await store(manager, course, await decide(course, now, manager), now.at), key);
  };

  const run = (visit: Visit, command: Command, name: string, input: unknown, decide: Decide): Promise<Answer> =>
    commit(name, async (manager) =>
      tell(manager, visit, name, await carryOut(manager, visit, command, name, input, decide)),
    );

  return (visit) =>
    Object.assign(
      <Input>(command: Command, rule: Rule<Input>, input: Input) => {
        const said = spelt(input);
        return run(visit, command, rule.name, said, (course, now) => rule(course, said, now));
      },
      {
        create: <Input>(rule: (input: Input, now: Now) => Decision, input: Input, givenKey?: string | null) =>
          commit(rule.name, async (manager) => {
            const key = keyOf(givenKey, rule.name, null, input);
            if (key.idempotencyKey !== null)
              await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [key.idempotencyKey]);
            const first = await firstAnswer(manager, key);
            if (first) return tell(manager, visit, rule.name, { answer: first, isRepeated: true });
            const now = await present(manager, null);
            const answer = await store(manager, null, rule(input, now), now.at);
            await onCreated(manager, answer.meetingId, visit);
            return tell(manager, visit, rule.name, await keep(manager, answer, key));
          }),

        undo: (command: Command) =>
          run(visit, command, 'undoLastStep', {}, async (course, _now, manager) =>
            undoLastStep(course, await loadLastStep(manager, course.meeting.id)),
          ),

        within: async <Input>(manager: EntityManager, command: Command, rule: Rule<Input>, input: Input) => {
          const said = spelt(input);
          const decide = (course: Course, now: Now) => rule(course, said, now);
          return (await carryOut(manager, visit, command, rule.name, said, decide)).answer;
        },

        announce: async (manager: EntityManager, meetingIds: string[], entry: Entry) => {
          // One order of locks for all, so that two such transactions can't wait for each other.
          for (const meetingId of meetingIds.toSorted()) {
            const meeting = await lockMeeting(manager, meetingId);
            // It may have ended while this waited for its lock.
            if (!meeting || meeting.status === 'CLOSED' || meeting.status === 'ARCHIVED') continue;
            const { at } = await present(manager, meetingId);
            await append(manager, meetingId, meeting.seq + 1, entry, at, []);
          }
        },
      },
    );
}

async function keep(manager: EntityManager, answer: Answer, { idempotencyKey, digest }: Key): Promise<Done> {
  if (idempotencyKey !== null) await manager.insert(ReceiptRow, { ...answer, idempotencyKey, digest });
  return { answer, isRepeated: false };
}

/** The key that a command carries, if it does, and what tells it from other commands. */
type Key = { idempotencyKey: string | null; digest: string };

const keyOf = (given: string | null | undefined, name: string, meetingId: string | null, input: unknown): Key => ({
  idempotencyKey: given == null ? null : text('idempotencyKey', given, { max: 200 }),
  digest: createHash('sha256')
    .update(JSON.stringify([name, meetingId, input]))
    .digest('hex'),
});

/**
 * The database's clock, so that all servers agree, read when the lock is held. Each entry of a meeting is later than
 * the one before, whatever is done to that clock. [W3]
 */
async function present(manager: EntityManager, meetingId: string | null): Promise<Now> {
  const [{ at }] = await manager.query(
    `SELECT date_trunc('milliseconds', greatest(clock_timestamp(),
       (SELECT at + interval '1 millisecond' FROM journal_entry WHERE meeting_id = $1 ORDER BY seq DESC LIMIT 1))) AS at`,
    [meetingId],
  );
  return { at, id: uuid };
}

/** A key belongs to one command: the same command gets its first answer again, another one is refused. [W4] */
async function firstAnswer(manager: EntityManager, { idempotencyKey, digest }: Key): Promise<Answer | null> {
  if (idempotencyKey === null) return null;
  const receipt = await manager.findOneBy(ReceiptRow, { idempotencyKey });
  refuseUnless(receipt === null || receipt.digest === digest, 'KEY_REUSED');
  return receipt;
}
