import { operation } from '../shared/operation.js';

/** The screens in the room, for those who may know of them; nobody else gets any. */
export const RoomScreens = operation(`
  query RoomScreens($meetingId: ID!) {
    meeting(id: $meetingId) {
      id
      displays { id name view theme ratio language width height }
    }
  }
`);
