import type { EntryType, steps } from '../../journal/entry.js';
import type { Said } from '../shared/page.words.js';

type Step = (typeof steps)[number];
/** What a step was about: an item, a speaker, a number; whichever it has. */
export type About = { readonly title: string; readonly speaker: string; readonly number: string };
type Sentence = (about: About) => string;
type Sentences = Partial<Record<EntryType, Sentence>> & Record<Step, Sentence>;

const zh: Sentences = {
  MeetingOpened: () => '开始会议',
  MeetingPaused: () => '休会',
  MeetingResumed: () => '复会',
  MeetingClosed: () => '结束会议',
  ItemCalled: ({ title, speaker }) => (speaker ? `请${speaker}述职` : `进入“${title}”`),
  ItemEnded: ({ title, speaker }) => `结束“${speaker || title}”`,
  ItemSkipped: ({ title, speaker }) => `跳过“${speaker || title}”`,
  StatementEnded: ({ speaker }) => `结束${speaker}的述职`,
  TurnPaused: () => '暂停计时',
  TurnResumed: () => '继续计时',
  TurnExtended: () => '增减时间',
  CommentStarted: ({ speaker }) => `点评${speaker}`,
  CommentSkipped: ({ speaker }) => `跳过对${speaker}的点评`,
  RequirementRevealed: ({ number }) => `公布要求${number}`,
  BallotOpened: () => '开始测评',
  BallotClosed: () => '结束测评',
  BallotVoided: () => '本轮测评作废',
  ResultRevealed: () => '公布测评结果',
};

const en: Sentences = {
  MeetingOpened: () => 'opening the meeting',
  MeetingPaused: () => 'the intermission',
  MeetingResumed: () => 'resuming the meeting',
  MeetingClosed: () => 'closing the meeting',
  ItemCalled: ({ title, speaker }) => `calling ${speaker || `“${title}”`}`,
  ItemEnded: ({ title, speaker }) => `ending “${speaker || title}”`,
  ItemSkipped: ({ title, speaker }) => `skipping “${speaker || title}”`,
  StatementEnded: ({ speaker }) => `ending the statement of ${speaker}`,
  TurnPaused: () => 'pausing the clock',
  TurnResumed: () => 'resuming the clock',
  TurnExtended: () => 'changing the time',
  CommentStarted: ({ speaker }) => `starting the comment on ${speaker}`,
  CommentSkipped: ({ speaker }) => `skipping the comment on ${speaker}`,
  RequirementRevealed: ({ number }) => `revealing requirement ${number}`,
  BallotOpened: () => 'opening the ballot',
  BallotClosed: () => 'closing the ballot',
  BallotVoided: () => 'the void round of the ballot',
  ResultRevealed: () => 'revealing the result',
};

export const stepWords: Said<Sentences> = { zh, en };

export const undoWords: Said<{ undo: string; undoes: (step: string) => string; other: string }> = {
  zh: { undo: '撤销', undoes: (step) => `撤销：${step}`, other: '上一步' },
  en: { undo: 'Undo', undoes: (step) => `Undo ${step}`, other: 'the last step' },
};
