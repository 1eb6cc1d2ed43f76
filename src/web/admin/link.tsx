import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useLanguage, useSay } from '../shared/language.js';
import { pageWords } from '../shared/page.words.js';
import { useStay } from '../shared/stay.js';
import { localTime } from '../shared/time.js';
import type { Invited } from './accounts.query.js';
import { accountWords } from './accounts.words.js';

/** Without HTTPS browsers have no clipboard; what is selected can be copied all the same. */
async function copy(input: HTMLInputElement): Promise<boolean> {
  input.select();
  try {
    await navigator.clipboard.writeText(input.value);
    return true;
  } catch {
    return document.execCommand('copy');
  }
}

/** A link that is told this once: the page is not left before it was handed over. [Q10] */
export function OneTimeLink({ invited, onClose }: { invited: Invited; onClose: () => void }) {
  const say = useSay(accountWords);
  const common = useSay(pageWords);
  const { language } = useLanguage();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);
  const { account, link, expiresAt } = invited;
  useStay();
  useEffect(() => {
    setCopied(false);
    input.current?.focus();
  }, [link]);

  return (
    <section class="note" aria-label={say.link} data-testid="link">
      <div class="field">
        <label htmlFor={id}>{say.linkFor(account.displayName)}</label>
        <div class="field-row">
          <input
            ref={input}
            id={id}
            type="text"
            readOnly
            value={link}
            onFocus={(event) => event.currentTarget.select()}
          />
          <button
            type="button"
            class="button"
            onClick={async () => setCopied(input.current !== null && (await copy(input.current)))}
          >
            {isCopied ? common.copied : common.copy}
          </button>
        </div>
        <p class="hint">{say.linkMeans(localTime(Date.parse(expiresAt), language))}</p>
      </div>
      <p class="other-way">
        <button type="button" class="button-plain" onClick={onClose}>
          {say.closeLink}
        </button>
      </p>
    </section>
  );
}
