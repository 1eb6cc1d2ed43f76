import { describe, expect, it } from '@jest/globals';
import { type Focus, isHeld, keyOf, type Press, type Situation } from '../../src/web/console/keys.rules.js';

describe('the keys', () => {
  const pressed = (key: string, rest: Partial<Press> = {}): Press => ({
    key,
    code: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    repeat: false,
    isComposing: false,
    ...rest,
  });
  const here = (focus: Focus, rest: Partial<Situation> = {}): Situation => ({
    focus,
    isDialogOpen: false,
    isEcho: false,
    isOn: true,
    ...rest,
  });

  it('[J2] the space bar is next, but in a text, on a control, held down or behind a dialog', () => {
    const space = pressed(' ', { code: 'Space' });
    expect(keyOf(space, here('NOTHING'))).toBe('NEXT');
    expect(keyOf(space, here('CONTROL'))).toBeNull();
    expect(keyOf(space, here('TEXT'))).toBeNull();
    expect(keyOf(space, here('NOTHING', { isDialogOpen: true }))).toBeNull();
    expect(keyOf(pressed(' ', { repeat: true }), here('NOTHING'))).toBeNull();
    expect(keyOf(pressed(' ', { shiftKey: true }), here('NOTHING'))).toBeNull();
    expect(keyOf(pressed(' ', { isComposing: true }), here('NOTHING'))).toBeNull();
    // The button that it has pressed is gone, the finger is not.
    expect(keyOf(space, here('NOTHING', { isEcho: true }))).toBeNull();
    expect(keyOf(pressed('u'), here('NOTHING', { isEcho: true }))).toBe('UNDO');
  });

  it('[J2] a key that is held presses a button once, and writes as many lines as it likes', () => {
    const enter = { key: 'Enter', repeat: true };
    expect(isHeld(enter, 'CONTROL', false)).toBe(true);
    expect(isHeld(enter, 'NOTHING', false)).toBe(true);
    // It would send the form.
    expect(isHeld(enter, 'TEXT', false)).toBe(true);
    expect(isHeld(enter, 'TEXT', true)).toBe(false);
    expect(isHeld({ ...enter, repeat: false }, 'CONTROL', false)).toBe(false);
    expect(isHeld({ key: ' ', repeat: true }, 'CONTROL', false)).toBe(true);
    expect(isHeld({ key: ' ', repeat: true }, 'TEXT', false)).toBe(false);
    expect(isHeld({ key: 'ArrowDown', repeat: true }, 'CONTROL', false)).toBe(false);
  });

  it('[J3] U and Ctrl+Z undo, and Ctrl+Z in a text is the text’s own', () => {
    expect(keyOf(pressed('u'), here('NOTHING'))).toBe('UNDO');
    expect(keyOf(pressed('U'), here('CONTROL'))).toBe('UNDO');
    expect(keyOf(pressed('z', { ctrlKey: true }), here('NOTHING'))).toBe('UNDO');
    expect(keyOf(pressed('z', { metaKey: true }), here('CONTROL'))).toBe('UNDO');
    expect(keyOf(pressed('Z', { ctrlKey: true, shiftKey: true }), here('NOTHING'))).toBeNull();
    expect(keyOf(pressed('z', { ctrlKey: true }), here('TEXT'))).toBeNull();
  });

  it('[J4] each has its letter, also behind an input method, unless letters are switched off or belong to the browser', () => {
    const keys = ['p', '+', '=', '-', 's', 'i', 'b', 'm', '?', '？', '1', '6'];
    const meant = [
      'TURN',
      'MORE',
      'MORE',
      'LESS',
      'SKIP',
      'INTERMISSION',
      'BLACKOUT',
      'MESSAGE',
      'HELP',
      'HELP',
      'TAB_1',
      'TAB_6',
    ];
    expect(keys.map((key) => keyOf(pressed(key), here('NOTHING')))).toEqual(meant);
    expect(keyOf(pressed('Process', { code: 'KeyP' }), here('NOTHING'))).toBe('TURN');
    expect(keyOf(pressed('Process', { code: 'Slash', shiftKey: true }), here('NOTHING'))).toBe('HELP');
    expect(keyOf(pressed('Process', { code: 'Space' }), here('NOTHING'))).toBe('NEXT');
    expect(keyOf(pressed('s', { ctrlKey: true }), here('NOTHING'))).toBeNull();
    expect(keyOf(pressed('p', { altKey: true }), here('NOTHING'))).toBeNull();
    expect(keyOf(pressed('q'), here('NOTHING'))).toBeNull();
    expect(keyOf(pressed('b'), here('NOTHING', { isOn: false }))).toBeNull();
    expect(keyOf(pressed('z', { ctrlKey: true }), here('NOTHING', { isOn: false }))).toBe('UNDO');
  });
});
