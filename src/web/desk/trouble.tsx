import { useSay } from '../shared/language.js';
import type { Draft, Text } from './autosave.js';
import { deskWords } from './desk.words.js';
import type { Drafts } from './drafts.js';

type Choice = 'MINE' | 'THEIRS' | 'BOTH';

/** What keeps a draft from being saved, and the ways out of it: nothing is thrown away unless somebody says so. [C8] */
export function Trouble({ draft, drafts }: { draft: Draft; drafts: Drafts }) {
  const say = useSay(deskWords);
  const { trouble, text, id } = draft;
  const choose = (choice: Choice) => (): void => drafts.tell(id, { kind: 'CHOSEN', choice });
  const way = (name: string, go: () => void) => (
    <button type="button" class="quiet-button" onClick={go}>
      {name}
    </button>
  );
  return (
    <div role="alert" class="trouble" data-testid="draft-trouble" data-kind={trouble?.kind}>
      {trouble?.kind === 'CHANGED' && trouble.theirs && (
        <>
          <p>{say.changedHere}</p>
          <Said text={trouble.theirs} />
          <div class="buttons">
            {way(say.keepBoth, choose('BOTH'))}
            {way(say.keepMine, choose('MINE'))}
            {way(say.takeTheirs, choose('THEIRS'))}
          </div>
        </>
      )}
      {trouble?.kind === 'GONE' && (
        <>
          <p>{say.goneHere}</p>
          <div class="buttons">
            {way(say.asNew, choose('BOTH'))}
            {way(say.letGo, choose('THEIRS'))}
          </div>
        </>
      )}
      {trouble?.kind === 'REFUSED' && (
        <>
          <p>{trouble.problem.message}</p>
          <div class="buttons">{way(say.tryAgain, () => drafts.tell(id, { kind: 'TYPED', text }))}</div>
        </>
      )}
    </div>
  );
}

/** A text as it would be posted. */
export function Said({ text: { body, aspect } }: { text: Text }) {
  const say = useSay(deskWords);
  return (
    <blockquote class="said" dir="auto">
      {aspect && (
        <span class="badge" data-aspect={aspect}>
          {say.aspects[aspect]}
        </span>
      )}
      {body.trim()}
    </blockquote>
  );
}
