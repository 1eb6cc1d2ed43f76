/** Newcomers let in per turn of the event loop, and those that may wait. */
const PER_TURN = 16;
const MOST = 20_000;

/** Whether the newcomer may wait for its turn; `enter` is called then. */
export type Admission = (enter: () => void) => boolean;

/** A whole hall may come back at once: it is let in step by step, so that what is being sent goes on between the steps. */
export function createAdmission(): Admission {
  const waiting: (() => void)[] = [];
  let isRunning = false;

  const turn = () => {
    for (const enter of waiting.splice(0, PER_TURN)) enter();
    isRunning = waiting.length > 0;
    if (isRunning) setImmediate(turn);
  };

  return (enter) => {
    if (waiting.length >= MOST) return false;
    waiting.push(enter);
    if (!isRunning) {
      isRunning = true;
      setImmediate(turn);
    }
    return true;
  };
}
