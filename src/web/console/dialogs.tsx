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
import { useConsole } from './state.js';

/** The question that is asked at the moment. */
export function Dialogs({ asked, close }: DialogProps & { asked: Asked | null }) {
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
      return <CloseDialog close={close} />;
    case 'ARCHIVE':
      return <ArchiveDialog close={close} />;
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

function CloseDialog({ close }: DialogProps) {
  const say = useSay(liveWords);
  const { board } = useConsole();
  const { action, run } = useDialog(close);
  const [expectedSeq] = useState(board.seq);
  return (
    <Ask
      title={say.closeAsk}
      yes={say.close}
      action={action}
      onYes={() => run({ said: say.close, operation: CloseMeeting, variables: {}, expectedSeq })}
      close={close}
    >
      <p>{say.closeMeans}</p>
    </Ask>
  );
}

function ArchiveDialog({ close }: DialogProps) {
  const say = useSay(liveWords);
  const { board } = useConsole();
  const { action, run } = useDialog(close);
  const [expectedSeq] = useState(board.seq);
  return (
    <Ask
      title={say.archiveAsk}
      yes={say.archive}
      action={action}
      onYes={() => run({ said: say.archive, operation: ArchiveMeeting, variables: {}, expectedSeq })}
      close={close}
    >
      <p>{say.archiveMeans}</p>
    </Ask>
  );
}
