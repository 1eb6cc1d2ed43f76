import { useState } from 'preact/hooks';
import { Displays } from '../screens/list.js';
import { useSay } from '../shared/language.js';
import { NotForYou } from '../shared/problem.js';
import { Tabs, useTab } from '../shared/tabs.js';
import type { Viewer } from '../shared/viewer.query.js';
import { Figures } from './figures.js';
import { Participants } from './participants.js';
import type { IssuedSlip, Meeting } from './reception.query.js';
import { receptionWords } from './reception.words.js';
import { Sheet } from './sheet.js';
import { Slips } from './slips.js';

interface DeskProps {
  meeting: Meeting;
  viewer: Viewer;
  refresh: () => Promise<void>;
}

/** Who may know who is there, and so may use the reception. */
const isStaff = ({ participants }: Meeting): boolean => participants.every(({ presence }) => presence !== null);

/** What the reception works with: figures, participants, slips and displays; or the slips that were just issued. */
export function Desk({ meeting, viewer, refresh }: DeskProps) {
  const say = useSay(receptionWords);
  const tab = useTab(['participants', 'slips', 'displays']);
  // Told once: nothing else is shown before they were printed.
  const [issued, setIssued] = useState<IssuedSlip[]>([]);
  const tabs = [
    { tab: 'participants', name: say.participants },
    { tab: 'slips', name: say.slips },
    { tab: 'displays', name: say.displays },
  ];

  // Whatever becomes of the session: what is told once stays to be printed.
  if (issued.length > 0) return <Sheet meeting={meeting} slips={issued} onDone={() => setIssued([])} />;
  if (viewer.kind !== 'ACCOUNT') return <NotForYou reason={say.forStaff} isSignedIn={viewer.kind !== 'PUBLIC'} />;
  if (!isStaff(meeting)) return <NotForYou reason={say.forStaffHere} isSignedIn />;
  return (
    <>
      <Figures attendance={meeting.attendance} />
      <Tabs label={say.reception} tabs={tabs} shown={tab} />
      {tab === 'participants' && <Participants meeting={meeting} refresh={refresh} />}
      {tab === 'slips' && <Slips meeting={meeting} refresh={refresh} onIssued={setIssued} />}
      {tab === 'displays' && <Displays meeting={meeting} />}
    </>
  );
}
