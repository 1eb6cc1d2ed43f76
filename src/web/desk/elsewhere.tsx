import { useSay } from '../shared/language.js';
import { deskWords } from './desk.words.js';

interface ElsewhereProps {
  /** What it says now. */
  said: string;
  keepMine: () => void;
  takeTheirs: () => void;
}

/** What somebody else has made meanwhile of what is being typed here: only one of the two can stay. */
export function Elsewhere({ said, keepMine, takeTheirs }: ElsewhereProps) {
  const say = useSay(deskWords);
  return (
    <div class="note" role="alert">
      <p>{say.changedHere}</p>
      <blockquote class="said">{said}</blockquote>
      <div class="buttons">
        <button type="button" class="quiet-button" onClick={keepMine}>
          {say.keepMine}
        </button>
        <button type="button" class="quiet-button" onClick={takeTheirs}>
          {say.takeTheirs}
        </button>
      </div>
    </div>
  );
}
