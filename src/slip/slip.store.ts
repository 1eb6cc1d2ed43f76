import type { DataSource, EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Sight } from '../access/rights.rules.js';
import { hashCode, newCode } from '../access/secret.js';
import { endSessions } from '../access/session.store.js';
import { createTurnstile } from '../access/turnstile.js';
import type { Context } from '../context.js';
import { Refusal, refuseUnless } from '../errors.js';
import { lockMeeting } from '../journal/lock.js';
import { findMeeting } from '../meeting/meeting.load.js';
import { ParticipantRow } from '../people/participant.entity.js';
import type { Duty } from '../people/participant.type.js';
import { SlipRow } from './slip.entity.js';
import { CODE_LENGTH, expiryOf, grouped, needReceiving, receiving } from './slip.rules.js';

/** What is to be told of a slip, once. */
export interface Issued {
  participant: ParticipantRow;
  code: string;
  link: string;
  expiresAt: Date;
}

/** The page at which codes are typed in. What stands behind the # stays in the browser. */
const linkTo = (home: string, code: string) => `${home}/enter#${grouped(code)}`;

/** Participants without a slip that stands. */
async function withoutSlip(manager: EntityManager, meetingId: string): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    `SELECT id FROM participant WHERE meeting_id = $1 AND NOT EXISTS (SELECT FROM slip
       WHERE participant_id = participant.id AND revoked_at IS NULL AND expires_at > clock_timestamp()) ORDER BY id`,
    [meetingId],
  );
  return rows.map(({ id }) => id);
}

/** Whose slip is nothing but a seat: it opens nothing that a teller may not do. */
const SEATS: readonly Duty[] = ['SPEAKER', 'GUEST', 'ATTENDEE'];

/**
 * To whom slips go: these, or all who have none. A slip signs in whoever has it, with all its owner's duties: only who runs the
 * meeting may issue one that runs it, or else a teller could become the HOST. [K7] [F3]
 */
async function recipients(
  manager: EntityManager,
  { isOperator }: Sight,
  meetingId: string,
  chosen: readonly string[] | null,
): Promise<ParticipantRow[]> {
  const wanted = new Set(chosen ?? (await withoutSlip(manager, meetingId)));
  const all = await manager.find(ParticipantRow, { where: { meetingId }, order: { id: 'ASC' } });
  const found = all.filter(({ id }) => wanted.has(id));
  const missing = chosen?.find((id) => !found.some((participant) => participant.id === id));
  if (missing) throw new Refusal('NOT_FOUND', { what: 'participant', id: missing });
  const allowed = found.filter(({ duties }) => isOperator || duties.every((duty) => SEATS.includes(duty)));
  refuseUnless(chosen === null || allowed.length === found.length, 'FORBIDDEN');
  return allowed;
}

/** Hashing is slow on purpose; so many at a time, whoever asks, leave the other threads free. */
const hashing = createTurnstile(3, Number.POSITIVE_INFINITY);

/** A new code, with its hash, for each. */
const makeCodes = async (participants: readonly ParticipantRow[]) =>
  new Map(
    await Promise.all(
      participants.map(async ({ id }) => {
        const code = newCode(CODE_LENGTH);
        return [id, { code, codeHash: await hashing(() => hashCode(code)) }] as const;
      }),
    ),
  );

/**
 * Gives participants a slip each: these, or all who have none. A code is told once, and kept as a slow hash only; whoever
 * had a slip before has a new one now, and the sessions that the former one opened are over. [K7]
 */
export async function issueSlips(
  { database, act, home, sight }: Context,
  meetingId: string,
  chosen: readonly string[] | null,
): Promise<Issued[]> {
  needReceiving(await findMeeting(database, meetingId));
  const asking = await sight(meetingId);
  const codes = await makeCodes(await recipients(database.manager, asking, meetingId, chosen));
  const fact = { action: 'issueSlips', meetingId };
  return act(fact, async (manager, told) => {
    const meeting = await lockMeeting(manager, meetingId);
    if (!meeting) throw new Refusal('NOT_FOUND', { what: 'meeting', id: meetingId });
    needReceiving(meeting);
    // Meanwhile somebody else may have issued some, or changed a duty.
    const found = await recipients(manager, asking, meetingId, chosen);
    const participants = found.filter(({ id }) => codes.has(id));

    const ids = participants.map(({ id }) => id);
    await revoke(manager, ids);
    const [{ at }] = await manager.query('SELECT clock_timestamp() AS at');
    const expiresAt = expiryOf(meeting.startsAt, at);
    const slips = ids.map((participantId) => {
      const { codeHash } = codes.get(participantId)!;
      return { id: uuid(), participantId, codeHash, issuedAt: at, expiresAt, revokedAt: null, usedAt: null };
    });
    if (slips.length > 0) await manager.insert(SlipRow, slips);
    told.detail = { participantIds: ids };
    return participants.map((participant) => {
      const { code } = codes.get(participant.id)!;
      return { participant, code: grouped(code), link: linkTo(home(), code), expiresAt };
    });
  });
}

/** Takes slips away, and ends what they have opened; answers whose they were. */
async function revoke(manager: EntityManager, participantIds: string[]): Promise<string[]> {
  const [revoked]: [{ participant_id: string }[], number] = await manager.query(
    `UPDATE slip SET revoked_at = clock_timestamp() WHERE participant_id = ANY($1) AND revoked_at IS NULL
     RETURNING participant_id`,
    [participantIds],
  );
  for (const { participant_id: participantId } of revoked) await endSessions(manager, { participantId });
  return revoked.map((row) => row.participant_id);
}

/** A slip that was lost, say, is taken away; whoever came in with it is out. Done again it changes nothing. [K9] */
export async function revokeSlip({ act }: Context, meetingId: string, participantId: string): Promise<ParticipantRow> {
  const fact = { action: 'revokeSlip', meetingId, subjectId: participantId };
  return act(fact, async (manager) => {
    const participant = await manager.findOneBy(ParticipantRow, { id: participantId, meetingId });
    if (!participant) throw new Refusal('NOT_FOUND', { what: 'participant', id: participantId });
    const isThere = await manager.existsBy(SlipRow, { participantId });
    refuseUnless(isThere, 'NOT_FOUND', { what: 'slip', id: participantId });
    await revoke(manager, [participantId]);
    return participant;
  });
}

/** A slip that stands, found by its code. */
export interface Standing {
  slipId: string;
  participantId: string;
  meetingId: string;
}

export async function findSlip(database: DataSource, codeHash: string): Promise<Standing | null> {
  const [found] = await database.query(
    `SELECT slip.id AS "slipId", participant.id AS "participantId", meeting.id AS "meetingId"
     FROM slip JOIN participant ON participant.id = participant_id JOIN meeting ON meeting.id = meeting_id
     WHERE code_hash = $1 AND revoked_at IS NULL AND expires_at > clock_timestamp() AND status = ANY($2)`,
    [codeHash, receiving],
  );
  return found ?? null;
}
