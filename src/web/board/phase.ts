/** What the meeting is doing; each has a colour and a shape of its own beside its word. */
export type Phase = 'agenda' | 'statement' | 'comment' | 'written' | 'ballot' | 'requirements' | 'intermission';
