import { text } from '../input.js';
import { type Course, type Decision, type Rule, withMeeting } from './course.js';
import { needStatus } from './meeting.rules.js';

/** What the operator puts over the board, from SCHEDULED until the meeting is closed. What is beneath stays as it is. [B10] */

/** The screens in the room are made black, and lit again. What is so already stays, and nothing is written. [B9] */
export const blackOutBoard: Rule<object> = (course) => {
  needStatus(course, 'SCHEDULED', 'LIVE', 'PAUSED');
  const { id, isBlackedOut } = course.meeting;
  return isBlackedOut ? { course, id } : decide(withMeeting(course, { isBlackedOut: true }), 'BoardBlackedOut');
};

export const lightBoard: Rule<object> = (course) => {
  needStatus(course, 'SCHEDULED', 'LIVE', 'PAUSED');
  const { id, isBlackedOut } = course.meeting;
  return isBlackedOut ? decide(withMeeting(course, { isBlackedOut: false }), 'BoardLit') : { course, id };
};

/** A message fits on one line of the board; a new one takes the place of the one before. [B11] */
export const showMessage: Rule<{ text: string }> = (course, input) => {
  needStatus(course, 'SCHEDULED', 'LIVE', 'PAUSED');
  const message = text('text', input.text, { max: 60 }).replaceAll(/\s+/g, ' ');
  const { id, message: shown } = course.meeting;
  return message === shown ? { course, id } : decide(withMeeting(course, { message }), 'MessageShown');
};

export const withdrawMessage: Rule<object> = (course) => {
  needStatus(course, 'SCHEDULED', 'LIVE', 'PAUSED');
  const { id, message } = course.meeting;
  return message === null ? { course, id } : decide(withMeeting(course, { message: null }), 'MessageWithdrawn');
};

type CoverEntry = 'BoardBlackedOut' | 'BoardLit' | 'MessageShown' | 'MessageWithdrawn';

const decide = (course: Course, type: CoverEntry): Decision => ({
  course,
  entry: { type },
  id: course.meeting.id,
});
