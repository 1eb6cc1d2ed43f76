import { useEffect, useState } from 'preact/hooks';
import { BallotPanel } from '../ballot/panel.js';
import { SettingContext } from '../board/setting.js';
import { Desk } from '../desk/desk.js';
import { namesOf, ROOM } from '../prepare/kept.rules.js';
import { Prepare } from '../prepare/prepare.js';
import { Figures } from '../reception/figures.js';
import { Participants } from '../reception/participants.js';
import { Screens } from '../screens/screens.js';
import { keepOnly } from '../shared/kept.js';
import { useLanguage, useSay } from '../shared/language.js';
import { Tabs, useTab } from '../shared/tabs.js';
import { words } from '../shared/words.js';
import { Agenda } from './agenda.js';
import { AskContext, type Asked } from './asked.js';
import { consoleWords } from './console.words.js';
import { Deck } from './deck.js';
import { Dialogs } from './dialogs.js';
import { Head } from './head.js';
import { Offline } from './offline.js';
import { partsFor } from './parts.js';
import { useConsole } from './state.js';

/** Where the meeting is run from: what comes next, and beside it whatever is needed meanwhile. */
export function Floor() {
  const say = useSay(consoleWords);
  const { language } = useLanguage();
  const { meeting, now } = useConsole();
  const [asked, ask] = useState<Asked | null>(null);
  const parts = partsFor(meeting);
  // Also while another part is shown: whoever runs the meeting does not come back to what was prepared for it.
  useEffect(() => keepOnly(ROOM, namesOf(meeting)), [meeting.status]);
  const tab = useTab(meeting.status === 'DRAFT' && meeting.mayRun ? ['prepare', ...parts] : parts);
  const tabs = parts.map((name) => ({ tab: name, name: say[name] }));
  const textLanguage = meeting.language === 'EN' ? ('en' as const) : ('zh-CN' as const);
  const setting = { language, words: words[language], textLanguage, zone: meeting.timeZone, isFar: false, now };
  return (
    <SettingContext.Provider value={setting}>
      <AskContext.Provider value={ask}>
        <div class="floor">
          <Offline />
          <Head />
          <Deck />
          <section class="side" aria-label={say[tab]}>
            <Tabs label={say.console} tabs={tabs} shown={tab} />
            <div class="side-part" data-tab={tab}>
              {tab === 'agenda' && <Agenda />}
              {tab === 'desk' && <Desk />}
              {tab === 'participants' && <Attendance />}
              {tab === 'ballot' && <BallotPanel />}
              {tab === 'displays' && <Screens />}
              {tab === 'prepare' && <Prepare />}
            </div>
          </section>
        </div>
        <Dialogs asked={asked} close={() => ask(null)} />
      </AskContext.Provider>
    </SettingContext.Provider>
  );
}

/** Who has come, signed in and out by hand as at the reception. */
function Attendance() {
  const { meeting, refresh } = useConsole();
  return (
    <>
      <Figures attendance={meeting.attendance} />
      <Participants meeting={meeting} refresh={refresh} />
    </>
  );
}
