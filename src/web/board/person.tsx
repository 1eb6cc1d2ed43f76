import type { Person } from '../shared/board.query.js';
import type { LanguageTag } from '../shared/words.js';
import { Fit } from './fit.js';
import { useSetting } from './setting.js';

/** Unit and post, one below the other, in the order of the language. */
export function details({ organization, post }: Person, language: LanguageTag): string {
  return (language === 'zh' ? [organization, post] : [post, organization]).filter(Boolean).join('\n');
}

/** Unit and name in one line: 民事审判第二庭　陈志强, or Chen Zhiqiang, Second Civil Court. */
function brief({ organization, name }: Person, language: LanguageTag): string {
  if (!organization) return name;
  return language === 'zh' ? `${organization}　${name}` : `${name}, ${organization}`;
}

/** A person at full size. */
export function PersonLines({ person, testid }: { person: Person; testid?: string }) {
  const { language } = useSetting();
  return (
    <div class="person" data-testid={testid}>
      <Fit class="person-name" text={person.name} isName testid="name" />
      <Fit class="person-details" text={details(person, language)} />
    </div>
  );
}

export function PersonBrief({ person, class: name }: { person: Person; class: string }) {
  const { language } = useSetting();
  return <Fit class={name} text={brief(person, language)} />;
}
