const CURSOR_HIDDEN_AFTER = 3_000;

function keepAwake(): void {
  const request = (): void => {
    // Refused without HTTPS or on battery: then the operating system decides, and the board shows all the same.
    if (document.visibilityState === 'visible') navigator.wakeLock?.request('screen').catch(() => {});
  };
  document.addEventListener('visibilitychange', request);
  request();
}

function hideCursor(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (): void => {
    delete document.documentElement.dataset.cursor;
    clearTimeout(timer);
    timer = setTimeout(() => {
      document.documentElement.dataset.cursor = 'hidden';
    }, CURSOR_HIDDEN_AFTER);
  };
  document.addEventListener('pointermove', show);
  show();
}

function toggleFullScreen(event: KeyboardEvent): void {
  if (event.key.toLowerCase() !== 'f' || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
  const change = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  change.catch(() => {});
}

/** What lets a board hang on a wall for hours: the screen stays on, the cursor goes, `f` fills the screen. [Z11] */
export function leaveUnattended(): void {
  keepAwake();
  hideCursor();
  document.addEventListener('keydown', toggleFullScreen);
}
