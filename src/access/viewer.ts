/** What kind of holder a session has. PUBLIC: nobody has signed in. SYSTEM: the server itself. */
export type HolderKind = 'PUBLIC' | 'SYSTEM' | 'ACCOUNT' | 'PARTICIPANT' | 'DISPLAY';

/** Who is asking. What they may do at a meeting is found out each time they ask (rights.ts), not kept here. */
export interface Viewer {
  readonly kind: HolderKind;
  /** Id of the account, the participant or the display; null for PUBLIC and SYSTEM. */
  readonly id: string | null;
  /** The name at the time of asking, for the audit trail. */
  readonly name: string;
  readonly sessionId: string | null;
  /** When the session ends by itself, in milliseconds of the database's clock; null: there is none. */
  readonly expiresAt: number | null;
  /** When the session was last changed, in the database's own words: only to be compared. */
  readonly changedAt: string | null;
  readonly isAdministrator: boolean;
  /** The person that an account belongs to. */
  readonly personId: string | null;
  /** The one meeting that a participant or a display belongs to. */
  readonly meetingId: string | null;
}

const nobody = {
  id: null,
  name: '',
  sessionId: null,
  expiresAt: null,
  changedAt: null,
  isAdministrator: false,
  personId: null,
  meetingId: null,
} as const;

export const everyone: Viewer = { ...nobody, kind: 'PUBLIC' };
export const system: Viewer = { ...nobody, kind: 'SYSTEM', name: 'Rostrum', isAdministrator: true };

/** A holder as one word, such as "ACCOUNT:0190…"; null for somebody who has not signed in. */
export const holderOf = ({ kind, id }: Viewer): string | null => (id === null ? null : `${kind}:${id}`);

/** One request or socket, as far as it says who is asking and from where. */
export interface Visit {
  readonly viewer: Viewer;
  readonly door: 'HTTP' | 'WEBSOCKET' | 'INSIDE';
  /** The visitor's network address. */
  readonly address: string;
  readonly userAgent: string;
  /** Whether the browser's cookie says who is asking: then no script may get a token of the session. */
  readonly isCookie?: boolean;
  /** Gives the browser a session's token as a cookie, or takes it away (null); only a request over HTTP can. */
  readonly keep?: (token: string | null, expiresAt?: Date) => void;
}

/** The server's own doing. */
export const inside: Visit = { viewer: system, door: 'INSIDE', address: '', userAgent: '' };
