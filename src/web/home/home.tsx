import { useEffect } from 'preact/hooks';
import { clockTime, longDate } from '../shared/time.js';
import { type LanguageTag, words } from '../shared/words.js';
import { useMeetings } from './meetings.js';
import type { Meeting } from './meetings.query.js';

function Row({ meeting, language }: { meeting: Meeting; language: LanguageTag }) {
  const say = words[language];
  const { id, title, period, status, startsAt, timeZone, venue } = meeting;
  const at = Date.parse(startsAt);
  return (
    <li class="meeting" data-testid="meeting" data-status={status}>
      <a class="meeting-link" href={`/board/${encodeURIComponent(id)}`}>
        <span class="meeting-title">
          <bdi>{title}</bdi>
        </span>
        <span class="meeting-facts">
          <span class="meeting-status">{say.status[status]}</span>
          <time dateTime={startsAt}>
            {longDate(at, timeZone, language)} {clockTime(at, timeZone)}
          </time>
          <span>
            {say.period} {period}
          </span>
          {venue && <bdi>{venue}</bdi>}
        </span>
        <span class="meeting-board">{say.board}</span>
      </a>
    </li>
  );
}

/** The first page: all meetings, each with the way to its board. */
export function Home({ language }: { language: LanguageTag }) {
  const { page, hasFailed, more } = useMeetings();
  const say = words[language];
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);

  return (
    <>
      <header class="top">
        <div class="top-inner">
          <p class="top-name" lang="en">
            Rostrum
          </p>
          <nav class="top-links">
            <a href="/explorer">{say.explorer}</a>
            <a href={`/?lang=${language === 'zh' ? 'en' : 'zh'}`} lang={language === 'zh' ? 'en' : 'zh-CN'}>
              {say.otherLanguage}
            </a>
          </nav>
        </div>
      </header>
      <main class="list" aria-busy={!page}>
        <h1>{say.meetings}</h1>
        {hasFailed && (
          <p class="failed" role="status">
            {say.unreachable}
          </p>
        )}
        {page?.edges.length === 0 && <p class="empty">{say.noMeetings}</p>}
        <ul>
          {page?.edges.map(({ node }) => (
            <Row key={node.id} meeting={node} language={language} />
          ))}
        </ul>
        {more && (
          <button type="button" class="more" onClick={more}>
            {say.more}
          </button>
        )}
      </main>
    </>
  );
}
