const countryNames = new Intl.DisplayNames(['en-GB'], { type: 'region', fallback: 'code' });
const languageNames = new Intl.DisplayNames(['en-GB'], { type: 'language', fallback: 'code' });

/** A country by its ISO 3166 code, as people call it. */
export const countryText = (code: string | null | undefined): string => (code ? (countryNames.of(code) ?? code) : '');

/** Codes of messages whose language is not a language (`languages.ts` of the domain). */
const NO_LANGUAGE: Readonly<Record<string, string>> = { und: 'Not known', zxx: 'Nothing to translate' };

/** A language by its ISO 639 code, as people call it. */
export const languageText = (code: string | null | undefined): string =>
  code ? (NO_LANGUAGE[code] ?? languageNames.of(code) ?? code) : '';

const COURTS: Readonly<Record<string, string>> = { CC: 'Crown Court', MC: 'Magistrates’ Court', YC: 'Youth Court' };

/** A court by its code: “Norwich Crown Court”. One that is not written so is shown as it is. */
export function courtText(code: string): string {
  const [, place, kind] = /^([A-Z0-9-]+)-([A-Z]{2})$/.exec(code) ?? [];
  const named = kind === undefined ? undefined : COURTS[kind];
  if (place === undefined || named === undefined) return code;
  const words = place.split('-').map((word) => word.charAt(0) + word.slice(1).toLowerCase());
  return `${words.join(' ')} ${named}`;
}
