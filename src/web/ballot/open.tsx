import { useConsole } from '../console/state.js';
import { Button } from '../shared/button.js';
import { Choice, Field } from '../shared/fields.js';
import { useKept } from '../shared/kept.js';
import { useSay } from '../shared/language.js';
import { type Level, OpenBallot, type Reveal } from './ballot.query.js';
import { ballotWords } from './ballot.words.js';
import { formOf } from './kept.rules.js';
import { LevelFields } from './levels.js';
import { numberOf } from './row.rules.js';

const REVEALS: Reveal[] = ['DEFERRED', 'IMMEDIATE', 'SEALED'];
type Scale = 'GOOD' | 'FIT' | 'OWN';

const scales: Record<'ZH' | 'EN', Record<'GOOD' | 'FIT', string[]>> = {
  ZH: { GOOD: ['好', '较好', '一般', '差'], FIT: ['优秀', '称职', '基本称职', '不称职'] },
  EN: {
    GOOD: ['Excellent', 'Good', 'Fair', 'Poor'],
    FIT: ['Outstanding', 'Competent', 'Basically competent', 'Incompetent'],
  },
};
const WORTH = [100, 80, 60, 40];
const scaleOf = (labels: string[]): Level[] => labels.map((label, index) => ({ label, value: WORTH[index] ?? 0 }));

interface Filled {
  readonly scale: Scale;
  readonly levels: readonly Level[];
  readonly issued: string;
  readonly minutes: string;
  readonly reveal: Reveal;
  readonly abstentionsAllowed: boolean;
}

/** How a ballot is held, filled in before it is opened. */
export function OpenForm({ item }: { item: { id: string; title: string } }) {
  const say = useSay(ballotWords);
  const { board, meeting, send, isBusy, isLost } = useConsole();
  // The levels are read by the room: they speak the meeting's language.
  const usual = scales[meeting.language];
  const [kept, keep] = useKept<Filled>(formOf(item.id));
  const { present } = board.attendance;
  const filled: Filled = kept ?? {
    scale: 'GOOD',
    levels: scaleOf(usual.GOOD),
    issued: present > 0 ? String(present) : '',
    minutes: '',
    reveal: 'DEFERRED',
    abstentionsAllowed: true,
  };
  const { scale, levels, issued, minutes, reveal, abstentionsAllowed } = filled;
  const fill = (change: Partial<Filled>): void => keep({ ...filled, ...change });
  const sheets = numberOf(issued);
  const choose = (chosen: string): void => {
    const scale = chosen as Scale;
    fill(scale === 'OWN' ? { scale } : { scale, levels: scaleOf(usual[scale]) });
  };
  const named = (one: 'GOOD' | 'FIT'): string => usual[one].join(' / ');
  const open = (): void => {
    if (sheets === null) return;
    const input = { issued: sheets, minutes: numberOf(minutes), reveal, abstentionsAllowed, levels: [...levels] };
    void send({ said: say.open, operation: OpenBallot, variables: { input }, expectedSeq: board.seq });
  };
  return (
    <form
      class="form ballot-form"
      data-testid="open-ballot"
      onSubmit={(event) => {
        event.preventDefault();
        open();
      }}
    >
      <h2>
        <bdi>{item.title}</bdi>
      </h2>
      <div class="ballot-fields">
        <Field
          label={say.issuedSheets}
          value={issued}
          set={(issued) => fill({ issued })}
          hint={say.issuedHint}
          required
          inputMode="numeric"
          data-first
        />
        <Field label={say.minutes} value={minutes} set={(minutes) => fill({ minutes })} inputMode="numeric" />
        <Choice
          label={say.reveal}
          value={reveal}
          set={(chosen) => fill({ reveal: chosen as Reveal })}
          choices={REVEALS.map((one) => [one, say.reveals[one]])}
        />
        <Choice
          label={say.scale}
          value={scale}
          set={choose}
          choices={[
            ['GOOD', named('GOOD')],
            ['FIT', named('FIT')],
            ['OWN', say.ownScale],
          ]}
        />
      </div>
      {scale === 'OWN' && <LevelFields levels={levels} set={(levels) => fill({ levels })} />}
      <label class="check">
        <input
          type="checkbox"
          checked={abstentionsAllowed}
          onChange={({ currentTarget }) => fill({ abstentionsAllowed: currentTarget.checked })}
        />
        {say.abstain}
      </label>
      <Button type="submit" class="button" isOff={isBusy || isLost || sheets === null || board.status !== 'LIVE'}>
        {say.open}
      </Button>
    </form>
  );
}
