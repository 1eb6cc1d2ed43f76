import { useLanguage, useSay, way } from '../shared/language.js';
import { Page } from '../shared/page.js';
import { pageWords } from '../shared/page.words.js';
import { Lost, Trouble } from '../shared/problem.js';
import { clockTime, longDate } from '../shared/time.js';
import { useViewer, Who } from '../shared/who.js';
import { words } from '../shared/words.js';
import { useMeetings } from './meetings.js';
import type { Meeting } from './meetings.query.js';

function Row({ meeting, mayReceive }: { meeting: Meeting; mayReceive: boolean }) {
  const say = useSay(words);
  const common = useSay(pageWords);
  const { language } = useLanguage();
  const { id, title, period, status, startsAt, timeZone, venue } = meeting;
  const at = Date.parse(startsAt);
  return (
    <li class="meeting" data-testid="meeting" data-status={status}>
      <a class="meeting-link" href={`/board/${encodeURIComponent(id)}`}>
        <span class="meeting-title">
          <bdi>{title}</bdi>
        </span>
        <span class="meeting-facts">
          <span class="meeting-status">{say.status[status]}</span>
          <time dateTime={startsAt}>
            {longDate(at, timeZone, language)} {clockTime(at, timeZone)}
          </time>
          <span>
            {say.period} {period}
          </span>
          {venue && <bdi>{venue}</bdi>}
        </span>
        <span class="meeting-board">{say.board}</span>
      </a>
      {mayReceive && (
        <>
          <a class="meeting-way" href={way(`/console/${encodeURIComponent(id)}`)}>
            {common.console}
            <span class="unseen"> {title}</span>
          </a>
          <a class="meeting-way" href={way(`/reception/${encodeURIComponent(id)}`)}>
            {common.reception}
            <span class="unseen"> {title}</span>
          </a>
        </>
      )}
    </li>
  );
}

/** The first page: all meetings, each with the way to its board. */
export function Home() {
  const { page, problem, more } = useMeetings();
  const say = useSay(words);
  const common = useSay(pageWords);
  const viewer = useViewer();
  const links = (
    <>
      {viewer?.kind === 'ACCOUNT' && <a href={way('/console')}>{common.console}</a>}
      {viewer?.isAdministrator && <a href={way('/admin')}>{common.administration}</a>}
      <a href="/explorer">{say.explorer}</a>
    </>
  );
  return (
    <Page title="Rostrum" links={links} who={<Who viewer={viewer} />} isBusy={!page}>
      <h1>{say.meetings}</h1>
      <Lost isLost={problem?.code === 'UNREACHABLE'} />
      <Trouble problem={problem?.code === 'UNREACHABLE' ? null : problem} />
      {page?.edges.length === 0 && <p class="empty">{say.noMeetings}</p>}
      <ul>
        {page?.edges.map(({ node }) => (
          <Row key={node.id} meeting={node} mayReceive={viewer?.kind === 'ACCOUNT'} />
        ))}
      </ul>
      {more && (
        <button type="button" class="button-plain more" onClick={more}>
          {say.more}
        </button>
      )}
    </Page>
  );
}
