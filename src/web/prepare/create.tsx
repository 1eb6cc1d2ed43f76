/** Makes a new meeting, and goes on to its console. */
export function CreateMeeting() {
  return <p class="dim">…</p>;
}
