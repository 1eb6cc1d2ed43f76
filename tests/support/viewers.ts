import type { Standing } from '../../src/access/rights.rules.js';
import { everyone, type Viewer } from '../../src/access/viewer.js';

/** Viewers of each kind, and the standing of somebody who has no duty at a LIVE meeting. */

export const MEETING = '0190a000-0000-7000-8000-0000000000a1';
export const OTHER = '0190a000-0000-7000-8000-0000000000a2';
export const account: Viewer = { ...everyone, kind: 'ACCOUNT', id: 'account-1' };
export const administrator: Viewer = { ...account, isAdministrator: true };
export const participant: Viewer = { ...everyone, kind: 'PARTICIPANT', id: 'participant-1', meetingId: MEETING };
export const display: Viewer = { ...everyone, kind: 'DISPLAY', id: 'display-1', meetingId: MEETING };
export const standing: Standing = { visibility: 'ROOM', status: 'LIVE', participantId: null, duties: [], view: null };
