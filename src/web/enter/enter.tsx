import { useEffect, useState } from 'preact/hooks';
import { useAnswer } from '../shared/answer.js';
import { useSay } from '../shared/language.js';
import { Page } from '../shared/page.js';
import { pageWords } from '../shared/page.words.js';
import { Lost } from '../shared/problem.js';
import { Viewing } from '../shared/viewer.query.js';
import { Who } from '../shared/who.js';
import { CodeForm } from './code.js';
import { enterWords } from './enter.words.js';
import { Entered } from './entered.js';

/** That somebody has entered in this tab, so that the end of it is noticed, also after a reload. */
const MARK = 'rostrum entered';

/** The page that slips lead to. Without a session it asks for the code; with one it says who has come. [Q4] */
export function Enter({ scanned }: { scanned: string }) {
  const say = useSay(enterWords);
  const common = useSay(pageWords);
  const { data, problem, refresh } = useAnswer(Viewing, {});
  const [code, setCode] = useState(scanned);
  const viewer = data?.viewer;
  const isIn = viewer?.kind === 'PARTICIPANT';
  const isOut = viewer && !isIn;
  // A session that ended by itself is said to have; one that was left is left behind with its page. [Q5]
  const hasEnded = isOut && sessionStorage.getItem(MARK) !== null;
  useEffect(() => {
    if (isIn) sessionStorage.setItem(MARK, 'yes');
  }, [isIn]);

  const entered = async (): Promise<void> => {
    setCode('');
    await refresh();
  };
  return (
    <Page
      title={say.title}
      width="narrow"
      who={isIn && <Who viewer={viewer} onLeave={() => sessionStorage.removeItem(MARK)} />}
      isBusy={!data}
    >
      <Lost isLost={problem?.code === 'UNREACHABLE'} />
      {!data && !problem && !code && <p class="dim">{common.loading}</p>}
      {isIn && !code && viewer.participantId && viewer.meetingId && (
        <Entered participantId={viewer.participantId} meetingId={viewer.meetingId} check={refresh} />
      )}
      {(code || isOut) && (
        <CodeForm
          scanned={code}
          hasEnded={Boolean(hasEnded) && !code}
          account={viewer?.kind === 'ACCOUNT' ? viewer.name : null}
          onEntered={entered}
        />
      )}
    </Page>
  );
}
