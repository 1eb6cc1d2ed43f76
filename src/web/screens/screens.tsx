/** The displays of the meeting: what each shows, how it is connected, and which view it has. */
export function Screens() {
  return <p class="dim">…</p>;
}
