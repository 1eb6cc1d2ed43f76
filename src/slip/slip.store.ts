import type { DataSource, EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { hashCode, newCode } from '../access/secret.js';
import { endSessions } from '../access/session.store.js';
import type { Context } from '../context.js';
import { Refusal, refuseUnless } from '../errors.js';
import { lockMeeting } from '../journal/lock.js';
import { findMeeting } from '../meeting/meeting.load.js';
import { ParticipantRow } from '../people/participant.entity.js';
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

/** Hashing is slow on purpose; so many at a time leave the other threads free. */
const AT_A_TIME = 3;

/** A new code, with its hash, for each. */
async function makeCodes(participantIds: readonly string[]) {
  const made = new Map<string, { code: string; codeHash: string }>();
  const waiting = [...participantIds];
  const work = async () => {
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const code = newCode(CODE_LENGTH);
      made.set(id, { code, codeHash: await hashCode(code) });
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return made;
}

/**
 * Gives participants a slip each: these, or all who have none. A code is told once, and kept as a slow hash only; whoever
 * had a slip before has a new one now, and the sessions that the former one opened are over. [K7]
 */
export async function issueSlips(
  { database, act, home }: Context,
  meetingId: string,
  chosen: readonly string[] | null,
): Promise<Issued[]> {
  needReceiving(await findMeeting(database, meetingId));
  const codes = await makeCodes(chosen ?? (await withoutSlip(database.manager, meetingId)));
  const fact = { action: 'issueSlips', meetingId };
  return act(fact, async (manager, told) => {
    const meeting = await lockMeeting(manager, meetingId);
    if (!meeting) throw new Refusal('NOT_FOUND', { what: 'meeting', id: meetingId });
    needReceiving(meeting);
    // Somebody else may have issued some meanwhile.
    const left = new Set(chosen ?? (await withoutSlip(manager, meetingId)));
    const participants = (await manager.find(ParticipantRow, { where: { meetingId }, order: { id: 'ASC' } })).filter(
      ({ id }) => left.has(id) && codes.has(id),
    );
    const missing = chosen?.find((id) => !participants.some((participant) => participant.id === id));
    if (missing) throw new Refusal('NOT_FOUND', { what: 'participant', id: missing });

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
