import { useState } from 'preact/hooks';
import { useSay } from '../shared/language.js';
import { pageWords } from '../shared/page.words.js';
import { Barred } from '../shared/problem.js';
import { deskWords } from './desk.words.js';
import { Drafting } from './drafting.js';
import { Requirements } from './requirements.js';
import { Texts } from './texts.js';
import { useDesk } from './use.desk.js';

/** The drafting desk: comments, and for those who run the meeting its requirements and the texts of statements. */
export function Desk() {
  const say = useSay(deskWords);
  const waiting = useSay(pageWords).loading;
  const { desk, problem } = useDesk();
  const [part, setPart] = useState<'comments' | 'requirements' | 'texts'>('comments');
  if (!desk) return problem ? <Barred problem={problem} /> : <p class="dim">{waiting}</p>;
  return (
    <section class="desk" data-testid="desk">
      {desk.isOperator && (
        <fieldset class="desk-parts">
          <legend class="unseen">{say.desk}</legend>
          {(['comments', 'requirements', 'texts'] as const).map((one) => (
            <button
              key={one}
              type="button"
              class="quiet-button"
              aria-pressed={part === one}
              onClick={() => setPart(one)}
            >
              {say[one]}
            </button>
          ))}
        </fieldset>
      )}
      {part === 'comments' && <Drafting desk={desk} />}
      {part === 'requirements' && <Requirements meeting={desk.meeting} />}
      {part === 'texts' && <Texts meeting={desk.meeting} />}
    </section>
  );
}
