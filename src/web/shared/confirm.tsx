import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Action } from './action.js';
import { useSay } from './language.js';
import { pageWords } from './page.words.js';
import { Trouble } from './problem.js';

interface Question {
  title: string;
  /** The word on the button that does it. */
  yes: string;
  /** The word on the one that leaves things as they are. */
  no?: string;
  action: Action;
  onYes: () => void;
  onNo: () => void;
  /** What the page calls the fields that a refusal may name. */
  fields?: Readonly<Record<string, string>>;
  children?: ComponentChildren;
}

/** Asks before something is done that is not easily taken back. Escape and the other button leave it undone. */
export function Confirm({ title, yes, no, action, onYes, onNo, fields, children }: Question) {
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

  return (
    <dialog ref={dialog} class="dialog" aria-labelledby={id} onCancel={onNo}>
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
          <button type="submit" class="button" disabled={action.isBusy}>
            {yes}
          </button>
          <button type="button" class="button-plain" onClick={onNo}>
            {no ?? say.cancel}
          </button>
        </div>
      </form>
    </dialog>
  );
}
