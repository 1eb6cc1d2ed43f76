import { describe, expect, it } from '@jest/globals';
import { become, type Draft, type Happening, isUnsaved, mustSend, stateOf } from '../../src/web/desk/autosave.js';
import { ANSWERED, BLANK, play, refused, saved, seen, sent, text, typed, UNANSWERED } from '../support/autosaving.js';

describe('a draft that is typed', () => {
  it('[C8] is saved only when the server has said so of this very text', () => {
    const states = (draft: Draft, ...happenings: Happening[]) =>
      happenings.map((_, index) => stateOf(play(draft, ...happenings.slice(0, index + 1))));
    expect(stateOf(BLANK)).toBe('BLANK');
    expect(states(BLANK, typed('one'), sent(), typed('one two'), ANSWERED, sent('next'), ANSWERED)).toEqual([
      'TYPING',
      'SAVING',
      'SAVING',
      'TYPING',
      'SAVING',
      'SAVED',
    ]);
    expect(states(saved(), typed('one', 'PROBLEM'))).toEqual(['TYPING']);
    expect(states(saved(), typed(' one\n'))).toEqual(['SAVED']);
  });

  it('[C8] sends one text at a time, and then the last one', () => {
    const first = play(BLANK, typed('one'), sent('a'));
    expect(first.sending).toMatchObject({ text: text('one'), expected: null, key: 'a' });
    expect(mustSend(play(first, typed('two')))).toBe(false);
    expect(play(first, typed('two'), sent('b')).sending?.key).toBe('a');
    const second = play(first, typed('two'), typed('three'), ANSWERED, sent('b'));
    expect(second.sending).toMatchObject({ text: text('three'), expected: text('one'), key: 'b' });
  });

  it('[C8] sends the same again until it is answered, before anything newer', () => {
    const lost = play(BLANK, typed('one'), sent('a'), UNANSWERED, typed('two'));
    expect(stateOf(lost)).toBe('OFFLINE');
    expect(mustSend(lost)).toBe(false);
    const again = play(lost, { kind: 'SENT_AGAIN' });
    expect(stateOf(again)).toBe('SAVING');
    expect(again.sending).toMatchObject({ text: text('one'), key: 'a' });
    expect(play(again, ANSWERED)).toMatchObject({ saved: text('one'), text: text('two'), commentId: 'comment' });
  });

  it('[C8] is nothing to be saved while it is blank, and nothing is lost by leaving it', () => {
    for (const draft of [play(BLANK, typed(' \n', 'STRENGTH')), play(saved(), typed(''))]) {
      expect([stateOf(draft), mustSend(draft), isUnsaved(draft)]).toEqual(['BLANK', false, false]);
    }
    for (const draft of [
      play(BLANK, typed('one')),
      play(BLANK, typed('one'), sent()),
      play(BLANK, typed('one'), sent(), UNANSWERED),
      play(BLANK, typed('one'), sent(), refused('WRONG_STATUS')),
      play(saved(), typed('two')),
    ])
      expect(isUnsaved(draft)).toBe(true);
    expect(isUnsaved(saved())).toBe(false);
  });

  it('[C8] that is refused stays as it is, and is tried again once it is another', () => {
    const long = play(BLANK, typed('x'), sent(), refused('INVALID_INPUT'));
    expect([stateOf(long), mustSend(long)]).toEqual(['REFUSED', false]);
    expect(mustSend(play(long, typed('shorter')))).toBe(true);
  });
});

describe('a draft that another console writes on, too', () => {
  it('[C8] shows what the other has written, where nothing here is lost by it', () => {
    expect(seen(saved(), 'theirs')).toMatchObject({ text: text('theirs'), saved: text('theirs'), trouble: null });
    expect(seen(saved(), null)).toBeNull();
    expect(seen(saved(), 'one')).toMatchObject({ text: text('one'), trouble: null });
  });

  it('[C8] stays as it is typed here, and is not saved over the other', () => {
    const here = play(saved(), typed('mine'));
    const changed = seen(here, 'theirs')!;
    expect(changed).toMatchObject({ text: text('mine'), trouble: { kind: 'CHANGED', theirs: text('theirs') } });
    expect([stateOf(changed), mustSend(changed), isUnsaved(changed)]).toEqual(['CHANGED', false, true]);
    expect(mustSend(play(changed, typed('more of mine')))).toBe(false);
    const told = play(here, sent(), refused('COMMENT_CHANGED'));
    expect(told.trouble).toEqual({ kind: 'CHANGED', theirs: null });
    expect(seen(told, 'theirs')!.trouble).toEqual({ kind: 'CHANGED', theirs: text('theirs') });
    // What both have written is no trouble.
    expect(seen(changed, 'mine')).toMatchObject({ saved: text('mine'), trouble: null });
  });

  it('[C8] goes on with this text, the other, or both, as somebody decides', () => {
    const changed = seen(play(saved(), typed('mine')), 'theirs')!;
    const choose = (choice: 'MINE' | 'THEIRS' | 'BOTH') => play(changed, { kind: 'CHOSEN', choice });
    expect(play(choose('MINE'), sent()).sending).toMatchObject({ text: text('mine'), expected: text('theirs') });
    expect([choose('THEIRS').text, stateOf(choose('THEIRS'))]).toEqual([text('theirs'), 'SAVED']);
    expect(choose('BOTH')).toMatchObject({ text: text('mine'), commentId: null, saved: null, trouble: null });
    expect(play(choose('BOTH'), sent()).sending).toMatchObject({ expected: null });
    // Nothing can be decided on before it is known.
    const untold = play(saved(), typed('mine'), sent(), refused('COMMENT_CHANGED'));
    for (const choice of ['MINE', 'THEIRS'] as const) expect(become(untold, { kind: 'CHOSEN', choice })).toBe(untold);
  });

  it.each(['NOT_FOUND', 'NOT_A_DRAFT'])(
    '[C8] that was posted or discarded there is kept here until it is let go (%s)',
    (code) => {
      const here = play(saved(), typed('mine'));
      for (const gone of [play(here, sent(), refused(code)), seen(here, null)!]) {
        expect([stateOf(gone), isUnsaved(gone), gone.text]).toEqual(['GONE', true, text('mine')]);
        expect(become(gone, { kind: 'CHOSEN', choice: 'THEIRS' })).toBeNull();
        const anew = play(gone, { kind: 'CHOSEN', choice: 'BOTH' });
        expect([anew.commentId, mustSend(anew)]).toEqual([null, true]);
      }
    },
  );

  it('[C8] believes nothing that was asked for before something was saved', () => {
    const before = saved().turn;
    const later = play(saved(), typed('two'), sent('b'), ANSWERED);
    expect(become(later, { kind: 'SEEN', text: text('one'), turn: before })).toBe(later);
    const sending = play(saved(), typed('two'), sent('b'));
    expect(become(sending, { kind: 'SEEN', text: text('one'), turn: sending.turn })).toBe(sending);
  });
});
