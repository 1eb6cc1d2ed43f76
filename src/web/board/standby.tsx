import type { Board } from '../shared/board.query.js';
import { clockTime, longDate } from '../shared/time.js';
import type { Words } from '../shared/words.js';
import { Fit } from './fit.js';
import { Foot } from './foot.js';
import { useSetting } from './setting.js';

/** How many have signed in; with a quorum, whether it is reached. */
function attended({ signedIn, expected, quorum, isQuorate }: Board['attendance'], words: Words): string {
  if (expected === 0) return '';
  const reached = quorum === null ? '' : isQuorate ? words.quorate : words.quorumOf(quorum);
  return [words.attended(signedIn, expected), reached].filter(Boolean).join(' · ');
}

/** Before the meeting: its name on the banner, and when, where and by whom it is held. */
export function Standby({ board }: { board: Board }) {
  const { words, language, zone } = useSetting();
  const startsAt = Date.parse(board.startsAt);
  const facts = [
    [words.time, `${longDate(startsAt, zone, language)} ${clockTime(startsAt, zone)}`],
    [words.venue, board.venue],
    [words.host, board.hosts.map((host) => host.name).join(words.listSeparator)],
    [words.attendance, attended(board.attendance, words)],
  ].filter(([, value]) => value);

  return (
    <div class="standby" data-testid="standby">
      <header class="hero">
        <Fit class="hero-organization" text={board.organization} />
        <Fit class="hero-title" text={board.title} testid="title" />
      </header>
      <dl class="facts">
        {facts.map(([word, value]) => (
          <div key={word} class="fact">
            <dt>{word}</dt>
            <dd>
              <Fit class="fact-value" text={value ?? ''} />
            </dd>
          </div>
        ))}
      </dl>
      <Foot text={`${words.period} ${board.period}`} />
    </div>
  );
}
