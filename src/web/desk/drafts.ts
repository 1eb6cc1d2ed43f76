import { newKey } from '../console/key.js';
import { outcomeOf } from '../console/outcome.rules.js';
import { keepAsking } from '../shared/answer.js';
import { ask } from '../shared/http.js';
import { problemOf } from '../shared/problem.js';
import { become, type Draft, type Happening, isSame, isUnsaved, mustSend, type Text } from './autosave.js';
import { DraftComment, DraftsAt, EditDraft, type Found } from './drafts.query.js';

/** All drafts that the page holds of one meeting, whatever part of it is shown. */
export interface Drafts {
  list(): readonly Draft[];
  /** Calls whenever one has changed, until the returned function is called. */
  follow(changed: () => void): () => void;
  /** Begins one; answers its name in this page. */
  begin(statementId: string, authorId: string): string;
  tell(id: string, happening: Happening): void;
  /** Saves it now; answers with it once it is saved, with null where it can't be. */
  save(id: string): Promise<Draft | null>;
  /** Takes it off the page. */
  forget(id: string): void;
  /** Looks at what the server has; where it can't be heard, nothing changes. */
  look(): Promise<void>;
}

/** How long nothing must have been typed until it is sent, and for how long it may be typed without being sent. */
const PAUSE = 800;
const LONGEST = 4_000;
const TRY_AGAIN = 3_000;
const PATIENCE = 8_000;

const kept = new Map<string, Drafts>();

/** The drafts of a meeting. They live as long as the page does: no text is lost because another part of it is shown. */
export function draftsAt(meetingId: string): Drafts {
  const known = kept.get(meetingId) ?? open(meetingId);
  kept.set(meetingId, known);
  return known;
}

