import { useSay } from '../shared/language.js';
import type { Meeting } from './reception.query.js';
import { receptionWords } from './reception.words.js';

/** Who has come, in figures that are read from some steps away. [Q6] */
export function Figures({ attendance }: { attendance: Meeting['attendance'] }) {
  const say = useSay(receptionWords);
  const { expected, signedIn, present, quorum, isQuorate } = attendance;
  return (
    <section class="figures" aria-label={say.attendance}>
      <div class="figure" data-testid="signed-in">
        <p class="figure-name">
          {say.signedIn} / {say.expected}
        </p>
        <p class="figure-value">
          {signedIn}
          <span class="figure-of"> / {expected}</span>
        </p>
      </div>
      <div class="figure" data-testid="present">
        <p class="figure-name">{say.present}</p>
        <p class="figure-value">{present}</p>
      </div>
      <div class="figure" data-testid="quorum" data-reached={isQuorate}>
        <p class="figure-name">
          {say.quorum}
          {quorum !== null && ` ${quorum}`}
        </p>
        <p class="figure-word">
          {quorum === null ? say.noQuorum : isQuorate ? say.reached : say.missing(quorum - present)}
        </p>
      </div>
    </section>
  );
}
