import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { Fade } from '../board/fade.js';
import { Quiet } from '../board/quiet.js';
import { Screen } from '../board/screen.js';
import { type Setting, SettingContext } from '../board/setting.js';
import { type Turned, TurnedContext } from '../board/turned.js';
import { words } from '../shared/words.js';
import { isOurs, type Showing, type Telling } from './message.js';

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

function settingOf(showing: Showing | null): Setting {
  const isEnglish = showing?.board.language === 'EN';
  const language = showing?.looks.language ?? (isEnglish ? 'en' : 'zh');
  return {
    language,
    words: words[language],
    textLanguage: isEnglish ? 'en' : 'zh-CN',
    zone: showing?.board.timeZone ?? 'UTC',
    now: () => Date.now(),
  };
}

/** A board of what may be posted: the board itself, so that what it shows is what the room will see. [C9] */
export function Preview() {
  const showing = useShowing();
  const board = showing?.board ?? null;
  const setting = useMemo(() => settingOf(showing), [showing]);
  const { language } = setting;
  const theme = showing?.looks.theme ?? 'dark';
  const commentId = board?.comments.at(-1)?.id ?? '';
  const page = showing?.page ?? 0;
  const turned = useMemo<Turned>(
    () => ({ page, told: (pages, milliseconds) => tell({ kind: 'SHOWN', commentId, pages, milliseconds }) }),
    [page, commentId],
  );
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.lang = language === 'zh' ? 'zh-CN' : 'en';
    root.dataset.theme = theme;
    root.dataset.state = board?.state ?? 'LOADING';
  }, [language, theme, board]);

  return (
    <SettingContext.Provider value={setting}>
      <TurnedContext.Provider value={turned}>
        <Fade
          id={board ? 'stage' : 'quiet'}
          class="page"
          view={() => (board ? <Screen board={board} /> : <Quiet refusal={null} />)}
        />
      </TurnedContext.Provider>
    </SettingContext.Provider>
  );
}
