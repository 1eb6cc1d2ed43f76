import { useAnswer } from '../shared/answer.js';
import { useSay, way } from '../shared/language.js';
import { Page } from '../shared/page.js';
import { pageWords } from '../shared/page.words.js';
import { Lost } from '../shared/problem.js';
import { Viewing } from '../shared/viewer.query.js';
import { Who } from '../shared/who.js';
import { meWords } from './me.words.js';
import { Mine } from './mine.js';

/** A participant's own page: when they are next, their time, their text, and what is said of them. [Q14] */
export function Me() {
  const say = useSay(meWords);
  const common = useSay(pageWords);
  const { data, problem, refresh } = useAnswer(Viewing, {});
  const viewer = data?.viewer;
  const isIn = viewer?.kind === 'PARTICIPANT';
  return (
    <Page title={say.title} width="narrow" who={isIn && <Who viewer={viewer} />} isBusy={!data}>
      {!isIn && <Lost isLost={problem?.code === 'UNREACHABLE'} />}
      {!data && !problem && <p class="dim">{common.loading}</p>}
      {isIn && viewer.participantId && viewer.meetingId && (
        <Mine participantId={viewer.participantId} meetingId={viewer.meetingId} check={refresh} />
      )}
      {viewer && !isIn && (
        <div class="form" data-testid="not-in">
          <h1>{say.title}</h1>
          <p>{say.forParticipants}</p>
          <a class="button button-large" href={way('/enter')}>
            {say.enter}
          </a>
        </div>
      )}
    </Page>
  );
}
