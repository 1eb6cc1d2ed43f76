/** The board in small, as the room sees it. */
export function Miniature() {
  return <p class="dim">…</p>;
}
