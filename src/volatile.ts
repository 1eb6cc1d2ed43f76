import { Extensions } from 'type-graphql';

const MARK = { volatile: true };

/** Marks a field whose value can change although its meeting's seq stands still: it is asked anew each time. */
export const Volatile = () => Extensions(MARK);

export const isVolatile = ({ extensions }: { extensions: object }): boolean => 'volatile' in extensions;
