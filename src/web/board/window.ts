/** The part of a list that is shown when only `room` rows fit: around the row that matters, with what led up to it. */
export function windowOf<Row>(rows: readonly Row[], around: number, room: number): readonly Row[] {
  if (rows.length <= room) return rows;
  const before = Math.min(2, Math.floor((room - 1) / 2));
  const start = Math.max(0, Math.min(around - before, rows.length - room));
  return rows.slice(start, start + room);
}
