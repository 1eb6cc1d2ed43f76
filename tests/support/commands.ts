import { addItem, dropItem, moveItem, updateItem } from '../../src/agenda/agenda.rules.js';
import { callItem, endItem, recallSpeaker, skipItem } from '../../src/agenda/call.rules.js';
import { planAgenda } from '../../src/agenda/plan.rules.js';
import {
  correctComment,
  discardDraft,
  draftComment,
  editDraft,
  postComment,
  postDraft,
  retractComment,
} from '../../src/appraisal/comment.rules.js';
import { holdAgain, openBallot } from '../../src/ballot/open.rules.js';
import { recordTally, revealResult } from '../../src/ballot/tally.rules.js';
import { closeBallot, reportTurnout } from '../../src/ballot/turnout.rules.js';
import type { Rule } from '../../src/meeting/course.js';
import { blackOutBoard, lightBoard, showMessage, withdrawMessage } from '../../src/meeting/cover.rules.js';
import {
  archiveMeeting,
  closeMeeting,
  deleteMeeting,
  openMeeting,
  pauseMeeting,
  resumeMeeting,
  scheduleMeeting,
  unscheduleMeeting,
  updateMeeting,
} from '../../src/meeting/meeting.rules.js';
import { addParticipant, removeParticipant, updateParticipant } from '../../src/people/participant.rules.js';
import { recordLeaving, signInParticipant } from '../../src/people/presence.rules.js';
import {
  addRequirement,
  dropRequirement,
  revealRequirement,
  updateRequirement,
} from '../../src/requirement/requirement.rules.js';
import {
  addWrittenStatement,
  dropWrittenStatement,
  endStatement,
  extendTurn,
  pauseTurn,
  resumeTurn,
  skipComment,
  startComment,
  writeStatement,
} from '../../src/statement/statement.rules.js';

const all = {
  updateMeeting,
  deleteMeeting,
  scheduleMeeting,
  unscheduleMeeting,
  openMeeting,
  pauseMeeting,
  resumeMeeting,
  closeMeeting,
  archiveMeeting,
  callItem,
  recallSpeaker,
  endItem,
  skipItem,
  planAgenda,
  addItem,
  updateItem,
  moveItem,
  dropItem,
  addWrittenStatement,
  dropWrittenStatement,
  writeStatement,
  endStatement,
  startComment,
  skipComment,
  pauseTurn,
  resumeTurn,
  extendTurn,
  draftComment,
  editDraft,
  discardDraft,
  postComment,
  postDraft,
  correctComment,
  retractComment,
  addRequirement,
  updateRequirement,
  dropRequirement,
  revealRequirement,
  openBallot,
  reportTurnout,
  closeBallot,
  recordTally,
  revealResult,
  holdAgain,
  blackOutBoard,
  lightBoard,
  showMessage,
  withdrawMessage,
  addParticipant,
  updateParticipant,
  removeParticipant,
  signInParticipant,
  recordLeaving,
};
/** A command on a meeting, by its name in the API. */
export type Command = keyof typeof all;
/** The rule of each; an undo needs the journal as well, and is not here. */
export const rules: Record<Command, Rule<any>> = all;
