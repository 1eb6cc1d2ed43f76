import { desk, live, mutations, open, operators, posted, type Sentence } from './sentence.js';

/** Who may hand statements in: part of the one table (table.ts). */
export const statementSentences: readonly Sentence[] = [
  {
    who: ['SPEAKER'],
    may: { en: 'hand in their own written statement, and take it back', zh: '提交、撤回本人的书面述职' },
    fields: mutations('addWrittenStatement', 'dropWrittenStatement'),
    during: open,
    own: 'STATEMENT',
  },
  {
    who: operators,
    may: { en: 'hand in the text of a statement', zh: '提交述职材料' },
    fields: mutations('writeStatement'),
    during: desk,
  },
  {
    who: ['SPEAKER'],
    may: { en: 'hand in the text of their own statement', zh: '提交本人的述职材料' },
    fields: mutations('writeStatement'),
    during: desk,
    own: 'STATEMENT',
  },
];

/** Who may comment on them. */
export const commentSentences: readonly Sentence[] = [
  {
    who: operators,
    may: { en: 'draft a comment in a commenter’s name', zh: '代点评人起草点评' },
    fields: mutations('draftComment'),
    during: desk,
  },
  {
    who: operators,
    may: { en: 'post a comment in a commenter’s name', zh: '代点评人发布点评' },
    fields: mutations('postComment'),
    during: live,
  },
  {
    who: ['COMMENTER'],
    may: { en: 'draft a comment in their own name', zh: '以本人名义起草点评' },
    fields: mutations('draftComment'),
    during: desk,
    own: 'NAME',
  },
  {
    who: ['COMMENTER'],
    may: { en: 'post a comment in their own name', zh: '以本人名义发布点评' },
    fields: mutations('postComment'),
    during: live,
    own: 'NAME',
  },
  {
    who: ['COMMENTER', ...operators],
    may: { en: 'rewrite and discard a draft that is their own', zh: '修改、删除本人的点评草稿' },
    fields: mutations('editDraft', 'discardDraft'),
    during: desk,
    own: 'DRAFT',
  },
  {
    who: ['COMMENTER', ...operators],
    may: { en: 'post a draft that is their own', zh: '发布本人的点评草稿' },
    fields: mutations('postDraft'),
    during: live,
    own: 'DRAFT',
  },
  {
    who: operators,
    may: { en: 'correct or retract a posted comment', zh: '更正、撤回已发布的点评' },
    fields: mutations('correctComment', 'retractComment'),
    during: posted,
  },
  {
    who: ['COMMENTER'],
    may: { en: 'correct or retract a comment that is their own', zh: '更正、撤回本人的点评' },
    fields: mutations('correctComment', 'retractComment'),
    during: posted,
    own: 'COMMENT',
  },
];
