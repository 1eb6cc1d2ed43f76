declare global {
  interface Window {
    /** Resolves when the board of that seq, with its fonts, stands still. */
    settle(seq: number): Promise<void>;
  }
}

/** Runs in the page before its own scripts. Only frames are waited for, so that timers may stand still. */
export function installSettle(): void {
  const patience = 45_000;
  const frame = () => new Promise<number>(requestAnimationFrame);
  window.settle = async (seq) => {
    const { dataset } = document.documentElement;
    const start = await frame();
    while (dataset.seq !== String(seq)) {
      if ((await frame()) > start + patience) throw new Error(`not board ${seq}, but ${dataset.state} ${dataset.seq}`);
    }
    do {
      await document.fonts.ready;
      await frame();
      await frame();
    } while (document.fonts.status === 'loading' || document.querySelector('[data-layer="leaving"]'));
  };
}
