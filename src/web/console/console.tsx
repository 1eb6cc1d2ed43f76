import { readAddress } from '../shared/address.js';
import { useSay, way } from '../shared/language.js';
import { Page } from '../shared/page.js';
import { pageWords } from '../shared/page.words.js';
import { Barred, Lost, NotForYou } from '../shared/problem.js';
import type { Viewer } from '../shared/viewer.query.js';
import { Who } from '../shared/who.js';
import type { Meeting } from './console.query.js';
import { consoleWords } from './console.words.js';
import { Floor } from './floor.js';
import { Meetings } from './meetings.js';
import { ConsoleProvider, useLoaded } from './state.js';

const { meetingId } = readAddress(location);

/** Who may know who is there: those who run the meeting, by account or by slip, and its tellers. */
const isStaff = ({ participants }: Meeting, { kind }: Viewer): boolean =>
  kind !== 'PUBLIC' && kind !== 'DISPLAY' && participants.every(({ presence }) => presence !== null);

/** `/console`: the meetings. `/console/:meetingId`: the desk from which one of them is run. */
export function Console() {
  return meetingId ? <One /> : <Meetings />;
}

function One() {
  const say = useSay(consoleWords);
  const waiting = useSay(pageWords).loading;
  const loaded = useLoaded(meetingId);
  const { meeting, board, viewer, problem, isLost } = loaded;
  const id = encodeURIComponent(meetingId);
  const links = (
    <>
      <a href={way('/console')}>{say.meetings}</a>
      <a href={way(`/reception/${id}`)}>{say.reception}</a>
      <a href={`/board/${id}`} target="_blank" rel="noreferrer">
        {say.board}
      </a>
    </>
  );
  return (
    <Page
      title={meeting ? `${say.console} · ${meeting.title}` : say.console}
      width="full"
      links={links}
      who={<Who viewer={viewer} />}
      isBusy={!meeting}
    >
      <Barred problem={problem} />
      {!(meeting && board) && <Lost isLost={problem?.code === 'UNREACHABLE'} />}
      {!meeting && !problem && <p class="dim">{waiting}</p>}
      {meeting && viewer && !isStaff(meeting, viewer) && (
        <NotForYou
          reason={viewer.kind === 'ACCOUNT' ? say.forStaffHere : say.forStaff}
          isSignedIn={viewer.kind !== 'PUBLIC'}
        />
      )}
      {meeting && board && viewer && isStaff(meeting, viewer) && (
        <ConsoleProvider loaded={{ ...loaded, meeting, board, viewer, isLost }}>
          <Floor />
        </ConsoleProvider>
      )}
    </Page>
  );
}
