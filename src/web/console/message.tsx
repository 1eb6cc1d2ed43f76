import { useState } from 'preact/hooks';
import { Button } from '../shared/button.js';
import { Field } from '../shared/fields.js';
import { useSay } from '../shared/language.js';
import { Ask, type DialogProps, useDialog } from './ask.js';
import { ShowMessage, WithdrawMessage } from './command.query.js';
import { liveWords } from './live.words.js';
import { useConsole } from './state.js';

/** A short message over the board: put up, put in place of another, taken away. */
export function MessageDialog({ close }: DialogProps) {
  const say = useSay(liveWords);
  const { board, isBusy } = useConsole();
  const { action, run } = useDialog(close);
  const [text, setText] = useState('');
  return (
    <Ask
      title={say.messageAsk}
      yes={say.messageShow}
      action={action}
      onYes={() => run({ said: say.message, operation: ShowMessage, variables: { text } })}
      close={close}
      fields={{ text: say.messageText }}
    >
      {board.message && (
        <div class="note">
          <p>
            {say.messageNow}: <bdi>{board.message}</bdi>
          </p>
          <Button
            class="quiet-button"
            isOff={isBusy}
            onClick={() => run({ said: say.messageWithdraw, operation: WithdrawMessage, variables: {} })}
          >
            {say.messageWithdraw}
          </Button>
        </div>
      )}
      <Field
        label={say.messageText}
        value={text}
        set={setText}
        hint={say.messageHint}
        required
        maxLength={60}
        autoFocus
      />
    </Ask>
  );
}
