/** What the live path has done since the server started: plain numbers, so that counting costs next to nothing. */
export interface Stats {
  /** Open sockets. */
  sockets: number;
  /** Requests for a socket that were refused. */
  refused: number;
  /** Groups of equal viewers, and the members of all of them. */
  groups: number;
  members: number;
  /** Boards loaded from the database: one for a meeting and seq, however many groups show it. */
  loads: number;
  /** Executions of a subscription's document: one for a group, however many its members. */
  executions: number;
  /** Messages sent to members, and their bytes. */
  deliveries: number;
  bytes: number;
  /** Boards that a slow member did not get, because a newer one took their place. */
  coalesced: number;
  /** Followers that came back with a cursor, and those that were told RESYNC. */
  resumes: number;
  resyncs: number;
  /** Followers that fell behind what their socket takes, and catch up from their cursor. */
  laggards: number;
}

export const createStats = (): Stats => ({
  sockets: 0,
  refused: 0,
  groups: 0,
  members: 0,
  loads: 0,
  executions: 0,
  deliveries: 0,
  bytes: 0,
  coalesced: 0,
  resumes: 0,
  resyncs: 0,
  laggards: 0,
});
