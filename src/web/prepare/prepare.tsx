/** What is prepared before a meeting: its facts, people, agenda, requirements, and the checks. */
export function Prepare() {
  return <p class="dim">…</p>;
}
