import type { MeetingStatus } from '../meeting/meeting.type.js';
import type { Own } from './own.js';
import type { Role } from './rights.rules.js';

/** Who may do what, as a sentence; what no sentence allows is refused. */
export interface Sentence {
  who: readonly Role[];
  may: { en: string; zh: string };
  /** Root fields, as "Mutation.callItem". Their argument `meetingId` (of Query.meeting `id`) says at which meeting. */
  fields: readonly string[];
  /** Statuses of the meeting in which the rules allow it; left out where it doesn't matter. A test compares them with the rules. */
  during?: readonly MeetingStatus[];
  /** Only where it is one's own. */
  own?: Own;
  /** About whoever asks, and no meeting: a display, of whichever. */
  itself?: 'DISPLAY';
  /** Only a meeting that may be seen (rights.rules.ts). */
  seen?: true;
}

export const draft = ['DRAFT'] as const;
export const live = ['LIVE'] as const;
export const reception = ['SCHEDULED', 'LIVE', 'PAUSED'] as const;
export const open = ['DRAFT', 'SCHEDULED', 'LIVE', 'PAUSED'] as const;
export const desk = [...open, 'CLOSED'] as const;
export const posted = ['LIVE', 'PAUSED', 'CLOSED'] as const;

export const operators = ['ADMINISTRATOR', 'HOST', 'RECORDER'] as const;
/** Those at the reception. */
export const receivers = [...operators, 'TELLER'] as const;
export const everybody = ['PUBLIC'] as const;

export const mutations = (...names: string[]) => names.map((name) => `Mutation.${name}`);
