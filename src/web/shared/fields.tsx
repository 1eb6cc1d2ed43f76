import { useId, useState } from 'preact/hooks';
import { useSay } from './language.js';
import { pageWords } from './page.words.js';

interface FieldProps {
  label: string;
  value: string;
  set: (value: string) => void;
  /** What is to be known before it is filled in. */
  hint?: string | undefined;
  /** What was wrong with it when it was sent; stands in the hint's place. */
  error?: string | undefined;
  type?: 'text' | 'search' | 'datetime-local';
  name?: string;
  autoComplete?: 'username' | 'current-password' | 'new-password' | 'one-time-code' | 'off';
  autoFocus?: boolean;
  required?: boolean;
  minLength?: number;
  maxLength?: number;
  inputMode?: 'numeric' | 'text';
  class?: string;
}

/** Names and codes are not sentences: no phone is to put them right. */
const asTyped = { autoCapitalize: 'none', autoCorrect: 'off', spellcheck: false } as const;

/** A line to fill in, with its label above and its hint below. */
export function Field({ label, value, set, hint, error, type, ...input }: FieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label htmlFor={id}>{label}</label>
      <input
        {...asTyped}
        {...input}
        id={id}
        type={type as 'text'}
        value={value}
        onInput={({ currentTarget }) => set(currentTarget.value)}
        aria-describedby={hint || error ? `${id}-hint` : undefined}
        aria-invalid={error ? true : undefined}
      />
      {(error || hint) && (
        <p id={`${id}-hint`} class={error ? 'field-error' : 'hint'}>
          {error ?? hint}
        </p>
      )}
    </div>
  );
}

/** A password, which can be looked at: that is why it need not be typed twice. */
export function PasswordField({ label, value, set, hint, error: _error, type: _type, ...input }: FieldProps) {
  const id = useId();
  const say = useSay(pageWords);
  const [isShown, setShown] = useState(false);
  return (
    <div class="field">
      <label htmlFor={id}>{label}</label>
      <div class="field-row">
        <input
          {...asTyped}
          {...input}
          id={id}
          type={(isShown ? 'text' : 'password') as 'text'}
          value={value}
          onInput={({ currentTarget }) => set(currentTarget.value)}
          aria-describedby={hint ? `${id}-hint` : undefined}
        />
        <button type="button" class="quiet-button" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
          {isShown ? say.hide : say.show}
          <span class="unseen"> {label}</span>
        </button>
      </div>
      {hint && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
    </div>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  set: (value: string) => void;
  choices: readonly (readonly [value: string, name: string])[];
}

/** One of several, chosen from a list. */
export function Choice({ label, value, set, choices }: ChoiceProps) {
  const id = useId();
  return (
    <div class="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => set(currentTarget.value)}>
        {choices.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

interface LinesProps {
  label: string;
  value: string;
  set: (value: string) => void;
  hint?: string | undefined;
  rows: number;
  required?: boolean;
  maxLength?: number;
  /** Of what is written, where it isn't that of the page. */
  lang?: string;
  onKeyDown?: (event: KeyboardEvent) => void;
}

/** Several lines of text. */
export function Lines({ label, value, set, hint, ...area }: LinesProps) {
  const id = useId();
  return (
    <div class="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        {...area}
        id={id}
        dir="auto"
        value={value}
        onInput={({ currentTarget }) => set(currentTarget.value)}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      {hint && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
    </div>
  );
}
