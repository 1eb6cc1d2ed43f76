import { useEffect, useState } from 'preact/hooks';

/**
 * How long a step must have stood there before it can be pressed: longer than a second press of the same finger takes. What
 * has just come to stand there was not what the finger meant. [J2]
 */
export const SETTLING = 600;

/** Whether something has stood there for as long as it takes to be read. */
export function useSettledSince(identity: string): boolean {
  const [settled, settle] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => settle(identity), SETTLING);
    return () => clearTimeout(timer);
  }, [identity]);
  return settled === identity;
}
