/**
 * What stands behind the #, which browsers send to nobody. It leaves the address bar at once: whoever looks over a
 * shoulder, or goes back in the history, does not find it there. [Q3]
 */
export function takeFragment(): string {
  const fragment = location.hash.slice(1);
  if (fragment) history.replaceState(null, '', location.pathname + location.search);
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
