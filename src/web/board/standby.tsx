import type { Board } from '../shared/board.query.js';
import { clockTime, longDate } from '../shared/time.js';
import { Fit } from './fit.js';
import { Foot } from './foot.js';
import { useSetting } from './setting.js';
import { Side } from './side.js';

/** Before the meeting: its name on the banner, and when, where and by whom it is held. */
export function Standby({ board }: { board: Board }) {
  const { words, language, zone } = useSetting();
  const { expected, signedIn, quorum, isQuorate } = board.attendance;
  const startsAt = Date.parse(board.startsAt);
  const facts = [
    [words.time, `${longDate(startsAt, zone, language)} ${clockTime(startsAt, zone)}`],
    [words.venue, board.venue],
    [words.host, board.hosts.map((host) => host.name).join(words.listSeparator)],
    [words.attendance, expected > 0 ? words.attended(signedIn, expected) : ''],
    [words.quorum, quorum === null ? '' : words.quorumOf(quorum, isQuorate === true)],
  ].filter(([, value]) => value);

  return (
    <div class="standby" data-testid="standby">
      <header class="standby-head">
        <Side class="hero">
          <Fit class="hero-organization" text={board.organization} />
          <Fit class="hero-title" text={board.title} testid="title" />
        </Side>
      </header>
      <main class="standby-main">
        <Side class="facts-side">
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
        </Side>
      </main>
      <Foot text={`${words.period} ${board.period}`} message={board.message} />
    </div>
  );
}
