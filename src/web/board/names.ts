import type { Person } from '../shared/board.query.js';
import type { LanguageTag } from '../shared/words.js';

/** Unit and post, one below the other, in the order of the language. */
export function details({ organization, post }: Person, language: LanguageTag): string {
  return (language === 'zh' ? [organization, post] : [post, organization]).filter(Boolean).join('\n');
}

/** Unit and name in one line: 民事审判第二庭　陈志强, or Chen Zhiqiang, Second Civil Court. */
export function brief({ organization, name }: Person, language: LanguageTag): string {
  if (!organization) return name;
  return language === 'zh' ? `${organization}　${name}` : `${name}, ${organization}`;
}
