import { isUnknown, Notices } from '../console/notices.js';
import { ConsoleProvider, useLoaded } from '../console/state.js';
import { readAddress } from '../shared/address.js';
import { useSay, way } from '../shared/language.js';
import { Page } from '../shared/page.js';
import { pageWords } from '../shared/page.words.js';
import { Barred, Lost, NotForYou } from '../shared/problem.js';
import { Who } from '../shared/who.js';
import { Desk } from './desk.js';
import { deskWords } from './desk.words.js';

const { meetingId } = readAddress(location);

/** `/desk/:meetingId`: the desk alone, for a commenter who has come by slip, on a tablet or a phone. [C12] */
export function DeskPage() {
  const say = useSay(deskWords);
  const waiting = useSay(pageWords).loading;
  const loaded = useLoaded(meetingId);
  const { meeting, board, viewer, problem, isLost } = loaded;
  const isSignedIn = viewer?.kind === 'PARTICIPANT' || viewer?.kind === 'ACCOUNT';
  const isHere = viewer?.meetingId == null || viewer.meetingId === meeting?.id;
  const isIn = isSignedIn && isHere;
  const links = (
    <>
      {viewer?.kind === 'PARTICIPANT' && <a href={way('/enter')}>{say.attendance}</a>}
      <a href={`/board/${encodeURIComponent(meetingId)}`} target="_blank" rel="noreferrer">
        {say.board}
      </a>
    </>
  );
  return (
    <Page
      title={meeting ? `${say.desk} · ${meeting.title}` : say.desk}
      width="wide"
      links={links}
      who={<Who viewer={viewer} />}
      isBusy={!meeting}
    >
      <Lost isLost={isLost} />
      <Barred problem={problem} />
      {!meeting && !problem && <p class="dim">{waiting}</p>}
      {meeting && (
        <h1>
          <bdi>{meeting.title}</bdi>
        </h1>
      )}
      {meeting && viewer && !isIn && <NotForYou reason={say.forCommenters} isSignedIn={viewer.kind !== 'PUBLIC'} />}
      {meeting && board && viewer && isIn ? (
        <ConsoleProvider loaded={{ ...loaded, meeting, board, viewer }}>
          <Desk />
        </ConsoleProvider>
      ) : (
        <Notices {...loaded} notices={loaded.notices.filter(isUnknown)} present={null} />
      )}
    </Page>
  );
}
