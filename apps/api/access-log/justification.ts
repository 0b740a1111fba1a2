import { invalid } from '../http/problems';

/** Name of the header that says why somebody reads. */
export const JUSTIFICATION = 'X-Justification';
/** Most characters of a justification, once decoded. */
export const JUSTIFICATION_LIMIT = 500;

/**
 * Why somebody reads, in their own words. A header holds ASCII alone, so it is percent-encoded UTF-8; plain words need no
 * encoding but of the percent sign.
 *
 * @throws Problem `validation`
 */
export function justificationOf(header: string | undefined): string | null {
  const text = decoded(header ?? '').trim();
  if ([...text].length > JUSTIFICATION_LIMIT)
    throw invalid(JUSTIFICATION, `Give at most ${JUSTIFICATION_LIMIT} characters.`);
  return text === '' ? null : text;
}

function decoded(header: string): string {
  try {
    // What a header holds beyond ASCII has lost its encoding on the way.
    if (/^[\t\x20-\x7e]*$/.test(header)) return decodeURIComponent(header);
  } catch {
    // Told below.
  }
  throw invalid(JUSTIFICATION, 'Percent-encode this as UTF-8, as in "Tasked by Se%C3%A1n"; write % as %25.');
}
