import { useState } from 'preact/hooks';
import { useConsole } from '../console/state.js';
import { useAction } from '../shared/action.js';
import { Button } from '../shared/button.js';
import { Confirm } from '../shared/confirm.js';
import { Lines } from '../shared/fields.js';
import { ask } from '../shared/http.js';
import { useSay } from '../shared/language.js';
import { Aspects, aspectOf } from './aspects.js';
import { type Draft, isBlank, stateOf, type Text } from './autosave.js';
import { deskWords } from './desk.words.js';
import type { Drafts } from './drafts.js';
import { DiscardDraft } from './drafts.query.js';
import { Trouble } from './trouble.js';

interface DraftCardProps {
  draft: Draft;
  number: number;
  drafts: Drafts;
  author: string;
  lang: string;
  /** Why it can't be posted now; null: it can. */
  obstacle: string | null;
  isShown: boolean;
  onShow: () => void;
  onPost: () => void;
}

/** One draft: typed, and saved meanwhile; posted only when somebody says so. [C8] */
export function DraftCard(props: DraftCardProps) {
  const { draft, number, drafts, author, lang, obstacle, isShown, onShow, onPost } = props;
  const say = useSay(deskWords);
  const state = stateOf(draft);
  const { text } = draft;
  const isEmpty = isBlank(text);
  const type = (change: Partial<Text>): void => drafts.tell(draft.id, { kind: 'TYPED', text: { ...text, ...change } });
  const setAspect = (aspect: Text['aspect']): void => type({ aspect: text.aspect === aspect ? null : aspect });

  const press = (event: KeyboardEvent): void => {
    const aspect = aspectOf(event);
    const isPost = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing;
    if (!aspect && !isPost) return;
    event.preventDefault();
    event.stopPropagation();
    if (aspect) setAspect(aspect);
    else if (obstacle === null && !isEmpty) onPost();
  };

  return (
    <article class="draft" data-testid="draft" data-state={state} data-shown={isShown} onFocusCapture={onShow}>
      <header class="draft-head">
        <h3>{say.draft(number)}</h3>
        <bdi class="dim">{author}</bdi>
        <span class="draft-state" data-state={state} role="status" data-testid="draft-state">
          {say.state[state]}
        </span>
      </header>
      <Aspects value={text.aspect} set={(aspect) => type({ aspect })} />
      <Lines
        label={say.commentOf(author)}
        value={text.body}
        set={(body) => type({ body })}
        rows={6}
        lang={lang}
        onKeyDown={press}
      />
      <Trouble draft={draft} drafts={drafts} />
      <footer class="draft-foot">
        <span class="hint">{say.characters([...text.body.trim()].length)}</span>
        <Discard draft={draft} drafts={drafts} />
        <Button
          class="button"
          isOff={obstacle !== null || isEmpty}
          title={obstacle ?? undefined}
          aria-keyshortcuts="Control+Enter"
          onClick={onPost}
        >
          {say.post}
        </Button>
      </footer>
    </article>
  );
}

/** What is on its way can't be discarded: it would come back. */
function Discard({ draft, drafts }: { draft: Draft; drafts: Drafts }) {
  const say = useSay(deskWords);
  const { meeting } = useConsole();
  const action = useAction();
  const [isAsked, setAsked] = useState(false);
  const { commentId } = draft;
  const isNothing = commentId === null && isBlank(draft.text);

  const discard = async (): Promise<void> => {
    const isDone = await action.run(async () => {
      if (commentId !== null) await ask(DiscardDraft, { meetingId: meeting.id, commentId });
      drafts.forget(draft.id);
    });
    if (isDone) setAsked(false);
  };
  if (isNothing) return null;
  return (
    <>
      <Button
        class="quiet-button"
        isOff={draft.sending !== null || draft.trouble?.kind === 'GONE'}
        onClick={() => setAsked(true)}
      >
        {say.discard}
      </Button>
      {isAsked && (
        <Confirm
          title={say.discardTitle}
          yes={say.discard}
          action={action}
          onYes={discard}
          onNo={() => {
            setAsked(false);
            action.forget();
          }}
        >
          <p>{say.discardMeans}</p>
          <blockquote class="said">{draft.text.body.trim()}</blockquote>
        </Confirm>
      )}
    </>
  );
}
