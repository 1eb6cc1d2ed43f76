import type { ComponentChild } from 'preact';
import type { View } from '../shared/address.js';
import type { Board } from '../shared/board.query.js';
import { AgendaStage } from './agenda.js';
import { BallotClosedStage } from './ballot.closed.js';
import { BallotOpenStage } from './ballot.open.js';
import { Band } from './band.js';
import { ClosedStage } from './closed.js';
import { CommentStage } from './comment.js';
import { Fade } from './fade.js';
import { Fit } from './fit.js';
import { Foot } from './foot.js';
import { IntermissionStage } from './intermission.js';
import { RequirementsStage } from './requirements.js';
import { Rostrum } from './rostrum.js';
import { Standby } from './standby.js';
import { StatementStage } from './statement.js';
import { ResultStage } from './tally.js';
import { WrittenStage } from './written.js';

interface Stage {
  /** The stage cross-fades when this changes, and only then. */
  readonly id: string;
  readonly view: () => ComponentChild;
}

/** The stage of a board; a state that lacks its details, or that this page doesn't know yet, shows the agenda. */
function stageOf(board: Board): Stage {
  const { state, statement, intermission, ballot } = board;
  if (state === 'STATEMENT' && statement) {
    return { id: `STATEMENT ${statement.id}`, view: () => <StatementStage board={board} statement={statement} /> };
  }
  if (state === 'COMMENT' && statement) {
    return { id: `COMMENT ${statement.id}`, view: () => <CommentStage board={board} statement={statement} /> };
  }
  if (state === 'WRITTEN_STATEMENTS') return { id: state, view: () => <WrittenStage board={board} /> };
  if (state === 'BALLOT_OPEN' && ballot) {
    return { id: `${state} ${ballot.id}`, view: () => <BallotOpenStage board={board} ballot={ballot} /> };
  }
  if (state === 'BALLOT_CLOSED' && ballot) {
    return { id: `${state} ${ballot.id}`, view: () => <BallotClosedStage board={board} ballot={ballot} /> };
  }
  if (state === 'BALLOT_RESULT' && ballot?.result) {
    return { id: `${state} ${ballot.id}`, view: () => <ResultStage ballot={ballot} /> };
  }
  if (state === 'REQUIREMENTS') return { id: state, view: () => <RequirementsStage board={board} /> };
  if (state === 'INTERMISSION' && intermission) {
    return { id: state, view: () => <IntermissionStage intermission={intermission} /> };
  }
  if (state === 'CLOSED') return { id: state, view: () => <ClosedStage board={board} /> };
  return { id: `AGENDA ${board.current?.id ?? ''}`, view: () => <AgendaStage board={board} /> };
}

/** A whole board: the standby page, or the banner with a stage below it; the other views are made otherwise. */
export function Screen({ board, view: shown }: { board: Board; view: View }) {
  if (shown === 'ROSTRUM') return <Rostrum board={board} />;
  if (shown === 'STRIP') return <Band board={board} />;
  if (board.state === 'STANDBY') return <Standby board={board} />;
  const { id, view } = stageOf(board);
  return (
    <div class="screen">
      <header class="banner">
        <Fit class="banner-title" text={board.title} testid="title" />
      </header>
      <main class="stage">
        <Fade id={id} class="stage-fade" view={view} />
      </main>
      <Foot text={board.organization} message={board.message} />
    </div>
  );
}
