import { useEffect } from 'preact/hooks';

/** Asks before the page is left, as long as it shows what is told only once. */
export function useStay(): void {
  useEffect(() => {
    const end = new AbortController();
    const stay = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
      // Browsers of some years ago look at this.
      event.returnValue = true;
    };
    window.addEventListener('beforeunload', stay, end);
    return () => end.abort();
  }, []);
}
