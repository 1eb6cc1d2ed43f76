/** What was told, one thing after the other. A test waits for more of it instead of sleeping. */
export interface Diary<Line> {
  lines: Line[];
  write(line: Line): void;
  /** Resolves once the lines fit; fails the test after a while. */
  until(fits: (lines: Line[]) => boolean): Promise<void>;
}

const PATIENCE = 50_000;

export function keepDiary<Line>(): Diary<Line> {
  const lines: Line[] = [];
  let look = () => {};
  return {
    lines,
    write(line) {
      lines.push(line);
      look();
    },
    until: (fits) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(
          () => reject(new Error(`not within ${PATIENCE} ms; so far: ${JSON.stringify(lines)}`)),
          PATIENCE,
        );
        look = () => {
          if (!fits(lines)) return;
          clearTimeout(late);
          resolve();
        };
        look();
      }),
  };
}
