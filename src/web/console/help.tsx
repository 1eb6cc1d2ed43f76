import { useState } from 'preact/hooks';
import { useAction } from '../shared/action.js';
import { Confirm } from '../shared/confirm.js';
import { useSay } from '../shared/language.js';
import type { DialogProps } from './ask.js';
import { helpWords } from './help.words.js';
import { areKeysOn, switchKeys } from './keys.setting.js';
import { partsFor } from './parts.js';
import { useConsole } from './state.js';

/** All keys, and the switch for those of one letter. */
export function Help({ close }: DialogProps) {
  const say = useSay(helpWords);
  const action = useAction();
  const [isOn, setOn] = useState(areKeysOn);
  const { meeting } = useConsole();
  const leading: [string, string[]][] = [
    [say.keys.next, [say.space]],
    [say.keys.undo, ['U', 'Ctrl+Z']],
    [say.keys.turn, ['P']],
    [say.keys.minutes, ['+', '−']],
    [say.keys.skip, ['S']],
    [say.keys.intermission, ['I']],
    [say.keys.blackout, ['B']],
    [say.keys.message, ['M']],
    [say.keys.move, ['Alt+↑', 'Alt+↓']],
  ];
  const keys: typeof leading = [
    ...(meeting.mayRun ? leading : []),
    [say.keys.tabs, ['1', '…', String(partsFor(meeting).length)]],
    [say.keys.help, ['?']],
  ];
  return (
    <Confirm title={say.title} yes={say.close} no={null} action={action} onYes={close} onNo={close}>
      <dl class="keys" data-testid="help">
        {keys.map(([does, caps]) => (
          <div key={does}>
            <dt>{does}</dt>
            <dd>
              {caps.map((cap) => (
                <kbd key={cap}>{cap}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p class="dim">{say.where}</p>
      <label class="check">
        <input
          type="checkbox"
          checked={isOn}
          onChange={({ currentTarget }) => {
            switchKeys(currentTarget.checked);
            setOn(currentTarget.checked);
          }}
        />
        {say.on}
      </label>
    </Confirm>
  );
}
