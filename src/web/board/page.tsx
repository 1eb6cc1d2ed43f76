import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { Pairing } from '../display/pairing.view.js';
import type { Address } from '../shared/address.js';
import type { Board } from '../shared/board.query.js';
import { isHidden, nothingYet, type Sight, watchBoard } from '../shared/live.js';
import { type LanguageTag, preferredLanguage, words } from '../shared/words.js';
import { Fade } from './fade.js';
import { Notice, useConnection } from './notice.js';
import { Quiet } from './quiet.js';
import { Screen } from './screen.js';
import { type Setting, SettingContext } from './setting.js';

function languageOf({ language }: Address, board: Board | null): LanguageTag {
  if (language) return language;
  if (!board) return preferredLanguage();
  return board.language === 'ZH' ? 'zh' : 'en';
}

/** What people and browser tests can read off the root element without looking at the page. */
function useRootElement(sight: Sight, mustPair: boolean, { language }: Setting, connection: string): void {
  const { board, refusal } = sight;
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.lang = language === 'zh' ? 'zh-CN' : 'en';
    root.dataset.state = mustPair ? 'PAIRING' : refusal ? 'REFUSED' : (board?.state ?? 'LOADING');
    root.dataset.seq = String(board?.seq ?? '');
    root.dataset.connection = connection;
    document.title = board ? words[language].boardOf(board.title) : 'Rostrum';
  }, [board, refusal, mustPair, language, connection]);
}

/** The board of one meeting. Without a meeting, or where it is not for this screen to see, the screen asks to be paired. */
export function Page({ address }: { address: Address }) {
  const [{ meetingId, times }, follow] = useState({ meetingId: address.meetingId, times: 1 });
  const [sight, show] = useState<Sight>(nothingYet);
  const mustPair = meetingId === '' || isHidden(sight);
  const { board, refusal, lostAt, heardAt, now } = sight;
  const shown = refusal ? null : board;
  const language = languageOf(address, board);
  const zone = board?.timeZone ?? 'UTC';
  const textLanguage = board?.language === 'EN' ? 'en' : 'zh-CN';
  const setting = useMemo<Setting>(
    () => ({ language, words: words[language], textLanguage, zone, now }),
    [language, textLanguage, zone, now],
  );
  const connection = useConnection(lostAt);

  useRootElement(sight, mustPair, setting, connection);
  useEffect(() => {
    if (meetingId === '') return;
    const asked = (address.language ?? preferredLanguage()).toUpperCase();
    return watchBoard({ meetingId, language: asked, show });
  }, [address, meetingId, times]);

  /** Without loading the page again: nobody is there to do it twice, should the server go away just then. [Y7] */
  const paired = useCallback((id: string) => {
    history.replaceState(null, '', `/board/${id}${location.search}`);
    show(nothingYet());
    follow((before) => ({ meetingId: id, times: before.times + 1 }));
  }, []);

  if (mustPair) {
    return (
      <SettingContext.Provider value={setting}>
        <Pairing language={address.language} at={meetingId} paired={paired} />
      </SettingContext.Provider>
    );
  }

  return (
    <SettingContext.Provider value={setting}>
      <Fade
        id={shown ? (shown.state === 'STANDBY' ? 'standby' : 'stage') : 'quiet'}
        class="page"
        view={() => (shown ? <Screen board={shown} /> : <Quiet refusal={refusal} />)}
      />
      <Notice connection={connection} heardAt={heardAt} />
    </SettingContext.Provider>
  );
}
