/** What clocks show in a zone at an instant, as a browser's field for date and time has it: 2022-02-10T09:00. */
export function wallTime(at: number, zone: string): string {
  // Sweden writes dates as the standard does.
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, hourCycle: 'h23', ...parts }).format(at).replace(' ', 'T');
}

/**
 * The instant at which clocks in a zone show this; null if it is no time. An hour that a change to summer time leaves out is
 * the one after it, and of an hour that comes twice it is the first. [M16]
 */
export function instantOf(wall: string, zone: string): number | null {
  const asUtc = Date.parse(`${wall}Z`);
  if (Number.isNaN(asUtc)) return null;
  const ahead = (at: number): number => Date.parse(`${wallTime(at, zone)}Z`) - at;
  // Zones differ from UTC by 14 hours at most: before and after any change that may be near.
  const day = 86_400_000;
  const found = [ahead(asUtc - day), ahead(asUtc + day)].map((offset) => asUtc - offset).toSorted((a, b) => a - b);
  return found.find((at) => Date.parse(`${wallTime(at, zone)}Z`) === asUtc) ?? found.at(-1) ?? null;
}
