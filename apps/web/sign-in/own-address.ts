/** An address of our own pages; anything else leads home, so that no link takes people elsewhere after they sign in. */
export function ownAddress(to: string | undefined): string {
  if (to === undefined || !to.startsWith('/')) return '/';
  const base = 'http://waymark.invalid';
  const url = URL.parse(to, base);
  // What begins with two slashes names another host to whoever is sent there.
  return url?.origin === base && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : '/';
}
