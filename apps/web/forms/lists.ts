import type { Option } from './field';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const PAIRS = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
/** Regions that are no countries: reserved and private codes, and unions of countries. */
const NO_COUNTRIES = ['EU', 'EZ', 'UN', 'UK', 'QO', 'XA', 'XB', 'ZZ', 'AC', 'CP', 'DG', 'EA', 'IC', 'TA', 'CQ'];

let countryList: readonly Option[] | undefined;
let languageList: readonly Option[] | undefined;
let languageNames: Intl.DisplayNames | undefined;

/** Countries by their ISO 3166 code, in the order of their names. */
export function countries(): readonly Option[] {
  countryList ??= listed(
    'region',
    PAIRS.filter((code) => !NO_COUNTRIES.includes(code)),
  );
  return countryList;
}

/** Languages by their ISO 639 code, in the order of their names. */
export function languages(): readonly Option[] {
  languageList ??= listed(
    'language',
    PAIRS.map((code) => code.toLowerCase()),
  );
  return languageList;
}

function listed(type: 'region' | 'language', codes: readonly string[]): readonly Option[] {
  const names = new Intl.DisplayNames(['en-GB'], { type, fallback: 'none' });
  return codes
    .flatMap((value) => {
      const text = nameOf(names, value);
      return text === undefined ? [] : [{ value, text }];
    })
    .sort((a, b) => a.text.localeCompare(b.text, 'en-GB'));
}

function nameOf(names: Intl.DisplayNames, code: string): string | undefined {
  try {
    return names.of(code);
  } catch {
    return undefined;
  }
}

/** What a language is called, by its ISO 639 code; one that is not known, by its code. */
export function languageName(code: string): string {
  languageNames ??= new Intl.DisplayNames(['en-GB'], { type: 'language' });
  return nameOf(languageNames, code) ?? code;
}
