import type { LanguageTag } from '../shared/words.js';
import type { Board } from './console.query.js';
import { onWhom } from './next.rules.js';
import { nextWords } from './next.words.js';
import { presentWords } from './present.words.js';

/** Where the meeting is, in one line. */
export function presentOf(board: Board, language: LanguageTag): string {
  const say = presentWords[language];
  const { status, current, statement, state, intermission } = board;
  if (status === 'DRAFT') return say.draft;
  if (status === 'SCHEDULED') return say.scheduled;
  if (status === 'CLOSED' || status === 'ARCHIVED') return say.closed;
  if (status === 'PAUSED') return say.intermission;
  if (state === 'INTERMISSION') return intermission?.title || say.intermission;
  if (!current) return say.agenda;
  const { speaker } = current;
  if (!speaker) return say.agendaOf(current.title);
  if (state === 'COMMENT') return say.comment(onWhom(board, speaker, language));
  const who = say.statement(nextWords[language].speaker(speaker.name, speaker.organization));
  return statement ? `${who} · ${say.number(statement.number, statement.total)}` : who;
}
