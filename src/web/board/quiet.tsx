import { useSetting } from './setting.js';

/** No board to show: before the first one has come, or when the server has none under this address. */
export function Quiet({ refusal }: { refusal: string | null }) {
  const { words } = useSetting();
  return (
    <div class="quiet" data-testid={refusal ? 'refused' : 'loading'}>
      <div class="quiet-banner" />
      {refusal ? (
        <div class="quiet-refused">
          <h1 class="quiet-word">{refusal === 'NOT_FOUND' ? words.notFound : words.refused}</h1>
          <p class="quiet-hint">
            <span class="quiet-code" data-testid="code">
              {refusal}
            </span>
            {words.retrying}
          </p>
        </div>
      ) : (
        <p class="quiet-name" lang="en">
          Rostrum
        </p>
      )}
    </div>
  );
}
