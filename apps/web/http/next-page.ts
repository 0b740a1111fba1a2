import { withQuery } from '../api-client/api';

/**
 * Where the next page of ours is, from where the API says that its next page is: what was asked here stays as it was asked.
 *
 * @param next `next` of an answer of the API
 */
export function nextPage(
  path: string,
  asked: Readonly<Record<string, string | undefined>>,
  next: string | null,
): string | undefined {
  if (next === null) return undefined;
  const cursor = new URL(next, 'http://waymark.invalid').searchParams.get('cursor');
  return withQuery(path, { ...asked, cursor });
}
