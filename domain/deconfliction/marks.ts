import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js';
import type { IDENTIFIER_KINDS } from '../operation/codes';

/** Kinds of identifiers that are the same only where they are equal, once they are written in one way. */
export type MarkKind = Exclude<(typeof IDENTIFIER_KINDS)[number], 'date-of-birth' | 'other'>;

/** Where a number without a country may be of: here, and where numbers that reach us often come from. [P] */
const COUNTRIES: readonly CountryCode[] = ['GB', 'RO', 'BG', 'HU', 'PL', 'AL', 'VN'];

/** Cyrillic letters of number plates, each of which has a Latin twin (Vienna Convention on Road Traffic 1968, annex 2). */
const PLATE_TWINS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'АВЕКМНОРСТУХІ'].map((letter, place) => [letter, [...'ABEKMHOPCTYXI'][place] as string]),
);

/** What is written in short in addresses. */
const STREETS: Readonly<Record<string, string>> = {
  street: 'st',
  road: 'rd',
  avenue: 'ave',
  lane: 'ln',
  drive: 'dr',
  close: 'cl',
  court: 'ct',
  place: 'pl',
  square: 'sq',
  terrace: 'tce',
  gardens: 'gdns',
  crescent: 'cres',
  apartment: 'flat',
  apt: 'flat',
};

/** Of the United Kingdom (BS 7666). */
const POSTCODE = /\b([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})\b/;

const NORMALISED: { readonly [K in Exclude<MarkKind, 'phone'>]: (written: string) => string } = {
  email: (written) => unaccented(written).toLowerCase().replaceAll(/\s/g, ''),
  account: (written) => unaccented(written).toLowerCase().replaceAll(/\s/g, '').replace(/^@+/, ''),
  document: lettersAndDigits,
  'vehicle-mark': (written) => [...lettersAndDigits(written)].map((letter) => PLATE_TWINS[letter] ?? letter).join(''),
  'bank-account': lettersAndDigits,
  address,
};

/**
 * An identifier in the one way in which it is compared, as `kind:value`: phones in E.164, marks and numbers without their
 * separators, addresses by postcode and numbers where they have both. What is easily confused (0 and O) is not folded.
 *
 * @returns more than one where a phone can be of several countries; none where nothing is left to compare
 */
export function marksOf(kind: MarkKind, written: string): readonly string[] {
  const plain = written.normalize('NFKC').trim();
  const values = kind === 'phone' ? phones(plain) : [NORMALISED[kind](plain)];
  return values.filter((value) => value !== '').map((value) => `${kind}:${value}`);
}

/** A number that is of no known range is taken for one from here if it is as long as those are, else compared by its digits. */
function phones(written: string): readonly string[] {
  const dialled = written.replace(/^\s*\(?00/, '+');
  // With its country's prefix it is the same number wherever it is dialled.
  const parsed = COUNTRIES.slice(0, dialled.startsWith('+') ? 1 : COUNTRIES.length).flatMap(
    (country) => parsePhoneNumberFromString(dialled, country) ?? [],
  );
  const valid = parsed.filter((one) => one.isValid());
  const likely = valid.length > 0 ? valid : parsed.filter((one) => one.isPossible()).slice(0, 1);
  return likely.length > 0 ? [...new Set(likely.map(({ number }) => number))] : [written.replaceAll(/\D/g, '')];
}

function lettersAndDigits(written: string): string {
  return capitals(written).replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function address(written: string): string {
  const upper = capitals(written);
  const [whole = '', outward = '', inward = ''] = POSTCODE.exec(upper) ?? [];
  const words = upper
    .replace(whole, ' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => STREETS[word] ?? word);
  const numbers = words.filter((word) => /^\d+[a-z]?$/.test(word)).sort();
  const postcode = `${outward}${inward}`.toLowerCase();
  if (postcode !== '' && numbers.length > 0) return [postcode, ...numbers].join(' ');
  return [...words, ...(postcode === '' ? [] : [postcode])].join(' ');
}

/** By way of small letters: the capital ẞ is one of its own, and its small letter's capitals are SS. */
const capitals = (written: string) => unaccented(written).toLowerCase().toUpperCase();

const unaccented = (written: string) => written.normalize('NFD').replaceAll(/\p{M}/gu, '').normalize('NFC');
