import { useLanguage } from '../shared/language.js';
import { useAsk } from './asked.js';
import {
  BlackOutBoard,
  EndItem,
  ExtendTurn,
  LightBoard,
  PauseTurn,
  ResumeTurn,
  UnscheduleMeeting,
} from './command.query.js';
import { liveWords } from './live.words.js';
import { useConsole } from './state.js';

export interface Deed {
  readonly name: string;
  /** The key that does the same, as it stands on the keyboard. */
  readonly key?: string;
  readonly isPressed?: boolean;
  /** Left out: it is not possible now. */
  readonly press: (() => void) | undefined;
}

export type DeedName = 'less' | 'turn' | 'more' | 'skip' | 'end' | 'intermission' | 'blackout' | 'message' | 'close';

/** Everything that can be done beside "next", each one key or one click away. Undefined: not at this time. [J4] */
export function useDeeds(): Partial<Record<DeedName | 'draft' | 'archive', Deed>> {
  const { meeting, board, send, isBusy, isLost } = useConsole();
  const ask = useAsk();
  const { language } = useLanguage();
  const say = liveWords[language];
  const { status, current, statement, state, seq: expectedSeq, isBlackedOut } = board;
  const isIdle = !isBusy && !isLost;
  const when = (isPossible: boolean, press: () => unknown) => (isPossible && isIdle ? () => void press() : undefined);
  const isLive = status === 'LIVE';
  const isShown = isLive || status === 'SCHEDULED' || status === 'PAUSED';
  const turn = isLive && statement?.turn && !statement.turn.endedAt ? statement.turn : null;
  const isPaused = Boolean(turn?.pausedAt);
  const turnName = isPaused ? say.resumeTurn : say.pauseTurn;
  const extend = (seconds: number, said: string) => send({ said, operation: ExtendTurn, variables: { seconds } });

  const skip = (): void => {
    if (!current) return;
    if (statement && state === 'COMMENT') {
      ask({ kind: 'SKIP_COMMENT', statementId: statement.id, name: statement.speaker.name });
    } else {
      const isSpeaking = turn !== null;
      ask({ kind: 'SKIP_ITEM', itemId: current.id, title: statement?.speaker.name ?? current.title, isSpeaking });
    }
  };

  if (!meeting.mayRun) return {};
  if (status === 'CLOSED') {
    return { archive: { name: say.archive, press: when(true, () => ask({ kind: 'ARCHIVE' })) } };
  }
  return {
    ...(isLive && {
      less: { name: say.lessMinute, key: '−', press: when(turn !== null, () => extend(-60, say.lessMinute)) },
      turn: {
        name: turnName,
        key: 'P',
        isPressed: isPaused,
        press: when(turn !== null, () =>
          send({ said: turnName, operation: isPaused ? ResumeTurn : PauseTurn, variables: {}, expectedSeq }),
        ),
      },
      more: { name: say.moreMinute, key: '+', press: when(turn !== null, () => extend(60, say.moreMinute)) },
    }),
    ...(isLive && {
      skip: {
        name: state === 'COMMENT' ? say.skipComment : say.skip,
        key: 'S',
        press: when(current !== null && current.kind !== 'WRITTEN_STATEMENTS', skip),
      },
      end: {
        name: say.end,
        press: when(current !== null, () => send({ said: say.end, operation: EndItem, variables: {}, expectedSeq })),
      },
      intermission: { name: say.intermission, key: 'I', press: when(true, () => ask({ kind: 'INTERMISSION' })) },
    }),
    ...(isShown && {
      blackout: {
        name: isBlackedOut ? say.light : say.blackOut,
        key: 'B',
        isPressed: isBlackedOut,
        press: when(true, () =>
          send({
            said: isBlackedOut ? say.light : say.blackOut,
            operation: isBlackedOut ? LightBoard : BlackOutBoard,
            variables: {},
          }),
        ),
      },
      message: { name: say.message, key: 'M', press: isLost ? undefined : () => ask({ kind: 'MESSAGE' }) },
    }),
    ...(isLive && { close: { name: say.close, press: when(true, () => ask({ kind: 'CLOSE' })) } }),
    ...(status === 'SCHEDULED' && {
      draft: {
        name: say.cancelSchedule,
        press: when(true, () =>
          send({ said: say.cancelSchedule, operation: UnscheduleMeeting, variables: {}, expectedSeq }),
        ),
      },
    }),
  };
}
