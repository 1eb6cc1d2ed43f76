import { operation } from '../shared/operation.js';

/** As which display this browser is signed in, if as one. */
export const OwnDisplay = operation(`
  query OwnDisplay {
    viewer { displayId meetingId }
  }
`);
