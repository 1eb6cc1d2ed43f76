import { useMeetings } from '../home/meetings.js';
import { CreateMeeting } from '../prepare/create.js';
import { useLanguage, useSay, way } from '../shared/language.js';
import { Page } from '../shared/page.js';
import { Lost, NotForYou, Trouble } from '../shared/problem.js';
import { clockTime, longDate } from '../shared/time.js';
import { useViewer, Who } from '../shared/who.js';
import { words } from '../shared/words.js';
import { consoleWords } from './console.words.js';

/** The meetings, each with the way to its console, and the way to make a new one. [J10] */
export function Meetings() {
  const say = useSay(consoleWords);
  const { status, more: moreWord } = useSay(words);
  const viewer = useViewer();
  const { language } = useLanguage();
  const { page, problem, more } = useMeetings();
  const time = (startsAt: string, zone: string): string =>
    `${longDate(Date.parse(startsAt), zone, language)} ${clockTime(Date.parse(startsAt), zone)}`;
  if (viewer && viewer.kind !== 'ACCOUNT') {
    return (
      <Page title={say.console} who={<Who viewer={viewer} />}>
        <NotForYou reason={say.forStaff} isSignedIn={viewer.kind !== 'PUBLIC'} />
      </Page>
    );
  }
  return (
    <Page title={say.console} width="wide" who={<Who viewer={viewer} />} isBusy={!page}>
      <h1>{say.meetings}</h1>
      <Lost isLost={problem?.code === 'UNREACHABLE'} />
      <Trouble problem={problem?.code === 'UNREACHABLE' ? null : problem} />
      <CreateMeeting />
      {page?.edges.length === 0 && <p class="dim">{say.noMeetings}</p>}
      <ul class="rows">
        {page?.edges.map(({ node }) => (
          <li key={node.id} class="row" data-testid="meeting">
            <a class="row-name row-title" href={way(`/console/${encodeURIComponent(node.id)}`)}>
              <bdi>{node.title}</bdi>
            </a>
            <time class="dim" dateTime={node.startsAt}>
              {time(node.startsAt, node.timeZone)}
            </time>
            <span class="badge row-do">{status[node.status]}</span>
          </li>
        ))}
      </ul>
      {more && (
        <p class="other-way">
          <button type="button" class="button-plain" onClick={more}>
            {moreWord}
          </button>
        </p>
      )}
    </Page>
  );
}
