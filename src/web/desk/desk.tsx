/** The drafting desk: comments on the statement at hand, drafted, posted, corrected and retracted. */
export function Desk() {
  return <p class="dim">…</p>;
}
