import { useState } from 'preact/hooks';
import { useConsole } from '../console/state.js';
import { Choice, Field } from '../shared/fields.js';
import { useSay } from '../shared/language.js';
import { type Level, OpenBallot, type Reveal } from './ballot.query.js';
import { ballotWords } from './ballot.words.js';
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

/** How a ballot is held, filled in before it is opened. */
export function OpenForm({ item }: { item: { id: string; title: string } }) {
  const say = useSay(ballotWords);
  const { board, meeting, send, isBusy, isLost } = useConsole();
  // The levels are read by the room: they speak the meeting's language.
  const usual = scales[meeting.language];
  const [scale, setScale] = useState<Scale>('GOOD');
  const [levels, setLevels] = useState<readonly Level[]>(scaleOf(usual.GOOD));
  const [issued, setIssued] = useState(board.attendance.present > 0 ? String(board.attendance.present) : '');
  const [minutes, setMinutes] = useState('');
  const [reveal, setReveal] = useState<Reveal>('DEFERRED');
  const [abstentionsAllowed, setAbstentions] = useState(true);
  const sheets = numberOf(issued);
  const choose = (chosen: string): void => {
    setScale(chosen as Scale);
    if (chosen !== 'OWN') setLevels(scaleOf(usual[chosen as 'GOOD' | 'FIT']));
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
          set={setIssued}
          hint={say.issuedHint}
          required
          inputMode="numeric"
        />
        <Field label={say.minutes} value={minutes} set={setMinutes} inputMode="numeric" />
        <Choice
          label={say.reveal}
          value={reveal}
          set={(chosen) => setReveal(chosen as Reveal)}
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
      {scale === 'OWN' && <LevelFields levels={levels} set={setLevels} />}
      <label class="check">
        <input
          type="checkbox"
          checked={abstentionsAllowed}
          onChange={({ currentTarget }) => setAbstentions(currentTarget.checked)}
        />
        {say.abstain}
      </label>
      <button type="submit" class="button" disabled={isBusy || isLost || sheets === null || board.status !== 'LIVE'}>
        {say.open}
      </button>
    </form>
  );
}
