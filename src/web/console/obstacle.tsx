import type { ComponentChildren } from 'preact';
import { Button } from '../shared/button.js';
import { useLanguage, useSay } from '../shared/language.js';
import { useAsk } from './asked.js';
import { leadTo } from './lead.js';
import { onWhom } from './next.rules.js';
import { obstacleWords } from './obstacle.words.js';
import { useConsole } from './state.js';

/** What is missing for the next step, and the ways to mend it. [J1] */
export function Obstacle({ id }: { id: string }) {
  const say = useSay(obstacleWords);
  const { language } = useLanguage();
  const ask = useAsk();
  const { board, meeting, isBusy, isLost } = useConsole();
  const obstacle = (meeting.mayRun && board.nextStep?.obstacle) || null;
  const speaker = board.statement?.speaker ?? null;
  const statementId = board.statement?.id;

  return (
    <div id={id} class="obstacle" role="status" data-testid="obstacle" data-code={obstacle}>
      {obstacle === 'COMMENT_MISSING' && (
        <>
          <p>{say.COMMENT_MISSING(onWhom(board, speaker, language))}</p>
          <div class="buttons">
            <Way to="desk">{say.toDesk}</Way>
            {statementId && (
              <Button
                class="quiet-button"
                isOff={isBusy || isLost}
                onClick={() => ask({ kind: 'SKIP_COMMENT', statementId, name: speaker?.name ?? '' })}
              >
                {say.skipComment}
              </Button>
            )}
          </div>
        </>
      )}
      {obstacle !== null && obstacle !== 'COMMENT_MISSING' && <Other code={obstacle} />}
    </div>
  );
}

function Way({ to, children }: { to: string; children: ComponentChildren }) {
  return (
    <a class="quiet-button" href={`#${to}`} onClick={() => leadTo(to)}>
      {children}
    </a>
  );
}

const WAYS = { NOT_READY: 'prepare', BALLOT_OPEN: 'ballot', ITEMS_PENDING: 'agenda' } as const;

function Other({ code }: { code: string }) {
  const say = useSay(obstacleWords);
  const { current } = useConsole().board;
  const known = code as keyof typeof say;
  const text = typeof say[known] === 'string' ? say[known] : say.other;
  const way = WAYS[code as keyof typeof WAYS] ?? (current?.kind === 'BALLOT' ? 'ballot' : 'agenda');
  const name = { prepare: say.toPrepare, ballot: say.toBallot, agenda: say.toAgenda }[way];
  return (
    <>
      <p>{text}</p>
      <div class="buttons">
        <Way to={way}>{name}</Way>
      </div>
    </>
  );
}
