import { useEffect, useState } from 'preact/hooks';
import { ask } from '../shared/http.js';
import { OwnDisplay } from './own.query.js';

const ASK_AGAIN = 5_000;

/** The display that this screen is to the meeting; asked once for each time it was paired, until there is an answer. */
export function useOwnDisplay(meetingId: string, times: number): string | null {
  const [displayId, setDisplayId] = useState<string | null>(null);
  useEffect(() => {
    setDisplayId(null);
    if (meetingId === '') return;
    const end = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      try {
        const { viewer } = await ask(OwnDisplay, {}, end.signal);
        if (viewer.meetingId === meetingId.toLowerCase()) setDisplayId(viewer.displayId);
      } catch {
        if (!end.signal.aborted) timer = setTimeout(look, ASK_AGAIN * (1 + Math.random()));
      }
    };
    void look();
    return () => {
      end.abort();
      clearTimeout(timer);
    };
  }, [meetingId, times]);
  return displayId;
}
