import type { Pass } from './pass.js';
import type { Rights } from './rights.load.js';
import { wordOf } from './rights.rules.js';

/** Who follows which meeting here. */
export interface Followers {
  enter(meetingId: string, pass: Pass, openness: string): void;
  leave(meetingId: string, pass: Pass): void;
  /** Closes those who see the meeting otherwise than they did, now that these may see it. */
  compare(meetingId: string, openness: string): Promise<void>;
  /** Meetings that somebody follows. */
  meetings(): string[];
}

interface Following {
  passes: Set<Pass>;
  /** Who may see the meeting, as all of them know once this is done; null: some may have come in by other knowledge. */
  known: { openness: string; done: Promise<unknown> } | null;
}

export function createFollowers(rights: Pick<Rights, 'sight'>): Followers {
  const byMeeting = new Map<string, Following>();

  const look = async (pass: Pass, following: Following, meetingId: string, openness: string) => {
    const outdated = pass.outdated(meetingId, openness);
    const sight = wordOf(await rights.sight(pass.visit.viewer, meetingId));
    if (outdated.some((one) => one.sight !== sight)) return pass.change();
    // Unless that has changed again meanwhile: the next comparison is by what each of them knows.
    if (following.known?.openness === openness) for (const one of outdated) one.openness = openness;
  };

  /** A meeting that was opened, closed to the public or taken back: each follower's sight is compared with the one before. */
  const tell = (following: Following, meetingId: string, openness: string) => {
    const outdated = [...following.passes].filter((pass) => pass.isOutdated(meetingId, openness));
    const known = { openness, done: Promise.all(outdated.map((pass) => look(pass, following, meetingId, openness))) };
    following.known = known;
    // What failed is done again by whoever asks next.
    known.done.catch(() => {
      if (following.known === known) following.known = null;
    });
    return known;
  };

  return {
    enter(meetingId, pass, openness) {
      const following = byMeeting.get(meetingId) ?? { passes: new Set(), known: null };
      byMeeting.set(meetingId, following);
      following.passes.add(pass);
      if (following.known?.openness !== openness) following.known = null;
    },
    leave(meetingId, pass) {
      const following = byMeeting.get(meetingId);
      following?.passes.delete(pass);
      if (following?.passes.size === 0) byMeeting.delete(meetingId);
    },
    // Before each delivery: as a rule nothing has changed, for thousands of followers.
    async compare(meetingId, openness) {
      const following = byMeeting.get(meetingId);
      if (!following) return;
      const known = following.known?.openness === openness ? following.known : tell(following, meetingId, openness);
      await known.done;
    },
    meetings: () => [...byMeeting.keys()],
  };
}
