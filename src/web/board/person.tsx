import type { Person } from '../shared/board.query.js';
import type { LanguageTag } from '../shared/words.js';
import { Fit } from './fit.js';
import { useSetting } from './setting.js';
import { widthOf } from './width.js';

/** Unit and post, one below the other, in the order of the language. */
export function details({ organization, post }: Person, language: LanguageTag): string {
  return (language === 'zh' ? [organization, post] : [post, organization]).filter(Boolean).join('\n');
}

/** Unit and name in one line: 民事审判第二庭　陈志强, or Chen Zhiqiang, Second Civil Court. */
export function brief({ organization, name }: Person, language: LanguageTag): string {
  if (!organization) return name;
  return language === 'zh' ? `${organization}　${name}` : `${name}, ${organization}`;
}

/** A person at full size. */
export function PersonLines({ person, testid }: { person: Person; testid?: string }) {
  const { language, isFar } = useSetting();
  // To far viewers a line more would make all of them too small.
  const lines = isFar ? person.organization || person.post : details(person, language);
  return (
    <div class="person" data-testid={testid}>
      <Fit class="person-name" text={person.name} isName testid="name" />
      <Fit class="person-details" text={lines} />
    </div>
  );
}

/** In ems. */
const LONG_NAME = 16;

export function PersonBrief({ person, class: name }: { person: Person; class: string }) {
  const { language } = useSetting();
  // A name that fills the line by itself stands without the unit.
  if (widthOf(person.name) > LONG_NAME) return <Fit class={`${name} long`} text={person.name} isName />;
  return <Fit class={name} text={brief(person, language)} />;
}
