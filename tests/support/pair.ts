import { openSession } from '../../src/access/session.store.js';
import { aDraft, perform } from './builders.js';
import { Follower } from './follower.js';
import { startServer } from './server.js';

/** How a socket is closed whose session has ended, and one whose holder may do less or more than before. */
export const ENDED = 4401;
export const CHANGED = 4403;

/** A SCHEDULED meeting with its host and two guests. */
export interface Place {
  meetingId: string;
  host: string;
  /** Two participants, with their persons. */
  guest: { participantId: string; personId: string };
  neighbour: { participantId: string; personId: string };
}

/** Two servers of one database: what is done on the one happens to sockets of the other. */
export async function openPair() {
  const here = await startServer();
  const there = await startServer({ DATABASE_URL: here.databaseUrl });
  const followers: Follower[] = [];
  const sessionOf = (holder: Parameters<typeof openSession>[1], seconds = 3600) =>
    openSession(here.services.database.manager, holder, { seconds, address: '', userAgent: '' });
  return {
    here,
    there,
    sessionOf,
    asGuest: ({ guest }: Place) => sessionOf({ participantId: guest.participantId }),

    async follow(meetingId: string, token: string | null, cookie?: string) {
      const follower = await Follower.open(there.url, meetingId, token, cookie);
      followers.push(follower);
      return follower;
    },
    async aPlace(visibility = 'ROOM'): Promise<Place> {
      const { meetingId, organizationId, chair, speakers } = await aDraft(here, { speakers: 1, visibility });
      const join = async (name: string) => {
        const { id: personId } = await perform(here, 'createPerson', { input: { name, organizationId } });
        const input = { personId, duties: ['GUEST'] };
        return { personId, participantId: (await perform(here, 'addParticipant', { meetingId, input })).subjectId };
      };
      const [guest, neighbour] = [await join('Guest'), await join('Neighbour')];
      const input = { kind: 'STATEMENT', title: 'Statement', speakerId: speakers[0] };
      await perform(here, 'addItem', { meetingId, input });
      await perform(here, 'scheduleMeeting', { meetingId });
      return { meetingId, host: chair, guest, neighbour };
    },
    /** One more entry; answers with its seq. */
    async next({ meetingId }: Place): Promise<number> {
      return (await perform(here, 'addRequirement', { meetingId, input: { heading: 'next' } })).seq;
    },

    /** All who follow leave. */
    leave() {
      for (const follower of followers.splice(0)) follower.close();
    },
    async stop() {
      await there.stop();
      await here.stop();
    },
  };
}

export type Pair = Awaited<ReturnType<typeof openPair>>;
