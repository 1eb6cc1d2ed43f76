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
  onYes: () => void;
  fields?: Readonly<Record<string, string>>;
  children?: ComponentChildren;
}

/** A question of the console: what went wrong with it is said in it, in the console's own words where there are some. */
export function Ask({ action, close, ...question }: AskProps) {
  return <Confirm {...question} action={useSaid(action)} onNo={close} />;
}

function useSaid(action: Action): Action {
  const say = useSay(noticeWords);
  const own = { OFFLINE: say.offline, NOT_DONE: say.notDone, CONFLICT: say.conflict };
  const message = own[action.problem?.code as keyof typeof own];
  return action.problem && message ? { ...action, problem: { ...action.problem, message } } : action;
}
