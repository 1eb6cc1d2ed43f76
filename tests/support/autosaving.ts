import { become, type Draft, type Happening, type Text } from '../../src/web/desk/autosave.js';

export const text = (body: string, aspect: Text['aspect'] = null): Text => ({ body, aspect });
/** A draft in which nothing was typed yet. */
export const BLANK: Draft = {
  id: 'page',
  statementId: 'statement',
  authorId: 'chair',
  commentId: null,
  text: text(''),
  saved: null,
  sending: null,
  trouble: null,
  turn: 0,
};

/** A draft after all these, none of which takes it off the page. */
export const play = (draft: Draft, ...happenings: Happening[]): Draft =>
  happenings.reduce((before, happening) => {
    const next = become(before, happening);
    if (!next) throw new Error(`${happening.kind} took it off the page`);
    return next;
  }, draft);

export const typed = (body: string, aspect: Text['aspect'] = null): Happening => ({
  kind: 'TYPED',
  text: text(body, aspect),
});
export const sent = (key = 'key'): Happening => ({ kind: 'SENT', key });
export const ANSWERED: Happening = { kind: 'ANSWERED', commentId: 'comment' };
export const UNANSWERED: Happening = { kind: 'UNANSWERED' };
export const refused = (code: string): Happening => ({ kind: 'REFUSED', problem: { code, message: code } });
export const saved = (body = 'one') => play(BLANK, typed(body), sent(), ANSWERED);
export const seen = (draft: Draft, body: string | null): Draft | null =>
  become(draft, { kind: 'SEEN', text: body === null ? null : text(body), turn: draft.turn });
