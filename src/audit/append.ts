import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { arrayOf, type Said } from './chain.js';
import { AuditPendingRow } from './pending.entity.js';

/**
 * Appends to the trail in the transaction of the manager's. The trail is one chain under one lock, which PostgreSQL takes and
 * lets go within the commit, after every other: whoever waits for it waits for a commit, not for a server. [H4]
 */
export async function append(manager: EntityManager, said: readonly Said[]): Promise<void> {
  await manager.insert(
    AuditPendingRow,
    said.map((one) => ({ id: uuid(), said: arrayOf(one) })),
  );
}
