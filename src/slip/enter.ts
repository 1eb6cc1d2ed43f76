import { hashCode, spelled } from '../access/secret.js';
import { endSessions, type Opened, openSession, replacedBy } from '../access/session.store.js';
import type { Keep } from '../access/signed-in.type.js';
import type { Context } from '../context.js';
import { Refusal } from '../errors.js';
import { signInParticipant } from '../people/presence.rules.js';
import { CODE_LENGTH } from './slip.rules.js';
import { findSlip, type Standing } from './slip.store.js';

/** Seconds for which a session outlasts the slip that opened it. */
const GRACE = 3600;

const wrong = () => new Refusal('WRONG_CODE');

/**
 * Whoever types a valid code in is signed in and present, both or neither; whoever came in with it before is out, so that a
 * copied slip is noticed. [K10] A code that is wrong, expired, revoked or of a meeting that receives nobody is refused
 * in the same words, and counted. [K11]
 */
export async function enter(context: Context, code: string, keep: Keep): Promise<Opened> {
  // Whoever is to be refused takes no place in the line; and again inside, since others failed while they waited.
  await context.attempts.check('CODE', context.visit.address);
  return context.turnstile(() => tryToEnter(context, code, keep));
}

async function tryToEnter(context: Context, code: string, keep: Keep): Promise<Opened> {
  const { attempts, database, visit } = context;
  await attempts.check('CODE', visit.address);
  const isCode = spelled(code).length === CODE_LENGTH;
  const slip = isCode ? await findSlip(database, await hashCode(code)) : null;
  const opened = slip && (await comeIn(context, slip, keep));
  if (!opened) {
    await attempts.failed('CODE', visit.address);
    throw wrong();
  }
  // Only for this address: a slip of one's own must not help to guess those of others from everywhere.
  await attempts.succeeded('CODE', visit.address);
  return opened;
}

/** Null where the slip or the meeting has ended since it was looked for. */
function comeIn({ act, write, visit }: Context, slip: Standing, keep: Keep): Promise<Opened | null> {
  const { slipId, meetingId, participantId } = slip;
  return act({ action: 'enter', meetingId, subjectId: participantId }, async (manager, fact) => {
    const { seq, type } = await write.within(manager, { meetingId }, signInParticipant, { participantId });
    if (type !== null) fact.meetingSeq = seq;
    const [[used]] = await manager.query(
      `UPDATE slip SET used_at = clock_timestamp() WHERE id = $1 AND revoked_at IS NULL AND expires_at > clock_timestamp()
       RETURNING extract(epoch FROM expires_at - used_at)::float8 AS seconds`,
      [slipId],
    );
    if (!used) throw wrong();
    await endSessions(manager, { participantId, ...replacedBy(keep, visit) });
    const { address, userAgent } = visit;
    return openSession(manager, { participantId }, { seconds: used.seconds + GRACE, address, userAgent });
  }).catch((error) => {
    if (error instanceof Refusal) return null;
    throw error;
  });
}
