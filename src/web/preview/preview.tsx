import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { Fade } from '../board/fade.js';
import { Quiet } from '../board/quiet.js';
import { Screen } from '../board/screen.js';
import { type Setting, SettingContext } from '../board/setting.js';
import { type Turned, TurnedContext } from '../board/turned.js';
import { readAddress } from '../shared/address.js';
import { nothingYet, type Sight, watchBoard } from '../shared/live.js';
import { words } from '../shared/words.js';
import { isOurs, type Showing, type Telling } from './message.js';
import { overlaid } from './overlay.js';

const { meetingId } = readAddress(location);

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

function settingOf({ board, now }: Sight, showing: Showing | null): Setting {
  const isEnglish = board?.language === 'EN';
  const language = showing?.looks.language ?? (isEnglish ? 'en' : 'zh');
  return {
    language,
    words: words[language],
    textLanguage: isEnglish ? 'en' : 'zh-CN',
    zone: board?.timeZone ?? 'UTC',
    now,
  };
}

/** A board of what may be posted: the board itself, so that what it shows is what the room will see. [C9] */
export function Preview() {
  const showing = useShowing();
  const [sight, show] = useState<Sight>(nothingYet);
  useEffect(() => watchBoard({ meetingId, language: 'zh', show }), []);
  const { board } = sight;
  const shown = board && showing ? overlaid(board, showing.statement, showing.comments) : null;
  const setting = useMemo(() => settingOf(sight, showing), [sight, showing]);
  const { language } = setting;
  const theme = showing?.looks.theme ?? 'dark';
  const commentId = shown?.comments.at(-1)?.id ?? '';
  const page = showing?.page ?? 0;
  const turned = useMemo<Turned>(
    () => ({ page, told: (pages, milliseconds) => tell({ kind: 'SHOWN', commentId, pages, milliseconds }) }),
    [page, commentId],
  );
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.lang = language === 'zh' ? 'zh-CN' : 'en';
    root.dataset.theme = theme;
    root.dataset.state = shown?.state ?? 'LOADING';
  }, [language, theme, shown?.state]);

  return (
    <SettingContext.Provider value={setting}>
      <TurnedContext.Provider value={turned}>
        <Fade
          id={shown ? 'stage' : 'quiet'}
          class="page"
          view={() => (shown ? <Screen board={shown} /> : <Quiet refusal={sight.refusal} />)}
        />
      </TurnedContext.Provider>
    </SettingContext.Provider>
  );
}
