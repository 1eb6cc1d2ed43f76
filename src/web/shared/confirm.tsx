import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Action } from './action.js';
import { Button } from './button.js';
import { useSay } from './language.js';
import { pageWords } from './page.words.js';
import { Trouble } from './problem.js';

interface Question {
  title: string;
  /** The word on the button that does it. */
  yes: string;
  /** The word on the one that leaves things as they are; null: there is nothing to leave. */
  no?: string | null;
  action: Action;
  /** It can be left, and not be done yet. */
  isWaiting?: boolean;
  onYes: () => void;
  onNo: () => void;
  /** What the page calls the fields that a refusal may name. */
  fields?: Readonly<Record<string, string>>;
  children?: ComponentChildren;
}

/**
 * Asks before something is done that is not easily taken back. Escape and the other button leave it undone; what is on its way
 * is not left before it is told here what became of it. [Q12]
 */
export function Confirm({ title, yes, no, action, isWaiting = false, onYes, onNo, fields, children }: Question) {
  const say = useSay(pageWords);
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  const leave = (event: Event): void => {
    event.preventDefault();
    if (!action.isBusy) onNo();
  };
  // Told twice to close, a browser does not ask.
  const stay = (): void => {
    if (action.isBusy) dialog.current?.showModal();
    else onNo();
  };
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby={id} onCancel={leave} onClose={stay}>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          onYes();
        }}
      >
        <h2 id={id}>{title}</h2>
        {children}
        <Trouble problem={action.problem} fields={fields ?? {}} />
        <div class="buttons">
          <Button type="submit" class="button" isOff={action.isBusy || isWaiting}>
            {yes}
          </Button>
          {no !== null && (
            <Button class="button-plain" isOff={action.isBusy} onClick={onNo}>
              {no ?? say.cancel}
            </Button>
          )}
        </div>
      </form>
    </dialog>
  );
}
