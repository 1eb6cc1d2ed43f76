import { registerEnumType } from 'type-graphql';

export const StepKind = {
  SCHEDULE: 'SCHEDULE',
  OPEN: 'OPEN',
  RESUME: 'RESUME',
  CALL_ITEM: 'CALL_ITEM',
  END_STATEMENT: 'END_STATEMENT',
  START_COMMENT: 'START_COMMENT',
  REVEAL_REQUIREMENT: 'REVEAL_REQUIREMENT',
  OPEN_BALLOT: 'OPEN_BALLOT',
  CLOSE_BALLOT: 'CLOSE_BALLOT',
  REVEAL_RESULT: 'REVEAL_RESULT',
  HOLD_AGAIN: 'HOLD_AGAIN',
  CLOSE: 'CLOSE',
} as const;
export type StepKind = keyof typeof StepKind;
registerEnumType(StepKind, {
  name: 'StepKind',
  description: 'What the next step of a meeting is, and by which command it is made.',
  valuesConfig: {
    SCHEDULE: { description: '`scheduleMeeting`.' },
    OPEN: { description: '`openMeeting`.' },
    RESUME: { description: '`resumeMeeting`.' },
    CALL_ITEM: { description: '`callItem` with the id of `item`; the current one is left.' },
    END_STATEMENT: { description: 'BLOCK: `endStatement`; the comment comes later.' },
    START_COMMENT: {
      description:
        'ONE_BY_ONE: `endStatement`, and the comment on the current statement follows. BLOCK: `startComment` with `statementId`.',
    },
    REVEAL_REQUIREMENT: { description: '`revealRequirement`.' },
    OPEN_BALLOT: { description: '`openBallot`, with how many sheets were issued.' },
    CLOSE_BALLOT: { description: '`closeBallot`.' },
    REVEAL_RESULT: { description: '`revealResult`, once all is counted.' },
    HOLD_AGAIN: { description: '`holdAgain`, after a void round.' },
    CLOSE: { description: '`closeMeeting`.' },
  },
});
