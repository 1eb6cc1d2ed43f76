import { useConsole } from '../console/state.js';
import { useAction } from '../shared/action.js';
import { Confirm } from '../shared/confirm.js';
import { useSay } from '../shared/language.js';
import type { Draft } from './autosave.js';
import { boardWords } from './board.words.js';
import { deskWords } from './desk.words.js';
import type { Drafts } from './drafts.js';
import { PostDraft } from './drafts.query.js';
import type { Extent } from './preview.js';
import { Said } from './trouble.js';

interface PostProps {
  /** Saved: what the server has is what stands here. */
  draft: Draft;
  drafts: Drafts;
  speaker: string;
  extent: Extent | null;
  onDone: () => void;
}

/** Says what the room will see before it does: posted is what was read here, or nothing. [C7] [C11] */
export function Post({ draft, drafts, speaker, extent, onDone }: PostProps) {
  const say = useSay(deskWords);
  const saying = useSay(boardWords);
  const { attempt } = useConsole();
  const action = useAction();
  const { commentId, saved } = draft;
  if (commentId === null || saved === null) return null;

  const post = async (): Promise<void> => {
    const variables = { commentId, expected: saved };
    const isDone = await action.run(() => attempt({ said: say.post, operation: PostDraft, variables }));
    // What was posted is a draft no more: that is seen, not guessed.
    await drafts.look();
    if (isDone) onDone();
  };
  return (
    <Confirm title={say.postAsk} yes={say.postYes} action={action} onYes={post} onNo={onDone}>
      <p>{say.postMeans(speaker)}</p>
      <Said text={saved} />
      {extent?.commentId === draft.id && (
        <p class="hint">{saying.lasts(extent.pages, Math.round(extent.milliseconds / 1000))}</p>
      )}
    </Confirm>
  );
}
