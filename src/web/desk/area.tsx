import type { Ref } from 'preact';
import { useId } from 'preact/hooks';

interface AreaProps {
  label: string;
  value: string;
  set: (value: string) => void;
  hint?: string | undefined;
  rows?: number;
  required?: boolean;
  maxLength?: number;
  lang?: string;
  area?: Ref<HTMLTextAreaElement>;
  onKeyDown?: (event: KeyboardEvent) => void;
  onFocus?: () => void;
}

/** Several lines to fill in, with their label above and the hint below. */
export function Area({ label, value, set, hint, ...input }: AreaProps) {
  const id = useId();
  const { area, ...rest } = input;
  return (
    <div class="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        {...rest}
        ref={area ?? null}
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
