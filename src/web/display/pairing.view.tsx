import { useEffect, useState } from 'preact/hooks';
import { Notice, useConnection } from '../board/notice.js';
import { type LanguageTag, preferredLanguage } from '../shared/words.js';
import { notYet, type Waiting, waitToBePaired } from './pairing.js';
import { type PairingWords, pairingWords } from './pairing.words.js';

/** Nobody knows yet who will stand before the screen: both languages, unless the address names one. */
function languagesOf(language: LanguageTag | undefined): LanguageTag[] {
  if (language) return [language];
  return preferredLanguage() === 'zh' ? ['zh', 'en'] : ['en', 'zh'];
}

interface PairingProps {
  readonly language: LanguageTag | undefined;
  /** The meeting whose board is not to be seen; empty: the screen belongs to none yet. */
  readonly at: string;
  readonly paired: (meetingId: string) => void;
}

/** A screen that shows its code, and from which the operator is told what to do with it. */
export function Pairing({ language, at, paired }: PairingProps) {
  const [waiting, show] = useState<Waiting>(notYet);
  const { code, address, step, lostAt } = waiting;
  const connection = useConnection(lostAt);
  useEffect(() => waitToBePaired({ at, show, paired }), [at, paired]);

  const lines = (pick: (words: PairingWords) => string) =>
    languagesOf(language).map((tag) => (
      <span key={tag} class="pairing-line" lang={tag === 'zh' ? 'zh-CN' : 'en'}>
        {pick(pairingWords[tag])}
      </span>
    ));

  return (
    <div class="pairing" data-testid="pairing">
      <header class="pairing-head">
        <h1 class="pairing-title">{lines((words) => (step === 'PAIRED' ? words.display : words.title))}</h1>
      </header>
      <main class="pairing-main">
        {step !== 'PAIRED' && (
          <p class="pairing-code" data-testid="pairing-code" data-code={code ?? ''}>
            {[code?.slice(0, 3) ?? '···', code?.slice(3) ?? '···'].map((group, place) => (
              <span key={place}>{group}</span>
            ))}
          </p>
        )}
        <p class="pairing-ask" role="status" data-testid="pairing-ask" data-step={step}>
          {lines((words) => (step === 'ASKING' ? (code ? words.ask : words.wait) : words[step]))}
        </p>
      </main>
      <footer class="pairing-foot">
        {address && (
          <p class="pairing-fact">
            {lines((words) => words.address)}
            <b data-testid="pairing-address">{address}</b>
          </p>
        )}
        {step === 'ASKING' && <p class="pairing-fact">{lines(({ renewed }) => renewed)}</p>}
        {at !== '' && step === 'ASKING' && (
          <nav class="pairing-ways">
            <a href="/sign-in">{lines(({ signIn }) => signIn)}</a>
            <a href="/enter">{lines(({ enter }) => enter)}</a>
          </nav>
        )}
      </footer>
      <Notice connection={connection} heardAt={null} />
    </div>
  );
}