function open(meetingId: string): Drafts {
  let drafts: readonly Draft[] = [];
  const followers = new Set<() => void>();
  const timers = new Map<string, { timer: ReturnType<typeof setTimeout>; since: number }>();
  /** How often one was taken off the page. */
  let forgotten = 0;

  const find = (id: string) => drafts.find((draft) => draft.id === id);

  function show(next: readonly Draft[]): void {
    drafts = next;
    for (const changed of followers) changed();
  }

  function tell(id: string, happening: Happening): void {
    const before = find(id);
    if (!before) return;
    const draft = become(before, happening);
    if (draft === before) return;
    show(drafts.flatMap((one) => (one.id !== id ? one : (draft ?? []))));
    plan(id, happening.kind === 'TYPED');
  }

  /** Not every letter is sent: what is typed is, once its writer pauses, and every few seconds if they don't. */
  function plan(id: string, isTyped: boolean): void {
    const draft = find(id);
    const planned = timers.get(id);
    if (planned && draft && mustSend(draft) && !isTyped) return;
    clearTimeout(planned?.timer);
    timers.delete(id);
    if (!draft || !mustSend(draft)) return;
    const since = planned?.since ?? performance.now();
    const wait = Math.max(0, Math.min(PAUSE, since + LONGEST - performance.now()));
    timers.set(id, { since, timer: setTimeout(() => send(id), wait) });
  }

  function send(id: string): void {
    clearTimeout(timers.get(id)?.timer);
    timers.delete(id);
    tell(id, { kind: 'SENT', key: newKey() });
    void deliver(id);
  }

  /** Sends what is on its way; where there is no answer, the same again until there is. */
  async function deliver(id: string): Promise<void> {
    const draft = find(id);
    if (!draft?.sending) return;
    try {
      tell(id, { kind: 'ANSWERED', commentId: await arrive(draft, draft.sending) });
    } catch (error) {
      const problem = problemOf(error);
      if (outcomeOf(problem) !== 'UNCERTAIN') {
        tell(id, { kind: 'REFUSED', problem });
        if (problem.code === 'COMMENT_CHANGED') void look();
        return;
      }
      tell(id, { kind: 'UNANSWERED' });
      setTimeout(() => again(id), TRY_AGAIN);
    }
  }

  function again(id: string): void {
    if (!find(id)?.sending?.isUnanswered) return;
    tell(id, { kind: 'SENT_AGAIN' });
    void deliver(id);
  }

  async function arrive(draft: Draft, { text, expected, key }: NonNullable<Draft['sending']>): Promise<string> {
    const { commentId, statementId, authorId } = draft;
    if (commentId === null) {
      const input = { statementId, authorId, ...text };
      return (await ask(DraftComment, { meetingId, input, key }, undefined, PATIENCE)).draftComment.subjectId;
    }
    const edit = { meetingId, commentId, input: text, expected, key };
    return (await ask(EditDraft, edit, undefined, PATIENCE)).editDraft.subjectId;
  }

  /** What is older than what was saved meanwhile is not believed: a draft's turn tells. */
  const look = keepAsking(async () => {
    const before = forgotten;
    const asked = new Map(drafts.map(({ id, turn }) => [id, turn]));
    // The next look is as good: no problem of this one is told.
    const { meeting } = await ask(DraftsAt, { meetingId }).catch(() => ({ meeting: null }));
    if (!meeting) return;
    const rows = meeting.statements.flatMap((statement) => statement.drafts.map((row) => ({ statement, row })));
    for (const { id, commentId } of drafts) {
      const turn = asked.get(id);
      const found = rows.find(({ row }) => row.id === commentId);
      if (turn !== undefined) tell(id, { kind: 'SEEN', turn, text: found ? textOf(found.row) : null });
    }
    // One whose id is not known yet is perhaps among them.
    const isBeginning = drafts.some(({ commentId, sending }) => commentId === null && sending !== null);
    const isNew = ({ row }: (typeof rows)[number]) => !drafts.some(({ commentId }) => commentId === row.id);
    const isOlder = forgotten !== before || drafts.some(({ id, turn }) => asked.get(id) !== turn);
    if (!isBeginning && !isOlder && rows.some(isNew)) {
      show([...drafts, ...rows.filter(isNew).map(({ statement, row }) => found(statement.id, row))]);
    }
  });

  function save(id: string): Promise<Draft | null> {
    return new Promise((done) => {
      const settle = (): boolean => {
        const now = find(id);
        if (now && mustSend(now)) send(id);
        const isSaved = now && isSame(now.text, now.saved) && now.sending === null;
        if (now && !isSaved && now.trouble === null && !now.sending?.isUnanswered) return false;
        done(isSaved ? now : null);
        return true;
      };
      if (settle()) return;
      const changed = (): void => {
        if (settle()) followers.delete(changed);
      };
      followers.add(changed);
    });
  }

  window.addEventListener('beforeunload', (event) => {
    if (!drafts.some(isUnsaved)) return;
    event.preventDefault();
    // Browsers of some years ago look at this.
    event.returnValue = true;
  });
  window.addEventListener('online', () => {
    for (const { id } of drafts) again(id);
  });

  return {
    list: () => drafts,
    follow: (changed) => {
      followers.add(changed);
      return () => followers.delete(changed);
    },
    begin: (statementId, authorId) => {
      const draft = blank(statementId, authorId);
      show([...drafts, draft]);
      return draft.id;
    },
    tell,
    save,
    forget: (id) => {
      forgotten++;
      show(drafts.filter((draft) => draft.id !== id));
    },
    look,
  };
}

type Row = Found['drafts'][number];

const textOf = ({ body, aspect }: Row): Text => ({ body: body ?? '', aspect });

function blank(statementId: string, authorId: string): Draft {
  const rest = { commentId: null, saved: null, sending: null, trouble: null, turn: 0 };
  return { id: newKey(), statementId, authorId, text: { body: '', aspect: null }, ...rest };
}

function found(statementId: string, row: Row): Draft {
  const text = textOf(row);
  return { ...blank(statementId, row.author.id), id: row.id, commentId: row.id, text, saved: text };
}
