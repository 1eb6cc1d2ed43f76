import { useSay } from '../shared/language.js';
import { noticeWords } from './notices.words.js';
import type { Notice, Sending } from './send.js';

interface NoticesProps extends Pick<Sending, 'notices' | 'dismiss' | 'uncertain'> {
  /** How things are now; null for whoever may not see it. */
  present: string | null;
}

/** Why something was not done, or that it was after all: until it is dismissed, and beside how things are now. [J8] */
export function Notices({ notices, dismiss, uncertain, present }: NoticesProps) {
  const say = useSay(noticeWords);
  if (notices.length === 0 && !uncertain) return null;
  return (
    <section class="notices" aria-label={say.title}>
      {uncertain && (
        <p class="notice" role="alert" data-testid="uncertain">
          {say.lookingUp(uncertain)}
        </p>
      )}
      {notices.map((notice) => (
        <div key={notice.id} class="notice" data-testid="notice" data-outcome={outcomeOf(notice)}>
          {/* Read out once: how things are now changes with every step, and stands outside. */}
          <div role="alert">
            <p>
              <strong>{notice.said}</strong>
            </p>
            <p>{reasonOf(notice, say)}</p>
          </div>
          {present !== null && (
            <p class="notice-present">
              {say.presently}: {present}
            </p>
          )}
          <button type="button" class="quiet-button" onClick={() => dismiss(notice.id)}>
            {say.dismiss}
          </button>
        </div>
      ))}
    </section>
  );
}

/** Whoever it was done for may be signed out by now. */
export const isUnknown = ({ problem }: Notice): boolean => problem?.code === 'UNKNOWN';

const outcomeOf = ({ outcome, problem }: Notice): string => problem?.code ?? outcome;

function reasonOf({ problem }: Notice, say: (typeof noticeWords)['zh']): string {
  switch (problem?.code) {
    case undefined:
      return say.late;
    case 'CONFLICT':
      return say.conflict;
    case 'OFFLINE':
      return say.offline;
    case 'NOT_DONE':
      return say.notDone;
    case 'UNKNOWN':
      return say.unknown;
    default:
      return problem?.message || say.refused;
  }
}
