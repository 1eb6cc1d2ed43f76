import type { DisplayView } from '../display/display.type.js';
import type { MeetingStatus, Visibility } from '../meeting/meeting.type.js';
import type { Duty } from '../people/participant.type.js';
import { holderOf, type Viewer } from './viewer.js';

/** What somebody is: for the whole server an ADMINISTRATOR, the holder of an ACCOUNT, or anybody (PUBLIC); at one meeting a DISPLAY, or whatever duties they carry. */
export type Role = Duty | 'ADMINISTRATOR' | 'ACCOUNT' | 'DISPLAY' | 'PUBLIC';

/** What of a meeting says who may see it. */
export interface Openness {
  visibility: Visibility;
  status: MeetingStatus;
}

/** What stands about one viewer at one meeting. */
export interface Standing extends Openness {
  participantId: string | null;
  /** Of the participant, and those that the account was appointed to. */
  duties: readonly Duty[];
  /** Of the display; null for whoever is none. */
  view: DisplayView | null;
}

/**
 * What a viewer may see of one meeting. Whoever has an equal sight gets the same, so it holds nothing that is not
 * needed to tell what they see. [F5]
 */
export interface Sight {
  isSeen: boolean;
  /** Prepares and runs the meeting: sees what is still to come, and who was there. */
  isOperator: boolean;
  isCommenter: boolean;
  isTeller: boolean;
  isSpeaker: boolean;
  /** The chair's own screen. */
  isOnRostrum: boolean;
  /** Oneself: the participant, and the holder of the session. */
  participantId: string | null;
  holder: string | null;
}

export const blind: Sight = {
  isSeen: false,
  isOperator: false,
  isCommenter: false,
  isTeller: false,
  isSpeaker: false,
  isOnRostrum: false,
  participantId: null,
  holder: null,
};

/** What somebody is wherever they are. */
export function rolesOf({ kind, isAdministrator }: Viewer): Role[] {
  const roles: Role[] = ['PUBLIC'];
  if (kind === 'ACCOUNT') roles.push('ACCOUNT');
  if (isAdministrator) roles.push('ADMINISTRATOR');
  return roles;
}

/** What somebody is at one meeting. A display and a participant belong to one meeting, and are nobody at any other. */
export function rolesAt(viewer: Viewer, meetingId: string, { duties }: Standing): Role[] {
  const isDisplay = viewer.kind === 'DISPLAY' && viewer.meetingId === meetingId.toLowerCase();
  return [...rolesOf(viewer), ...duties, ...(isDisplay ? (['DISPLAY'] as const) : [])];
}

const isOneOf = (roles: readonly Role[], ...wanted: Role[]) => wanted.some((role) => roles.includes(role));

/**
 * Who prepares and runs a meeting sees it at any time. A DRAFT is seen by nobody else; a PUBLIC meeting by everybody, one of
 * the ROOM by its participants and displays, and a PRIVATE one by these only once it was opened. [F2]
 */
export function isSeen(roles: readonly Role[], { visibility, status }: Openness): boolean {
  if (isOneOf(roles, 'ADMINISTRATOR', 'HOST', 'RECORDER')) return true;
  if (status === 'DRAFT') return false;
  if (visibility === 'PUBLIC') return true;
  const isInTheRoom = roles.some((role) => role !== 'PUBLIC' && role !== 'ACCOUNT');
  return isInTheRoom && (visibility === 'ROOM' || status !== 'SCHEDULED');
}

/** Equal words where equal roles see the meeting, as passes.ts asks the table for them. */
export const opennessOf = ({ visibility, status }: Openness): string => `${visibility} ${status}`;

export function sightOf(viewer: Viewer, meetingId: string, standing: Standing): Sight {
  const roles = rolesAt(viewer, meetingId, standing);
  if (!isSeen(roles, standing)) return blind;
  return {
    isSeen: true,
    isOperator: isOneOf(roles, 'ADMINISTRATOR', 'HOST', 'RECORDER'),
    isCommenter: isOneOf(roles, 'COMMENTER'),
    isTeller: isOneOf(roles, 'TELLER'),
    isSpeaker: isOneOf(roles, 'SPEAKER'),
    isOnRostrum: isOneOf(roles, 'DISPLAY') && standing.view === 'ROSTRUM',
    participantId: standing.participantId,
    holder: holderOf(viewer),
  };
}

/**
 * What of a sight is shared with whoever sees the same: only those who may have a statement or a draft of their own are told
 * apart, so that a hall is one; unless it is asked for what everybody has of their own, such as when they came. [F5]
 */
export function common(sight: Sight, { isPersonal }: { isPersonal: boolean }): Sight {
  const hasOwn = sight.isOperator || sight.isCommenter || sight.isSpeaker;
  return hasOwn ? sight : { ...sight, participantId: isPersonal ? sight.participantId : null, holder: null };
}

/** A draft is seen by whoever wrote it down, and by the commenter in whose name it stands; by nobody else. [F3] */
export function seesComment(
  sight: Sight,
  comment: { status: string; authorId: string; draftedBy: string | null },
): boolean {
  if (comment.status !== 'DRAFT') return true;
  return isOwn(sight, comment.authorId) || (sight.holder !== null && comment.draftedBy === sight.holder);
}

/** What was not revealed yet is seen by those who prepare it. [F4] */
export const seesRequirement = (
  { isOperator, isCommenter }: Sight,
  { revealedAt }: { revealedAt: Date | null },
): boolean => isOperator || isCommenter || revealedAt !== null;

/** The text of a statement that was not made yet is seen by its speaker, by commenters and by those who run the meeting. [F4] */
export const seesText = (sight: Sight, { phase, speakerId }: { phase: string; speakerId: string }): boolean =>
  sight.isOperator || sight.isCommenter || phase !== 'WAITING' || isOwn(sight, speakerId);

/** Who is there and since when is for those who run the meeting, its tellers, and oneself. [F4] */
export const seesPresence = (sight: Sight, { id }: { id: string }): boolean =>
  sight.isOperator || sight.isTeller || isOwn(sight, id);

/** What was counted of a ballot is for those who run the meeting and its tellers, until the result is revealed. [V10] */
export const seesTally = ({ isOperator, isTeller }: Sight, { revealedAt }: { revealedAt: Date | null }): boolean =>
  isOperator || isTeller || revealedAt !== null;

/** Where the displays of a meeting are is for those at its reception. [F4] */
export const seesDisplays = ({ isOperator, isTeller }: Sight): boolean => isOperator || isTeller;

/** The chair's notes, and what comes next, are for those on the rostrum and those who run the meeting. [F4] */
export const seesNotes = ({ isOperator, isCommenter, isOnRostrum }: Sight): boolean =>
  isOperator || isCommenter || isOnRostrum;

const isOwn = ({ participantId }: Sight, id: string) => participantId !== null && participantId === id;

/** Equal words for equal sights: part of the key under which viewers get the same. [F5] */
export const wordOf = (sight: Sight): string =>
  `${[sight.isSeen, sight.isOperator, sight.isCommenter, sight.isTeller, sight.isSpeaker, sight.isOnRostrum].map(Number).join('')} ${sight.participantId ?? ''} ${sight.holder ?? ''}`;
