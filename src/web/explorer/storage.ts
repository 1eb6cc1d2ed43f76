const NOT_KEPT = /^graphiql:(tabState|query|variables|operationName)$/;

/**
 * What GraphiQL may keep in the browser: all but its tabs. Every load begins with the examples and with the id of a
 * meeting that exists now; what was run before is in the history.
 */
export const storage = {
  getItem: (key: string): string | null => (NOT_KEPT.test(key) ? null : localStorage.getItem(key)),
  setItem: (key: string, value: string): void => {
    if (!NOT_KEPT.test(key)) localStorage.setItem(key, value);
  },
  removeItem: (key: string): void => localStorage.removeItem(key),
  clear: (): void => localStorage.clear(),
  get length(): number {
    return localStorage.length;
  },
};
