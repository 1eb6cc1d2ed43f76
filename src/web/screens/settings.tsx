import { useState } from 'preact/hooks';
import { Choice } from '../shared/fields.js';
import { useSay } from '../shared/language.js';
import type { Display, View } from './screens.query.js';
import { screenWords } from './screens.words.js';

interface Change {
  view?: View;
  theme?: Display['theme'];
  ratio?: number;
  language?: Display['language'];
}

interface SettingsProps {
  display: Display;
  /** Those that one may give to a screen. */
  views: readonly View[];
  isBusy: boolean;
  change: (input: Change) => void;
}

const THEMES = ['DARK', 'LIGHT'] as const;
const RATIOS = [4, 5, 6, 7, 8, 9, 10];

/**
 * How a display is set: whatever is chosen is so on the screen at once, without anybody touching it. While one choice is on its
 * way no other is taken, and the field that was chosen from keeps the focus. [Q9]
 */
export function Settings({ display, views, isBusy, change: send }: SettingsProps) {
  const say = useSay(screenWords);
  const { name, view, theme, ratio, language } = display;
  const [, redraw] = useState(0);
  const change = (input: Change): void => {
    // What was not taken is not shown either.
    if (isBusy) redraw((count) => count + 1);
    else send(input);
  };
  const ratios = [...new Set([...RATIOS, ratio])].toSorted((a, b) => a - b);
  return (
    <fieldset class="screen-settings" aria-disabled={isBusy ? true : undefined}>
      <legend class="unseen">{say.settingsOf(name)}</legend>
      <Choice
        label={say.view}
        value={view}
        set={(value) => change({ view: value as View })}
        choices={[...new Set([...views, view])].map((one) => [one, say.views[one]])}
      />
      <Choice
        label={say.theme}
        value={theme}
        set={(value) => change({ theme: value as Display['theme'] })}
        choices={THEMES.map((one) => [one, say.themes[one]])}
      />
      <Choice
        label={say.ratio}
        value={String(ratio)}
        set={(value) => change({ ratio: Number(value) })}
        choices={ratios.map((one) => [String(one), say.times(one)])}
      />
      <Choice
        label={say.language}
        value={language ?? ''}
        set={(value) => change({ language: value === '' ? null : (value as 'ZH' | 'EN') })}
        choices={[
          ['', say.meetingsLanguage],
          ['ZH', '中文'],
          ['EN', 'English'],
        ]}
      />
    </fieldset>
  );
}
