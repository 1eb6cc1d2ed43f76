import { useState } from 'preact/hooks';
import { Field } from '../shared/fields.js';
import { useSay } from '../shared/language.js';
import { Ask, type DialogProps, useDialog } from './ask.js';
import type { Asked } from './asked.js';
import { ArchiveMeeting, CloseMeeting, SkipComment, SkipItem } from './command.query.js';
import { Help } from './help.js';
import { IntermissionDialog } from './intermission.js';
import { ItemDrop, ItemForm } from './item.form.js';
import { liveWords } from './live.words.js';
import { MessageDialog } from './message.js';
import { useSettledSince } from './settled.js';
import { useConsole } from './state.js';

/** The question that is asked at the moment. */
export function Dialogs({ asked, close }: DialogProps & { asked: Asked | null }) {
  const say = useSay(liveWords);
  switch (asked?.kind) {
    case undefined:
      return null;
    case 'SKIP_ITEM':
    case 'SKIP_COMMENT':
      return <SkipDialog asked={asked} close={close} />;
    case 'INTERMISSION':
      return <IntermissionDialog close={close} />;
    case 'MESSAGE':
      return <MessageDialog close={close} />;
    case 'CLOSE':
      return (
        <EndDialog operation={CloseMeeting} title={say.closeAsk} yes={say.close} means={say.closeMeans} close={close} />
      );
    case 'ARCHIVE':
      return (
        <EndDialog
          operation={ArchiveMeeting}
          title={say.archiveAsk}
          yes={say.archive}
          means={say.archiveMeans}
          close={close}
        />
      );
    case 'HELP':
      return <Help close={close} />;
    case 'ADD_ITEM':
      return <ItemForm item={null} close={close} />;
    case 'EDIT_ITEM':
      return <ItemForm item={asked.item} close={close} />;
    case 'DROP_ITEM':
      return <ItemDrop item={asked.item} close={close} />;
  }
}

type Skipped = Extract<Asked, { kind: 'SKIP_ITEM' | 'SKIP_COMMENT' }>;

/** The course goes on without it, for a reason that is kept. */
function SkipDialog({ asked, close }: DialogProps & { asked: Skipped }) {
  const say = useSay(liveWords);
  const { board } = useConsole();
  const { action, run } = useDialog(close);
  const [reason, setReason] = useState('');
  // Where the meeting was when it was asked: whoever moves it meanwhile is not overtaken.
  const [expectedSeq] = useState(board.seq);
  const isItem = asked.kind === 'SKIP_ITEM';
  const said = isItem ? say.skipItem(asked.title) : say.skipComment;
  const skip = () =>
    asked.kind === 'SKIP_ITEM'
      ? run({ said, operation: SkipItem, variables: { itemId: asked.itemId, reason }, expectedSeq })
      : run({ said, operation: SkipComment, variables: { statementId: asked.statementId, reason }, expectedSeq });
  return (
    <Ask
      title={isItem ? say.skipItemAsk(asked.title) : say.skipCommentAsk(asked.name)}
      yes={isItem ? say.skip : say.skipComment}
      action={action}
      onYes={skip}
      close={close}
      fields={{ reason: say.reason }}
    >
      {isItem && <p>{asked.isSpeaking ? say.skipSpeakerMeans : say.skipItemMeans}</p>}
      <Field label={say.reason} value={reason} set={setReason} hint={say.reasonHint} required maxLength={500} />
    </Ask>
  );
}

interface EndDialogProps extends DialogProps {
  operation: typeof CloseMeeting | typeof ArchiveMeeting;
  title: string;
  yes: string;
  means: string;
}

/**
 * Closing and archiving are asked for: the meeting must be where it was when they were, and the finger that asked does not
 * answer as well. [J2]
 */
function EndDialog({ operation, title, yes, means, close }: EndDialogProps) {
  const { board } = useConsole();
  const { action, run } = useDialog(close);
  const [expectedSeq] = useState(board.seq);
  const isSettled = useSettledSince(yes);
  const end = () => run({ said: yes, operation, variables: {}, expectedSeq });
  return (
    <Ask title={title} yes={yes} action={action} isNew={!isSettled} onYes={end} close={close}>
      <p>{means}</p>
    </Ask>
  );
}
