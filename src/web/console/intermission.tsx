import { useState } from 'preact/hooks';
import { Choice } from '../shared/fields.js';
import { useSay } from '../shared/language.js';
import { Ask, type DialogProps, useDialog } from './ask.js';
import { PauseMeeting } from './command.query.js';
import { liveWords } from './live.words.js';
import { useConsole } from './state.js';

const MINUTES = [5, 10, 15, 20, 30, 45, 60, 90];

/** The meeting pauses; the board may say when it goes on. */
export function IntermissionDialog({ close }: DialogProps) {
  const say = useSay(liveWords);
  const { board } = useConsole();
  const { action, run } = useDialog(close);
  const [expectedSeq] = useState(board.seq);
  const [minutes, setMinutes] = useState('10');
  const choices = MINUTES.map((count) => [String(count), say.minutesOf(count)] as const);
  const returnInSeconds = minutes === '' ? null : Number(minutes) * 60;
  return (
    <Ask
      title={say.intermissionAsk}
      yes={say.intermission}
      action={action}
      onYes={() =>
        run({ said: say.intermission, operation: PauseMeeting, variables: { returnInSeconds }, expectedSeq })
      }
      close={close}
    >
      <p>{say.intermissionMeans}</p>
      <Choice label={say.returnIn} value={minutes} set={setMinutes} choices={[...choices, ['', say.noReturn]]} />
    </Ask>
  );
}
