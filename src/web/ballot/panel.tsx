/** The ballot on paper: opened, counted, told. */
export function BallotPanel() {
  return <p class="dim">…</p>;
}
