import type { EntityManager } from 'typeorm';
import { refuseUnless } from '../errors.js';
import type { MeetingRow } from '../meeting/meeting.entity.js';
import { quiet } from './entry.js';

/**
 * Of two operators who press "next" at once, one makes the step and the other is told where the meeting is. [W2] Who only
 * came or went meanwhile is not in anybody's way. [W5]
 */
export async function expectSeq(
  manager: EntityManager,
  { id, seq }: MeetingRow,
  expectedSeq: number | null | undefined,
): Promise<void> {
  if (expectedSeq == null || expectedSeq === seq) return;
  const isQuiet = expectedSeq < seq && expectedSeq >= 0 && (await onlyQuietSince(manager, id, expectedSeq));
  refuseUnless(isQuiet, 'CONFLICT', { seq, expectedSeq });
}

async function onlyQuietSince(manager: EntityManager, meetingId: string, seq: number): Promise<boolean> {
  const [{ isQuiet }] = await manager.query(
    `SELECT NOT EXISTS (SELECT FROM journal_entry WHERE meeting_id = $1 AND seq > $2 AND type <> ALL($3)) AS "isQuiet"`,
    [meetingId, seq, quiet],
  );
  return isQuiet;
}
