const OPENING = /^[“‘「『（(《【]/u;
const WORD_START = /^[\p{L}\p{N}“‘「『（(《【]/u;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Cuts a heading into the parts between which its lines may break. Chinese is written without spaces, and a browser
 * left alone breaks it inside words; before a closing mark and after an opening one there is no break.
 */
export function phrases(text: string): string[] {
  const parts: string[] = [];
  let previous = '';
  for (const { segment } of segmenter.segment(text)) {
    // 2021 and 年度 belong together.
    const isCounted = /\d$/.test(previous) && /^\p{sc=Han}/u.test(segment);
    const mayBreak = previous !== '' && WORD_START.test(segment) && !OPENING.test(previous) && !isCounted;
    if (mayBreak && /\p{sc=Han}/u.test(previous + segment)) parts.push(segment);
    else parts.push((parts.pop() ?? '') + segment);
    previous = segment;
  }
  return parts;
}
