import type { Ballot } from '../shared/board.query.js';
import { Digits } from './digits.js';
import { useSetting } from './setting.js';

/** How many sheets there are, never what is on them. [Z9] */
export function Turnout({ ballot }: { ballot: Ballot }) {
  const { words } = useSetting();
  const figures = [
    [words.issued, ballot.issued],
    [words.cast, ballot.cast],
    [words.valid, ballot.valid],
    [words.void, ballot.void],
  ] as const;
  return (
    <dl class="turnout" data-testid="turnout">
      {figures.map(
        ([word, count]) =>
          count !== null && (
            <div key={word} class="figure">
              <dt>{word}</dt>
              <dd>
                <Digits class="figure-digits" text={String(count)} />
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}
