/** A display as far as it matters here. */
interface Shown {
  readonly id: string;
  readonly shownEpoch: string | null;
  readonly shownSeq: number | null;
}

/** One answer: where the meeting stood, what its displays said they show, and when that was, by the server. */
export interface Seen {
  readonly serverTime: string;
  readonly meeting: { readonly epoch: string; readonly seq: number; readonly displays: readonly Shown[] } | null;
}

export interface Standing {
  /** Steps that it does not show; null: it shows another journal, such as the one before a backup was restored. */
  readonly behind: number | null;
  /** Since when it has shown less than it should, by the server's clock; null while it is up to date. */
  readonly since: number | null;
  /** Whether that has lasted longer than a display needs to say what it shows. */
  readonly isLate: boolean;
}

/** A display says what it shows once a second at most, and is asked about every three. */
const PATIENCE = 4_000;

/** What the displays show beside what they should; a display that has said nothing yet is left out. [Q9] */
export function standingsOf(
  before: ReadonlyMap<string, Standing>,
  { serverTime, meeting }: Seen,
): ReadonlyMap<string, Standing> {
  const now = Date.parse(serverTime);
  const standings = new Map<string, Standing>();
  for (const { id, shownEpoch, shownSeq } of meeting?.displays ?? []) {
    if (!meeting || shownSeq === null) continue;
    const behind = shownEpoch === meeting.epoch ? Math.max(0, meeting.seq - shownSeq) : null;
    const since = behind === 0 ? null : (before.get(id)?.since ?? now);
    standings.set(id, { behind, since, isLate: since !== null && now - since >= PATIENCE });
  }
  return standings;
}
