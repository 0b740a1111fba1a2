import { isSupportedCountry, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js';
import type { Finder, Found } from '../entity';

const GAP = '[ ./()-]{0,3}';
/** Seven digits, however parted. */
const ENOUGH = new RegExp(`\\d(?:${GAP}\\d){6}`);
const RUN = new RegExp(`(?<![\\p{L}\\p{N}])(?:\\+ ?|\\()?\\d(?:${GAP}\\d){6,40}(?![\\p{L}\\p{N}])`, 'gu');
const GROUP = /\+?\(?\d+/g;
/** E.164 allows 15; a trunk prefix or “00” may be added. */
const LONGEST = 18;
const SHORTEST = 7;

/**
 * Numbers of mobile telephones that are written without the 0 before them, or, in Poland, have none. Own compilation from the national
 * numbering plans (Ofcom, NMHH, UKE).
 */
const WITHOUT_TRUNK: Readonly<Partial<Record<CountryCode, RegExp>>> = {
  GB: /^7[1-57-9]\d{8}$/,
  HU: /^(?:20|30|31|50|70)\d{7}$/,
  PL: /^(?:45|5[01379]|6[069]|7[2389]|88)\d{7}$/,
};

/** In no plan, yet in every exercise (Ofcom, Telephone numbers for use in TV and radio drama programmes; the commonest of them). */
const FOR_DRAMA = /^\+44(?:7700900\d{3}|2079460\d{3}|1632960\d{3})$/;

/** Telephone numbers that are valid by libphonenumber, in the country that they name or in one of those guessed. */
export const phones: Finder = ({ folded, hasDigits, options: { countries } }) => {
  if (!hasDigits || !ENOUGH.test(folded)) return [];
  const guessed = countries.filter((country) => isSupportedCountry(country));
  const found: Found[] = [];
  for (const { 0: run, index } of folded.matchAll(RUN)) found.push(...inRun(run, index, guessed));
  return found;
};

/** Several may stand beside each other: the longest that is valid is taken from the left. */
function inRun(run: string, offset: number, countries: readonly CountryCode[]): readonly Found[] {
  const groups = [...run.matchAll(GROUP)].map(({ 0: group, index }) => ({ start: index, end: index + group.length }));
  const found: Found[] = [];
  let first = 0;
  while (first < groups.length) {
    const start = (groups[first] as { start: number }).start;
    let last = groups.length - 1;
    let value: string | undefined;
    for (; last >= first && value === undefined; last -= 1)
      value = numberOf(run.slice(start, (groups[last] as { end: number }).end), countries);
    if (value === undefined) first += 1;
    else {
      const end = (groups[last + 1] as { end: number }).end;
      found.push({ kind: 'phone', start: offset + start, end: offset + end, value });
      first = last + 2;
    }
  }
  return found;
}

function numberOf(written: string, countries: readonly CountryCode[]): string | undefined {
  const digits = written.replaceAll(/\D/g, '');
  if (digits.length < SHORTEST || digits.length > LONGEST) return undefined;
  if (written.startsWith('+')) return valid(written);
  if (digits.startsWith('00')) return valid(`+${digits.slice(2)}`);
  for (const country of countries) {
    const isPlausible = country === 'HU' ? /^0[16]/.test(digits) : digits.startsWith('0') && digits.length >= 9;
    if (!isPlausible && WITHOUT_TRUNK[country]?.test(digits) !== true) continue;
    const number = valid(written, country);
    if (number !== undefined) return number;
  }
  return undefined;
}

/** A number that names its country is one if it is as long as that country's are: ranges change, and “+” says that it is to be called. */
function valid(written: string, country?: CountryCode): string | undefined {
  const parsed = parsePhoneNumberFromString(written, { extract: false, ...(country && { defaultCountry: country }) });
  if (parsed === undefined) return undefined;
  const isNumber = parsed.isValid() || (country === undefined && parsed.isPossible()) || FOR_DRAMA.test(parsed.number);
  return isNumber ? parsed.number : undefined;
}
