/** The part of a list that is shown when only `room` rows fit: around the row that matters, with what led up to it. */
export function windowOf<Row>(rows: readonly Row[], around: number, room: number): readonly Row[] {
  if (rows.length <= room) return rows;
  const before = Math.min(2, Math.floor((room - 1) / 2));
  const start = Math.max(0, Math.min(around - before, rows.length - room));
  return rows.slice(start, start + room);
}

/** Rows in pages that each have `room` for so many; a row may take the room of several, and each page has one at least. */
export function pagesOf<Row>(rows: readonly Row[], room: number, sizeOf: (row: Row) => number): Row[][] {
  const pages: Row[][] = [];
  let left = 0;
  for (const row of rows) {
    const size = sizeOf(row);
    const page = pages.at(-1);
    if (page && size <= left) page.push(row);
    else {
      pages.push([row]);
      left = room;
    }
    left -= size;
  }
  return pages;
}
