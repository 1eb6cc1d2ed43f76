import { refuseUnless } from '../errors.js';
import type { MeetingStatus } from '../meeting/meeting.type.js';

const HOUR = 3_600_000;

/** A slip is valid until a day after the planned start, but for twelve hours at least. [K8] */
export const expiryOf = (startsAt: Date, at: Date): Date =>
  new Date(Math.max(startsAt.getTime() + 24 * HOUR, at.getTime() + 12 * HOUR));

/** A slip is valid from SCHEDULED until the meeting is closed. [K8] */
export const receiving: readonly MeetingStatus[] = ['SCHEDULED', 'LIVE', 'PAUSED'];

export function needReceiving({ status }: { status: MeetingStatus }): void {
  refuseUnless(receiving.includes(status), 'WRONG_STATUS', { status });
}

/** Signs of a code: 30 to the power of 8 are more than 600 billion. */
export const CODE_LENGTH = 8;

/** A code as it is shown: XXXX-XXXX. */
export const grouped = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;
