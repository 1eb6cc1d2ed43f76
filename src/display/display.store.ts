import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Sight } from '../access/rights.rules.js';
import { endSessions, openSession, touchSessions } from '../access/session.store.js';
import { Refusal, refuseUnless } from '../errors.js';
import { MeetingRow } from '../meeting/meeting.entity.js';
import { DisplayRow } from './display.entity.js';
import { aDisplay, isRevealing, needEyes, set } from './display.rules.js';
import type { DisplayView, UpdateDisplayInput } from './display.type.js';
import { usePairing, waitingScreen } from './pairing.store.js';

/** A month: longer than a meeting is prepared, and a screen that was forgotten falls silent. */
const SECONDS = 30 * 24 * 3600;

interface Confirmed {
  code: string;
  name: string;
  view: DisplayView;
}

/**
 * An operator types the code of a screen: it becomes a display of one meeting, and the token that the screen has kept
 * becomes its session's. A code is confirmed once. [Y2]
 */
export async function confirmPairing(
  manager: EntityManager,
  sight: Sight,
  meetingId: string,
  { code, name, view }: Confirmed,
): Promise<{ display: DisplayRow; address: string }> {
  const row = aDisplay({ id: uuid(), meetingId, name, view });
  needEyes(sight, row);
  const meeting = await manager.findOneBy(MeetingRow, { id: meetingId });
  if (!meeting) throw new Refusal('NOT_FOUND', { what: 'meeting', id: meetingId });
  refuseUnless(meeting.status !== 'ARCHIVED', 'WRONG_STATUS', { status: meeting.status });
  const { id, tokenHash, address, userAgent } = await waitingScreen(manager, code, 'FOR UPDATE');
  const display = { ...row, pairedAt: await present(manager) };
  await manager.insert(DisplayRow, display);
  await openSession(manager, { displayId: display.id }, { seconds: SECONDS, address, userAgent }, tokenHash);
  await usePairing(manager, id, display.id);
  return { display, address };
}

/** A display that was not revoked is set otherwise. [Y5] Whoever sees other things by its new view comes back to see them. [Y9] */
export async function updateDisplay(
  manager: EntityManager,
  sight: Sight,
  meetingId: string,
  id: string,
  input: UpdateDisplayInput,
): Promise<{ display: DisplayRow; isChanged: boolean }> {
  const before = await manager.findOne(DisplayRow, { where: { id, meetingId }, lock: { mode: 'for_no_key_update' } });
  if (!before || before.revokedAt) throw new Refusal('NOT_FOUND', { what: 'display', id });
  const display = set(before, input);
  needEyes(sight, display, before);
  const { name, view, theme, ratio, language } = display;
  await manager.update(DisplayRow, { id }, { name, view, theme, ratio, language });
  if (isRevealing(before) !== isRevealing(display)) await touchSessions(manager, { displayId: id });
  return { display, isChanged: JSON.stringify(before) !== JSON.stringify(display) };
}

/** What a revoked display had is over at once: its session, and what it would still claim. Again, it changes nothing. [Y5] */
export async function revokeDisplay(
  manager: EntityManager,
  meetingId: string,
  id: string,
): Promise<{ isChanged: boolean }> {
  const before = await manager.findOne(DisplayRow, { where: { id, meetingId }, lock: { mode: 'for_no_key_update' } });
  if (!before) throw new Refusal('NOT_FOUND', { what: 'display', id });
  if (before.revokedAt) return { isChanged: false };
  await manager.update(DisplayRow, { id }, { revokedAt: await present(manager) });
  await endSessions(manager, { displayId: id });
  return { isChanged: true };
}

const present = async (manager: EntityManager): Promise<Date> =>
  (await manager.query('SELECT clock_timestamp() AS at'))[0].at;
