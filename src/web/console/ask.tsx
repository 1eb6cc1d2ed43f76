import type { ComponentChildren } from 'preact';
import { type Action, useAction } from '../shared/action.js';
import { Confirm } from '../shared/confirm.js';
import { useSay } from '../shared/language.js';
import { noticeWords } from './notices.words.js';
import type { Command } from './send.js';
import { useConsole } from './state.js';

/** What every dialog has: the one thing that it does, and the way out. */
export interface DialogProps {
  readonly close: () => void;
}

/** Does it and closes; what was refused stays in the dialog, with what was filled in. */
export function useDialog(close: () => void) {
  const action = useAction();
  const { attempt } = useConsole();
  const run = async <Variables,>(command: Command<Variables>): Promise<void> => {
    if (await action.run(() => attempt(command))) close();
  };
  return { action, run };
}

interface AskProps extends DialogProps {
  title: string;
  yes: string;
  action: Action;
  /** What the question says has not stood there long enough to have been read. */
  isNew?: boolean;
  onYes: () => void;
  fields?: Readonly<Record<string, string>>;
  children?: ComponentChildren;
}

/** A question of the console: what went wrong with it is said in it, in the console's own words where there are some. */
export function Ask({ action, isNew = false, close, children, ...question }: AskProps) {
  const say = useSay(noticeWords);
  const { isBusy, uncertain } = useConsole();
  // One thing at a time: what is under way elsewhere on the console is waited for by whoever asks for this.
  return (
    <Confirm {...question} action={useSaid(action)} isWaiting={isBusy || isNew} onNo={close}>
      {children}
      <p class="dim" role="status">
        {uncertain && say.lookingUp(uncertain)}
      </p>
    </Confirm>
  );
}

function useSaid(action: Action): Action {
  const say = useSay(noticeWords);
  const own = {
    BUSY: say.busy,
    OFFLINE: say.offline,
    NOT_DONE: say.notDone,
    CONFLICT: say.conflict,
    UNKNOWN: say.unknown,
  };
  const message = own[action.problem?.code as keyof typeof own];
  return action.problem && message ? { ...action, problem: { ...action.problem, message } } : action;
}
