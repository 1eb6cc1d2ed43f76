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
import { isUnknown, Notices } from './notices.js';
import { ConsoleProvider, useLoaded } from './state.js';

const { meetingId } = readAddress(location);

/** Those who run the meeting, by account or by slip, and its tellers, who may know who is there as well. */
const isStaff = ({ mayRun, participants }: Meeting, { kind }: Viewer): boolean =>
  kind !== 'PUBLIC' && kind !== 'DISPLAY' && (mayRun || participants.every(({ presence }) => presence !== null));

/** `/console`: the meetings. `/console/:meetingId`: the desk from which one of them is run. */
export function Console() {
  return meetingId ? <One /> : <Meetings />;
}

function One() {
  const say = useSay(consoleWords);
  const waiting = useSay(pageWords).loading;
  const loaded = useLoaded(meetingId);
  const { meeting, board, viewer, problem } = loaded;
  const isIn = meeting && viewer && isStaff(meeting, viewer);
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
      {meeting && viewer && !isIn && (
        <NotForYou
          reason={viewer.kind === 'ACCOUNT' ? say.forStaffHere : say.forStaff}
          isSignedIn={viewer.kind !== 'PUBLIC'}
        />
      )}
      {board && isIn ? (
        <ConsoleProvider loaded={{ ...loaded, meeting, board, viewer }}>
          <Floor />
        </ConsoleProvider>
      ) : (
        // Of what was going on in the meeting this alone is told to whoever was signed out meanwhile.
        <Notices {...loaded} notices={loaded.notices.filter(isUnknown)} present={null} />
      )}
    </Page>
  );
}
