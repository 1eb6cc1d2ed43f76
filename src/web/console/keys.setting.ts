const NAME = 'rostrum-keys';

/** Whoever dictates, or is disturbed by keys of one letter, switches them off in this browser; Ctrl+Z stays. */
export function areKeysOn(): boolean {
  try {
    return localStorage.getItem(NAME) !== 'off';
  } catch {
    return true;
  }
}

export function switchKeys(isOn: boolean): void {
  try {
    localStorage.setItem(NAME, isOn ? 'on' : 'off');
  } catch {
    // A browser that keeps nothing has them on.
  }
}
