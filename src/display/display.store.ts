import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { endSessions, openSession } from '../access/session.store.js';
import { Refusal, refuseUnless } from '../errors.js';
import { text } from '../input.js';
import { MeetingRow } from '../meeting/meeting.entity.js';
import { DisplayRow } from './display.entity.js';
import { usePairing, waitingScreen } from './pairing.store.js';

/** A month: longer than a meeting is prepared, and a screen that was forgotten falls silent. */
const SECONDS = 30 * 24 * 3600;

const checkedName = (name: string) => text('name', name, { max: 100 });

/**
 * An operator types the code of a screen: it becomes a display of one meeting, and the token that the screen has kept
 * becomes its session's. A code is confirmed once. [Y2]
 */
export async function confirmPairing(
  manager: EntityManager,
  meetingId: string,
  code: string,
  givenName: string,
): Promise<{ display: DisplayRow; address: string }> {
  const name = checkedName(givenName);
  const meeting = await manager.findOneBy(MeetingRow, { id: meetingId });
  if (!meeting) throw new Refusal('NOT_FOUND', { what: 'meeting', id: meetingId });
  refuseUnless(meeting.status !== 'ARCHIVED', 'WRONG_STATUS', { status: meeting.status });
  const { id, tokenHash, address, userAgent } = await waitingScreen(manager, code, 'FOR UPDATE');
  const [display] = await manager.query(
    `INSERT INTO display (id, meeting_id, name, paired_at) VALUES ($1, $2, $3, clock_timestamp())
     RETURNING id, meeting_id AS "meetingId", name, paired_at AS "pairedAt", revoked_at AS "revokedAt"`,
    [uuid(), meetingId, name],
  );
  await openSession(manager, { displayId: display.id }, { seconds: SECONDS, address, userAgent }, tokenHash);
  await usePairing(manager, id, display.id);
  return { display, address };
}

export async function renameDisplay(
  manager: EntityManager,
  meetingId: string,
  id: string,
  name: string,
): Promise<DisplayRow> {
  const where = { id, meetingId };
  await manager.update(DisplayRow, where, { name: checkedName(name) });
  const display = await manager.findOneBy(DisplayRow, where);
  if (!display || display.revokedAt) throw new Refusal('NOT_FOUND', { what: 'display', id });
  return display;
}

/** What a revoked display had is over at once: its session, and what it would still claim. Again, it changes nothing. [Y5] */
export async function revokeDisplay(manager: EntityManager, meetingId: string, id: string): Promise<void> {
  const [revoked] = await manager.query(
    `UPDATE display SET revoked_at = coalesce(revoked_at, clock_timestamp()) WHERE id = $1 AND meeting_id = $2 RETURNING id`,
    [id, meetingId],
  );
  refuseUnless(revoked.length === 1, 'NOT_FOUND', { what: 'display', id });
  await endSessions(manager, { displayId: id });
}
