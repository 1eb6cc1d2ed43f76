import type { EntityManager } from 'typeorm';
import { touchSessions } from '../access/session.store.js';
import type { Visit } from '../access/viewer.js';
import { refuseUnless } from '../errors.js';
import { MeetingRow } from '../meeting/meeting.entity.js';
import { AccountRow } from './account.entity.js';
import { AppointmentRow } from './appointment.entity.js';

const insert = (manager: EntityManager, row: AppointmentRow) =>
  manager.createQueryBuilder().insert().into(AppointmentRow).values(row).orIgnore().execute();

/** Appointing twice is appointing once. What the account's sessions may do is found out anew, within seconds. [N12] */
export async function addAppointment(manager: EntityManager, row: AppointmentRow): Promise<void> {
  await insert(manager, row);
  await touchSessions(manager, { accountId: row.accountId });
}

/**
 * Whoever makes a meeting records it, or nobody but an administrator could go on with it. [N12] Their sockets stay: none can
 * follow the meeting yet, and another one may be running before them.
 */
export async function appointMaker(manager: EntityManager, meetingId: string, { viewer }: Visit): Promise<void> {
  if (viewer.kind === 'ACCOUNT' && viewer.id !== null)
    await insert(manager, { meetingId, accountId: viewer.id, duty: 'RECORDER' });
}

/** Takes a duty away; whether there was one. */
export async function dropAppointment(manager: EntityManager, row: AppointmentRow): Promise<boolean> {
  const { meetingId, accountId } = row;
  const isThere = await manager.existsBy(MeetingRow, { id: meetingId });
  refuseUnless(isThere, 'NOT_FOUND', { what: 'meeting', id: meetingId });
  const isKnown = await manager.existsBy(AccountRow, { id: accountId });
  refuseUnless(isKnown, 'NOT_FOUND', { what: 'account', id: accountId });
  const { affected } = await manager.delete(AppointmentRow, row);
  await touchSessions(manager, { accountId });
  return affected === 1;
}
