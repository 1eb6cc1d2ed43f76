import type { RefObject } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useSay } from '../shared/language.js';
import { comboboxWords } from './combobox.words.js';

export interface Option {
  readonly key: string;
  readonly title: string;
  readonly detail?: string;
  /** It is shown, and why it can't be chosen stands in its detail. */
  readonly isTaken?: boolean;
  /** Makes something new. */
  readonly isNew?: boolean;
}

interface ComboboxProps {
  label: string;
  text: string;
  set: (text: string) => void;
  options: readonly Option[];
  /** The options are those of the text. */
  isCurrent: boolean;
  hasMore?: boolean;
  pick: (key: string) => void;
  onFocus?: () => void;
  hint?: string | undefined;
  error?: string | undefined;
  required?: boolean;
  input?: RefObject<HTMLInputElement | null>;
}

/** A line in which one types what is looked for, and chooses from what is found: by arrows and Enter, or by a click. [M17] */
export function Combobox({ label, text, set, options, isCurrent, pick, hint, error, input, ...more }: ComboboxProps) {
  const say = useSay(comboboxWords);
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [marked, mark] = useState(0);
  const isShown = isOpen && isCurrent;
  const free = options.flatMap((option, index) => (option.isTaken ? [] : [index]));
  // Enter takes the first that can be taken, unless another was marked.
  const active = isShown ? (free.includes(marked) ? marked : free[0]) : undefined;

  const choose = (index: number): void => {
    const option = options[index];
    if (!option || option.isTaken) return;
    setOpen(false);
    mark(0);
    pick(option.key);
  };
  const move = (by: 1 | -1): void => {
    setOpen(true);
    const place = active === undefined ? -1 : free.indexOf(active);
    mark(free[(place + by + free.length) % free.length] ?? 0);
  };
  const press = (event: KeyboardEvent): void => {
    // Enter also ends what an input method puts together.
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') move(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Escape' && isOpen) setOpen(false);
    else if (event.key === 'Enter' && isOpen) {
      if (active !== undefined) choose(active);
    } else return;
    event.preventDefault();
  };

  return (
    <div class="field combobox">
      <label htmlFor={id}>{label}</label>
      <input
        ref={input ?? null}
        id={id}
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isShown}
        aria-controls={`${id}-list`}
        aria-activedescendant={active === undefined ? undefined : `${id}-${active}`}
        aria-describedby={`${id}-hint`}
        aria-invalid={error ? true : undefined}
        required={more.required ?? false}
        autoComplete="off"
        autoCorrect="off"
        spellcheck={false}
        value={text}
        onInput={({ currentTarget }) => {
          set(currentTarget.value);
          setOpen(true);
          mark(0);
        }}
        onFocus={more.onFocus}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
      />
      <div id={`${id}-list`} class="combobox-list" role="listbox" aria-label={say.list} hidden={!isShown}>
        {options.map((option, index) => (
          <div
            key={option.key}
            id={`${id}-${index}`}
            class="combobox-option"
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            aria-disabled={option.isTaken ? true : undefined}
            data-new={option.isNew ? true : undefined}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(index)}
            onKeyDown={press}
          >
            <bdi>{option.title}</bdi>
            {option.detail && <bdi class="dim">{option.detail}</bdi>}
          </div>
        ))}
        {more.hasMore && (
          <div class="combobox-more dim" aria-hidden="true">
            {say.more}
          </div>
        )}
      </div>
      <p id={`${id}-hint`} class={error ? 'field-error' : 'hint'} hidden={!(error || hint)}>
        {error ?? hint}
      </p>
      <p class="unseen" role="status">
        {isShown ? say.found(options.length) : ''}
      </p>
    </div>
  );
}
