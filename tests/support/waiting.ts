/** Those who wait until something holds: whoever may have changed it wakes them. What `holds` throws ends the waiting. */
export function createWaiting(patience: number) {
  const looks = new Set<() => void>();
  return {
    wake(): void {
      for (const look of looks) look();
    },
    /** Fails the test after a while, with what is said `late`. */
    until(holds: () => boolean, late: () => string): Promise<void> {
      return new Promise((resolve, reject) => {
        const finish = (settle: () => void) => {
          clearTimeout(timer);
          looks.delete(look);
          settle();
        };
        const look = () => {
          try {
            if (holds()) finish(resolve);
          } catch (error) {
            finish(() => reject(error));
          }
        };
        const timer = setTimeout(() => finish(() => reject(new Error(late()))), patience);
        looks.add(look);
        look();
      });
    },
  };
}
