import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useLanguage, useSay, way } from './language.js';
import { pageWords } from './page.words.js';

interface PageProps {
  /** Of the window: what the page is about. */
  title: string;
  /** Ways to other pages, for the bar at the top. */
  links?: ComponentChildren;
  /** Who is signed in. */
  who?: ComponentChildren;
  /** `narrow` for a form, `wide` for tables, `full` for a desk of work. */
  width?: 'narrow' | 'wide' | 'full';
  /** The server is being waited for. */
  isBusy?: boolean;
  children: ComponentChildren;
}

/** What all pages but the board have in common: the bar at the top, in the language that it changes, and the main part. [Q13] */
export function Page({ title, links, who, width, isBusy, children }: PageProps) {
  const say = useSay(pageWords);
  const { language, change } = useLanguage();
  useEffect(() => {
    document.title = title === 'Rostrum' ? title : `${title} · Rostrum`;
  }, [title]);
  return (
    <>
      <header class="top">
        <div class={`top-inner width-${width ?? 'plain'}`}>
          <a class="top-name" href={way('/')} lang="en">
            Rostrum
          </a>
          <nav class="top-links">
            {links}
            <button type="button" class="top-link" lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={change}>
              {say.otherLanguage}
            </button>
          </nav>
          {who}
        </div>
      </header>
      <main class={`main width-${width ?? 'plain'}`} aria-busy={isBusy ?? false}>
        {children}
      </main>
    </>
  );
}
