import { describe, expect, it } from '@jest/globals';
import {
  blind,
  type Sight,
  type Standing,
  seesComment,
  seesDisplays,
  seesNotes,
  seesPresence,
  seesRequirement,
  seesText,
  sightOf,
} from '../../src/access/rights.rules.js';
import { display, MEETING, OTHER, participant, standing } from '../support/viewers.js';

describe('what is hidden', () => {
  const sight: Sight = { ...blind, isSeen: true, participantId: 'me', holder: 'PARTICIPANT:me' };
  const as = (what: Partial<Sight>): Sight => ({ ...sight, participantId: 'somebody', holder: 'ACCOUNT:x', ...what });
  const nobody: Sight = { ...blind, isSeen: true };

  it('[F3] a draft is seen by whoever wrote it down and by its author, and by nobody else', () => {
    const draft = { status: 'DRAFT', authorId: 'me', draftedBy: 'ACCOUNT:recorder' };
    expect(seesComment(sight, draft)).toBe(true);
    expect(seesComment(as({ holder: 'ACCOUNT:recorder' }), draft)).toBe(true);
    expect(seesComment(as({ isOperator: true, isCommenter: true, isTeller: true }), draft)).toBe(false);
    expect(seesComment(nobody, draft)).toBe(false);
    expect(seesComment(nobody, { ...draft, draftedBy: null })).toBe(false);
    for (const status of ['POSTED', 'CORRECTED', 'RETRACTED'])
      expect(seesComment(nobody, { ...draft, status })).toBe(true);
  });

  it('[F4] a requirement is seen when it is revealed, and before by those who prepare it', () => {
    const hidden = { revealedAt: null };
    expect(
      [as({}), as({ isTeller: true }), as({ isSpeaker: true })].map((one) => seesRequirement(one, hidden)),
    ).toEqual([false, false, false]);
    expect(seesRequirement(as({ isOperator: true }), hidden)).toBe(true);
    expect(seesRequirement(as({ isCommenter: true }), hidden)).toBe(true);
    expect(seesRequirement(nobody, { revealedAt: new Date() })).toBe(true);
  });

  it('[F4] a text is seen when its statement is made, and before by its speaker and those who must know it', () => {
    const waiting = { phase: 'WAITING', speakerId: 'me' };
    expect(seesText(sight, waiting)).toBe(true);
    expect(seesText(as({ isSpeaker: true, isTeller: true }), waiting)).toBe(false);
    expect(seesText(as({ isOperator: true }), waiting)).toBe(true);
    expect(seesText(as({ isCommenter: true }), waiting)).toBe(true);
    for (const phase of ['STATEMENT', 'HEARD', 'COMMENT', 'DONE'])
      expect(seesText(nobody, { ...waiting, phase })).toBe(true);
  });

  it('[F4] who is there is seen by those who run the meeting, by tellers and by oneself', () => {
    expect(seesPresence(sight, { id: 'me' })).toBe(true);
    expect(seesPresence(as({ isCommenter: true, isSpeaker: true }), { id: 'me' })).toBe(false);
    expect(seesPresence(as({ isOperator: true }), { id: 'me' })).toBe(true);
    expect(seesPresence(as({ isTeller: true }), { id: 'me' })).toBe(true);
    expect(seesPresence(nobody, { id: 'me' })).toBe(false);
  });

  it('[F4] [Y9] notes and the next step are seen by those who run the meeting, by commenters and on the rostrum', () => {
    const others = [nobody, as({ isTeller: true, isSpeaker: true })];
    expect(others.map(seesNotes)).toEqual([false, false]);
    const seeing: Partial<Sight>[] = [{ isOperator: true }, { isCommenter: true }, { isOnRostrum: true }];
    expect(seeing.map((what) => seesNotes(as(what)))).toEqual([true, true, true]);
    const onRostrum = (view: Standing['view'], meetingId = MEETING) =>
      sightOf(display, meetingId, { ...standing, view, visibility: 'PUBLIC' }).isOnRostrum;
    expect([onRostrum('ROSTRUM'), onRostrum('HALL'), onRostrum(null), onRostrum('ROSTRUM', OTHER)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(sightOf(participant, MEETING, { ...standing, duties: ['GUEST'], view: 'ROSTRUM' }).isOnRostrum).toBe(false);
  });

  it('[F4] displays are seen by those who run the meeting and by tellers', () => {
    expect(seesDisplays(as({ isCommenter: true, isSpeaker: true }))).toBe(false);
    expect(seesDisplays(as({ isOperator: true }))).toBe(true);
    expect(seesDisplays(as({ isTeller: true }))).toBe(true);
  });
});
