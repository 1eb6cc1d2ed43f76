import type { Entered } from './enter.query.js';

type Duty = Extract<Entered['participant'], { duties: unknown }>['duties'][number];

export interface Way {
  /** Of its words, in enter.words.ts. */
  readonly page: 'DESK' | 'MINE';
  readonly path: (meetingId: string) => string;
}

/** Where somebody goes on to by their duties, once they have entered: the one place that says so. */
const WAYS: readonly (Way & { readonly duty: Duty })[] = [
  { duty: 'SPEAKER', page: 'MINE', path: () => '/me' },
  { duty: 'COMMENTER', page: 'DESK', path: (meetingId) => `/desk/${encodeURIComponent(meetingId)}` },
];

/** The pages that are for these duties, the most wanted first. [C12] */
export const waysFor = (duties: readonly Duty[]): readonly Way[] => WAYS.filter(({ duty }) => duties.includes(duty));
