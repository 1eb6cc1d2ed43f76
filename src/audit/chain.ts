import { createHash } from 'node:crypto';
import { validate as isUuid } from 'uuid';
import type { Visit } from '../access/viewer.js';
import type { Fact } from './audit.js';

/** What one entry of the trail holds beside its hash, each column as the text or number that PostgreSQL makes of it. */
export interface Link {
  seq: string;
  /** ISO 8601 in UTC, to the microsecond: as exact as the column. */
  at: string;
  actorKind: string;
  actorId: string | null;
  actorName: string;
  sessionId: string | null;
  address: string;
  action: string;
  outcome: string;
  meetingId: string | null;
  meetingSeq: number | null;
  subjectId: string | null;
  /** JSON, to the letter. */
  detail: string;
  times: number;
}

/** All of a link that is known before the trail is locked. */
export type Said = Omit<Link, 'seq' | 'at'>;

/** A link's columns in the order in which they are hashed, after its seq and its time. */
export const columns = [
  'actorKind',
  'actorId',
  'actorName',
  'sessionId',
  'address',
  'action',
  'outcome',
  'meetingId',
  'meetingSeq',
  'subjectId',
  'detail',
  'times',
] as const satisfies readonly (keyof Said)[];

/** What is said, as a JSON array without blanks. */
export const arrayOf = (said: Said): string => JSON.stringify(columns.map((column) => said[column]));

/**
 * The canonical form of a link: the same array with three texts before it, the hash before (nothing before the first), the
 * seq and the time. Its SHA-256 in hex is the link's hash. PostgreSQL makes it when it appends (audit_append). [H1]
 */
export const canonical = (before: string, link: Link): string =>
  `["${before}","${link.seq}","${link.at}",${arrayOf(link).slice(1)}`;

export const hashOf = (before: string, link: Link): string =>
  createHash('sha256').update(canonical(before, link)).digest('hex');

/** A fact as it is written down: what PostgreSQL can't hold is replaced, and what is no id is none. */
export function said({ viewer, address }: Visit, fact: Fact, times = 1): Said {
  return {
    actorKind: viewer.kind,
    actorId: idOf(viewer.id),
    actorName: plain(viewer.name),
    sessionId: idOf(viewer.sessionId),
    address: plain(address),
    action: plain(fact.action),
    outcome: fact.outcome ?? 'DONE',
    meetingId: idOf(fact.meetingId),
    meetingSeq: fact.meetingSeq ?? null,
    subjectId: idOf(fact.subjectId),
    detail: JSON.stringify(fact.detail ?? {}, (_, value) => (typeof value === 'string' ? plain(value) : value)),
    times,
  };
}

/** No name and no address is longer. */
const LONGEST = 300;

const plain = (text: string) => text.slice(0, LONGEST).replace(/[\0\p{Surrogate}]/gu, '\ufffd');

const idOf = (value: string | null | undefined) => (value != null && isUuid(value) ? value.toLowerCase() : null);
