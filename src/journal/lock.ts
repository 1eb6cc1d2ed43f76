import type { EntityManager } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { MeetingRow } from '../meeting/meeting.entity.js';

/**
 * Nobody else changes what belongs to this meeting until the transaction ends. Not FOR UPDATE: that would also wait for the
 * deletion of a unit that looks whether it is in use, and deadlock with it.
 */
export const lockMeeting = async (manager: EntityManager, id: string): Promise<MeetingRow | null> =>
  isUuid(id) ? manager.findOne(MeetingRow, { where: { id }, lock: { mode: 'for_no_key_update' } }) : null;
