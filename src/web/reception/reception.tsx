import { readAddress } from '../shared/address.js';
import { useAnswer } from '../shared/answer.js';
import { useChanges } from '../shared/changes.js';
import { useLanguage, useSay, way } from '../shared/language.js';
import { Page } from '../shared/page.js';
import { pageWords } from '../shared/page.words.js';
import { Barred, Lost } from '../shared/problem.js';
import { clockTime, longDate } from '../shared/time.js';
import { Viewing } from '../shared/viewer.query.js';
import { Who } from '../shared/who.js';
import { words } from '../shared/words.js';
import { Desk } from './desk.js';
import { type Meeting, ReceptionOf } from './reception.query.js';
import { receptionWords } from './reception.words.js';

const { meetingId } = readAddress(location);

function Heading({ meeting }: { meeting: Meeting }) {
  const { language } = useLanguage();
  const say = useSay(receptionWords);
  const status = useSay(words).status[meeting.status];
  const at = Date.parse(meeting.startsAt);
  return (
    <>
      <h1>
        <bdi>{meeting.title}</bdi>
      </h1>
      <p class="facts dim">
        <span class="badge">{status}</span>
        <time dateTime={meeting.startsAt}>
          {longDate(at, meeting.timeZone, language)} {clockTime(at, meeting.timeZone)}
        </time>
        {meeting.venue && <bdi>{meeting.venue}</bdi>}
      </p>
      {meeting.status === 'DRAFT' && <p class="note">{say.isOpen.DRAFT}</p>}
      {(meeting.status === 'CLOSED' || meeting.status === 'ARCHIVED') && <p class="note">{say.isOpen.CLOSED}</p>}
    </>
  );
}

/** The reception of a meeting (签到台): who has come, the slips, and the displays. */
export function Reception() {
  const say = useSay(receptionWords);
  const { data: asked, refresh: check } = useAnswer(Viewing, {});
  const viewer = asked?.viewer ?? null;
  const { loading: waiting, console: toConsole } = useSay(pageWords);
  const { data, problem, refresh } = useAnswer(ReceptionOf, { id: meetingId });
  // Whoever is signed out from elsewhere, or dismissed, is to see no more than they may.
  const isLost = useChanges(meetingId, () => {
    void refresh();
    void check();
  });
  const meeting = data?.meeting ?? null;
  return (
    <Page
      title={meeting ? `${say.reception} · ${meeting.title}` : say.reception}
      width="wide"
      links={
        <>
          <a href={way(`/console/${encodeURIComponent(meetingId)}`)}>{toConsole}</a>
          <a href={`/board/${encodeURIComponent(meetingId)}`}>{say.board}</a>
        </>
      }
      who={<Who viewer={viewer} />}
      isBusy={!data}
    >
      <Lost isLost={isLost || problem?.code === 'UNREACHABLE'} />
      <Barred problem={problem} />
      {!data && !problem && <p class="dim">{waiting}</p>}
      {meeting && <Heading meeting={meeting} />}
      {meeting && viewer && <Desk meeting={meeting} viewer={viewer} refresh={refresh} />}
    </Page>
  );
}
