import { BallotPanel } from '../ballot/panel.js';
import { Desk } from '../desk/desk.js';
import { Miniature } from '../desk/miniature.js';
import { Prepare } from '../prepare/prepare.js';
import { Screens } from '../screens/screens.js';
import { useSay } from '../shared/language.js';
import { Tabs, useTab } from '../shared/tabs.js';
import { consoleWords } from './console.words.js';
import { useConsole } from './state.js';

/** Where the meeting is run from: what comes next, and beside it whatever is needed meanwhile. */
export function Floor() {
  const say = useSay(consoleWords);
  const { meeting } = useConsole();
  const tab = useTab(['agenda', 'desk', 'participants', 'ballot', 'displays', 'prepare']);
  const tabs = [
    { tab: 'agenda', name: say.agenda },
    { tab: 'desk', name: say.desk },
    { tab: 'participants', name: say.participants },
    { tab: 'ballot', name: say.ballot },
    { tab: 'displays', name: say.displays },
    { tab: 'prepare', name: say.prepare },
  ];
  return (
    <>
      <h1>
        <bdi>{meeting.title}</bdi>
      </h1>
      <Miniature />
      <Tabs label={say.console} tabs={tabs} shown={tab} />
      {tab === 'desk' && <Desk />}
      {tab === 'ballot' && <BallotPanel />}
      {tab === 'displays' && <Screens />}
      {tab === 'prepare' && <Prepare />}
    </>
  );
}
