/** To come with the audit trail's API. */
export function Audit() {
  return null;
}
