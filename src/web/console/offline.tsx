import { useSay } from '../shared/language.js';
import { noticeWords } from './notices.words.js';
import { useConsole } from './state.js';

/** Cannot be overlooked, and says what is no longer true and no longer possible. [J7] */
export function Offline() {
  const say = useSay(noticeWords);
  const { isLost } = useConsole();
  return (
    <div role="status" class="offline" data-testid="offline" data-lost={isLost}>
      {isLost && (
        <p>
          <strong>{say.offlineNow}</strong> {say.offlineMeans}
        </p>
      )}
    </div>
  );
}
