import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { type Face, faceOf, isFar } from '../board/face.js';
import { Fade } from '../board/fade.js';
import { Quiet } from '../board/quiet.js';
import { Screen } from '../board/screen.js';
import { type Setting, SettingContext } from '../board/setting.js';
import { type Turned, TurnedContext } from '../board/turned.js';
import { useWear } from '../board/wear.js';
import type { Address } from '../shared/address.js';
import { nothingYet, type Sight, watchBoard } from '../shared/live.js';
import { words } from '../shared/words.js';
import { isOurs, type Showing, type Telling } from './message.js';
import { overlaid } from './overlay.js';

const tell = (telling: Telling): void => parent.postMessage(telling, location.origin);

/** What the page around this one asks for; null until it does. */
function useShowing(): Showing | null {
  const [showing, show] = useState<Showing | null>(null);
  useEffect(() => {
    const end = new AbortController();
    const hear = (event: MessageEvent): void => {
      if (isOurs(event, parent) && event.data?.kind === 'SHOW') show(event.data);
    };
    window.addEventListener('message', hear, end);
    if (parent !== window) tell({ kind: 'READY' });
    return () => end.abort();
  }, []);
  return showing;
}

function settingOf({ board, now }: Sight, { language, ratio }: Face): Setting {
  return {
    language,
    words: words[language],
    textLanguage: board?.language === 'EN' ? 'en' : 'zh-CN',
    zone: board?.timeZone ?? 'UTC',
    isFar: isFar({ ratio }),
    now,
  };
}

/** A board of what may be posted: the board itself, so that what it shows is what the room will see. [C9] */
export function Preview({ address }: { address: Address }) {
  const showing = useShowing();
  const [sight, show] = useState<Sight>(nothingYet);
  useEffect(() => watchBoard({ meetingId: address.meetingId, language: 'zh', show }), [address]);
  const { board } = sight;
  const shown = board && showing ? overlaid(board, showing.statement, showing.comments) : null;
  const face = faceOf(address, board, null);
  const setting = useMemo(() => settingOf(sight, face), [sight]);
  const commentId = shown?.comments.at(-1)?.id ?? '';
  const page = showing?.page ?? 0;
  const turned = useMemo<Turned>(
    () => ({ page, told: (pages, milliseconds) => tell({ kind: 'SHOWN', commentId, pages, milliseconds }) }),
    [page, commentId],
  );
  const state = shown?.state ?? 'LOADING';
  useWear(face);
  useLayoutEffect(() => {
    document.documentElement.dataset.state = state;
  }, [state]);

  return (
    <SettingContext.Provider value={setting}>
      <TurnedContext.Provider value={turned}>
        <Fade
          id={shown ? 'stage' : 'quiet'}
          class="page"
          view={() => (shown ? <Screen board={shown} view={face.view} /> : <Quiet refusal={sight.refusal} />)}
        />
      </TurnedContext.Provider>
    </SettingContext.Provider>
  );
}
