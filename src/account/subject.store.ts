import type { EntityManager } from 'typeorm';
import type { Identity } from './provider.js';

/**
 * A claim is compared as the provider spells it, but for A to Z: what looks the same to us may be two people there, and
 * one of them would get the other's account.
 */
const spelled = (claim: string): string => claim.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/**
 * Whose account this is; null: nobody's, or a suspended one. The first time the claim must be the account's name, and the
 * account is bound to the subject; from then on only the subject counts, so that a name which the provider gives to
 * somebody else opens nothing. Signing in makes no accounts. [N13]
 */
export async function accountOf(
  manager: EntityManager,
  { subject, name }: Identity,
): Promise<{ id: string; isNew: boolean } | null> {
  const [bound] = await manager.query(
    'SELECT id, is_suspended AS "isSuspended" FROM account WHERE subject = $1 FOR SHARE',
    [subject],
  );
  if (bound) return bound.isSuspended ? null : { id: bound.id, isNew: false };
  if (name === null) return null;
  const [[linked]] = await manager.query(
    'UPDATE account SET subject = $1 WHERE name = $2 AND subject IS NULL AND NOT is_suspended RETURNING id',
    [subject, spelled(name)],
  );
  return linked ? { id: linked.id, isNew: true } : null;
}
