/** The operations that the README, Apollo Sandbox and the local explorer show. */
export interface Example {
  name: string;
  title: string;
  document: string;
  /** `id` stands for a meeting's id and is to be filled in. */
  variables?: Record<string, unknown>;
}

export const examples: Example[] = [
  {
    name: 'Meetings',
    title: 'Meetings with agenda, statements, comments and requirements',
    document: `query Meetings {
  meetings(first: 10) { edges { node { id title status seq
    agenda { id position kind title status plannedSeconds
      statement { mode speaker { person { name post organization { name } } }
                  comments { body aspect status author { person { name } } } } }
    requirements { number heading body } } } } }`,
  },
  {
    name: 'Board',
    title: 'The board, whole and live',
    document: 'subscription Board($id: ID!) { board(meetingId: $id) { seq state serverTime } }',
    variables: { id: '' },
  },
  {
    name: 'Journal',
    title: 'Every entry after a seq, then live',
    document: `subscription Journal($id: ID!, $after: Int!) {
  journal(meetingId: $id, after: $after) { seq type at } }`,
    variables: { id: '', after: 0 },
  },
  {
    name: 'SpeakerCalled',
    title: 'Every speaker as they are called',
    document: `subscription SpeakerCalled($id: ID!) {
  speakerCalled(meetingId: $id) { seq at statement { speaker { person { name post organization { name } } } } } }`,
    variables: { id: '' },
  },
  {
    name: 'CommentPosted',
    title: 'Every comment as it is posted',
    document: `subscription CommentPosted($id: ID!) {
  commentPosted(meetingId: $id) { seq at comment { body aspect author { person { name } } } } }`,
    variables: { id: '' },
  },
  {
    name: 'OpenMeeting',
    title: 'A command: open a meeting; expectedSeq makes sure that nobody was faster',
    document: `mutation OpenMeeting($id: ID!, $expectedSeq: Int) {
  openMeeting(meetingId: $id, expectedSeq: $expectedSeq) { seq type at } }`,
    variables: { id: '' },
  },
];
