import { useLanguage, useSay } from '../shared/language.js';
import { noticeWords } from './notices.words.js';
import { presentOf } from './present.js';
import type { Notice } from './send.js';
import { useConsole } from './state.js';

/** Why something was not done, or that it was after all: until it is dismissed, and beside how things are now. [J8] */
export function Notices() {
  const say = useSay(noticeWords);
  const { language } = useLanguage();
  const { board, notices, dismiss, uncertain } = useConsole();
  return (
    <div role="alert" class="notices" aria-label={say.title}>
      {uncertain && (
        <p class="notice" data-testid="uncertain">
          {say.lookingUp(uncertain)}
        </p>
      )}
      {notices.map((notice) => (
        <div key={notice.id} class="notice" data-testid="notice" data-outcome={outcomeOf(notice)}>
          <p>
            <strong>{notice.said}</strong>
          </p>
          <p>{reasonOf(notice, say)}</p>
          <p class="notice-present">
            {say.presently}: {presentOf(board, language)}
          </p>
          <button type="button" class="quiet-button" onClick={() => dismiss(notice.id)}>
            {say.dismiss}
          </button>
        </div>
      ))}
    </div>
  );
}

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
    default:
      return problem?.message || say.refused;
  }
}
