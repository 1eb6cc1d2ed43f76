import type { EntityManager } from 'typeorm';
import { Refusal } from '../errors.js';
import { id as reference } from '../input.js';
import { checkedReport } from './display.rules.js';
import type { DisplayReport } from './display.type.js';

/** Nobody shows boards faster than they can be read; half a second leaves room for a second that is measured elsewhere. */
const REST = "interval '0.5 seconds'";

const KEEP = `
  UPDATE display SET shown_epoch = $2, shown_seq = $3, clock_offset = $4, width = $5, height = $6, reported_at = clock_timestamp()
  WHERE id = $1 AND revoked_at IS NULL AND coalesce(reported_at < clock_timestamp() - ${REST}, true) RETURNING id`;

/**
 * A display says what it shows. One row is written over, however often it speaks: neither the journal nor the audit trail
 * grows by it. [Y11] A number that its meeting has not reached is nonsense. [Y12]
 */
export async function keepReport(manager: EntityManager, displayId: string, given: DisplayReport): Promise<boolean> {
  const { epoch, seq, clockOffset, width, height } = checkedReport(given);
  const shownEpoch = reference('epoch', epoch);
  const [meeting] = await manager.query(
    'SELECT m.epoch, m.seq FROM display d JOIN meeting m ON m.id = d.meeting_id WHERE d.id = $1',
    [displayId],
  );
  if (meeting?.epoch === shownEpoch && seq > meeting.seq)
    throw new Refusal('INVALID_INPUT', { field: 'seq', problem: 'tooLarge', limit: meeting.seq });
  const [kept] = await manager.query(KEEP, [displayId, shownEpoch, seq, clockOffset, width, height]);
  return kept.length === 1;
}
