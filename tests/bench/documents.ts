/** What displays ask for. The name of an operation is the kind of its event. */
export type Kind = 'board' | 'entry' | 'large';

const PERSON = '{ name post organization }';
const AGENDA = `agenda { id position kind title status speaker ${PERSON} }`;
/** About 1.4 kB of the founding meeting: the state, the speaker and the clock. */
const BOARD = `{ meetingId seq state serverTime language status title period organization venue startsAt timeZone attendance { expected signedIn present }
  hosts ${PERSON} agenda { status } current { id position kind title status plannedSeconds speaker ${PERSON} }
  statement { id number total speaker ${PERSON} next ${PERSON}
    turn { number plannedSeconds warningSeconds startedAt pausedAt endedAt pausedMilliseconds earlierMilliseconds } } }`;
/** A board that is a load: one display that stops reading must not fill the server with them. */
const LARGE = `{ seq ${Array.from({ length: 16 }, (_, index) => `a${index}: ${AGENDA}`).join(' ')} }`;
const ENTRY = '{ seq type at }';

export const subscriptions: Record<Kind, string> = {
  board: `subscription board($id: ID!) { board(meetingId: $id) ${BOARD} }`,
  entry: `subscription entry($id: ID!, $after: Int) { journal(meetingId: $id, after: $after) ${ENTRY} }`,
  large: `subscription large($id: ID!) { board(meetingId: $id) ${LARGE} }`,
};

/** The same as a query: what the board shows at this moment. */
export const queries = {
  board: `query board($id: ID!) { board(meetingId: $id) ${BOARD.replace(' serverTime', '')} }`,
  boardNow: `query boardNow($id: ID!) { board(meetingId: $id) ${BOARD} }`,
  large: `query large($id: ID!) { board(meetingId: $id) ${LARGE} }`,
  entries: `query entries($id: ID!, $after: Int!) { journal(meetingId: $id, after: $after) { entries ${ENTRY} } }`,
  meeting: `query meeting($id: ID!) { meeting(id: $id) { id title status seq organization { name }
    agenda { id position kind title status plannedSeconds
      statement { mode phase speaker { duties person { name post organization { name } } }
        comments { body aspect status author { person { name } } } } }
    participants { duties person { name } } requirements { number heading body } } }`,
};

/** The payload of a subscribe message, or the body of a request. */
export const request = (operationName: string, query: string, variables: object): string =>
  JSON.stringify({ operationName, query, variables });
