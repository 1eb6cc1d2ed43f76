const HERE = 'http://here.invalid';

/** The page of ours that somebody asked for; any other address, however it is disguised, is the first page. [N13] */
export function localPath(given: unknown): string {
  if (typeof given !== 'string' || given.length > 500 || !given.startsWith('/') || !URL.canParse(given, HERE))
    return '/';
  // As a browser would understand it: `/\host`, `//host` and `/.//host` are no paths of ours.
  const { origin, pathname, search } = new URL(given, HERE);
  return origin === HERE && !pathname.startsWith('//') ? `${pathname}${search}` : '/';
}
