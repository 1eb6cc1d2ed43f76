import { useEffect, useState } from 'preact/hooks';

const hash = (): string => location.hash.slice(1);

/** Which part of the page the address names behind its #; the first where it names none. */
export function useTab<Tab extends string>(tabs: readonly [Tab, ...Tab[]]): Tab {
  const [named, setNamed] = useState(hash);
  useEffect(() => {
    const end = new AbortController();
    window.addEventListener('hashchange', () => setNamed(hash()), end);
    return () => end.abort();
  }, []);
  return tabs.find((tab) => tab === named) ?? tabs[0];
}

interface TabsProps {
  label: string;
  tabs: readonly { tab: string; name: string }[];
  shown: string;
}

/** The parts of a page, as links: they can be bookmarked, and the way back is the browser's own. */
export function Tabs({ label, tabs, shown }: TabsProps) {
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map(({ tab, name }) => (
        <a key={tab} class="tab" href={`#${tab}`} aria-current={tab === shown ? 'page' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
}
