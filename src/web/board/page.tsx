import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { Pairing } from '../display/pairing.view.js';
import type { Address } from '../shared/address.js';
import { ask } from '../shared/http.js';
import { isHidden, nothingYet, type Sight, watchBoard } from '../shared/live.js';
import { preferredLanguage, words } from '../shared/words.js';
import { type Face, faceOf, isFar } from './face.js';
import { Fade } from './fade.js';
import { Notice, useConnection } from './notice.js';
import { useOwnDisplay } from './own.js';
import { Quiet } from './quiet.js';
import { useRenewal } from './renewal.js';
import { type Report, useReports } from './report.js';
import { ReportDisplay } from './report.query.js';
import { Screen } from './screen.js';
import { type Setting, SettingContext } from './setting.js';
import { useWear } from './wear.js';

const send = (report: Report): Promise<unknown> => ask(ReportDisplay, report);

/** The room sees black; the chair's own screen goes on. [Z3] */
const isBlack = ({ board, refusal }: Sight, { view }: Face): boolean =>
  !refusal && board !== null && board.isBlackedOut && view !== 'ROSTRUM';

function stateOf({ board, refusal }: Sight, mustPair: boolean, black: boolean): string {
  if (mustPair) return 'PAIRING';
  if (refusal) return 'REFUSED';
  return black ? 'BLACKOUT' : (board?.state ?? 'LOADING');
}

interface Root {
  readonly sight: Sight;
  readonly face: Face;
  readonly state: string;
  readonly connection: string;
}

/** What styles, people and browser tests can read off the root element without looking at the page. */
function useRootElement({ sight: { board }, face, state, connection }: Root): void {
  const { language } = face;
  useWear(face);
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.dataset.state = state;
    root.dataset.seq = String(board?.seq ?? '');
    root.dataset.connection = connection;
    document.title = board ? words[language].boardOf(board.title) : 'Rostrum';
  }, [board, language, state, connection]);
}

/** The board of one meeting. Without a meeting, or where it is not for this screen to see, the screen asks to be paired. */
export function Page({ address }: { address: Address }) {
  const [{ meetingId, times }, follow] = useState({ meetingId: address.meetingId, times: 1 });
  const [sight, show] = useState<Sight>(nothingYet);
  const mustPair = meetingId === '' || isHidden(sight);
  const { board, refusal, lostAt, heardAt, now } = sight;
  const shown = refusal ? null : board;
  const displayId = useOwnDisplay(meetingId, times);
  const face = faceOf(address, board, displayId);
  const { language, view, ratio } = face;
  const zone = board?.timeZone ?? 'UTC';
  const textLanguage = board?.language === 'EN' ? 'en' : 'zh-CN';
  const setting = useMemo<Setting>(
    () => ({ language, words: words[language], textLanguage, zone, isFar: isFar({ ratio }), now }),
    [language, textLanguage, zone, ratio, now],
  );
  const connection = useConnection(lostAt);
  const black = isBlack(sight, face);

  useRootElement({ sight, face, state: stateOf(sight, mustPair, black), connection });
  useReports({ displayId, board: shown, now, send });
  useRenewal(lostAt === null && board !== null);
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

  const layer = shown ? `${view} ${shown.state === 'STANDBY' ? 'standby' : 'stage'}` : 'quiet';
  return (
    <SettingContext.Provider value={setting}>
      <Fade
        id={black ? 'black' : layer}
        class="page"
        view={() => {
          if (black) return <div class="black" data-testid="blackout" />;
          return shown ? <Screen board={shown} view={view} /> : <Quiet refusal={refusal} />;
        }}
      />
      {!black && <Notice connection={connection} heardAt={heardAt} />}
    </SettingContext.Provider>
  );
}
