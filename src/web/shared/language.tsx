import { type ComponentChildren, createContext } from 'preact';
import { useContext, useLayoutEffect, useState } from 'preact/hooks';
import { readAddress } from './address.js';
import type { Said } from './page.words.js';
import { type LanguageTag, preferredLanguage } from './words.js';

interface Spoken {
  readonly language: LanguageTag;
  /** Without loading the page anew: what was typed, and what is told only once, stays. */
  readonly change: () => void;
}

const Context = createContext<Spoken>({ language: 'zh', change: () => undefined });

export const useLanguage = (): Spoken => useContext(Context);

/** A page's words in the language it speaks. */
export function useSay<Words>(table: Said<Words>): Words {
  return table[useContext(Context).language];
}

/** The language of the address, else the browser's; the address says what was chosen. */
export function Languages({ children }: { children: ComponentChildren }) {
  const [language, setLanguage] = useState(() => readAddress(location).language ?? preferredLanguage());
  useLayoutEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);

  const change = (): void => {
    const other = language === 'zh' ? 'en' : 'zh';
    const address = new URL(location.href);
    address.searchParams.set('lang', other);
    history.replaceState(null, '', address);
    setLanguage(other);
  };
  return <Context.Provider value={{ language, change }}>{children}</Context.Provider>;
}

/** A way to another of our pages, which goes on in the language that was chosen here. */
export function way(path: string): string {
  const { language } = readAddress(location);
  if (!language) return path;
  const to = new URL(path, location.origin);
  to.searchParams.set('lang', language);
  return to.pathname + to.search + to.hash;
}
