import type { DataSource } from 'typeorm';
import { Refusal } from '../errors.js';
import { id as reference } from '../input.js';
import { MeetingRow } from './meeting.entity.js';

/** The meeting with this id, or a Refusal. */
export async function findMeeting(database: DataSource, id: string): Promise<MeetingRow> {
  const meeting = await database.manager.findOneBy(MeetingRow, { id: reference('meeting', id) });
  if (!meeting) throw new Refusal('NOT_FOUND', { what: 'meeting', id });
  return meeting;
}
