import type { Cursor } from '../journal/position.js';

/** What a subscription's field follows. Its door joins it to those who follow the same; it is never read by itself. */
export type Stream<Entry> = Readonly<
  { meetingId: string } & AsyncIterable<never> &
    ({ kind: 'boards' } | { kind: 'entries'; cursor: Cursor; accept: (entry: Entry) => boolean })
>;

/** graphql-js takes only what looks like an iterable for the source of a subscription. */
const unread: AsyncIterable<never> = {
  [Symbol.asyncIterator]: () => {
    throw new Error('a stream is joined through live/, not read');
  },
};

export const boardsOf = <Entry>(meetingId: string): Stream<Entry> => ({ ...unread, kind: 'boards', meetingId });

export const entriesOf = <Entry>(
  meetingId: string,
  cursor: Cursor,
  accept: (entry: Entry) => boolean = () => true,
): Stream<Entry> => ({ ...unread, kind: 'entries', meetingId, cursor, accept });

export const isStream = (value: object): value is Stream<any> => 'kind' in value && 'meetingId' in value;
