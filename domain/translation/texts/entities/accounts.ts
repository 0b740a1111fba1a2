import type { Finder, Found } from '../entity';
import { eachMatch, lettersAndDigits } from './each-match';

/** Characters of an IBAN by country (SWIFT, IBAN Registry; own selection). */
const IBAN_LENGTHS: Readonly<Record<string, number>> = {
  ...{ GB: 22, IE: 22, HU: 28, RO: 24, BG: 22, PL: 28, SK: 24, AL: 28, XK: 20, MD: 24, UA: 29, RS: 22, MK: 19, TR: 26 },
  ...{ AT: 20, BE: 16, CH: 21, CY: 28, CZ: 24, DE: 22, DK: 18, EE: 20, ES: 24, FI: 18, FR: 27, GR: 27, HR: 21, IT: 27 },
  ...{ LT: 20, LU: 20, LV: 21, MT: 31, NL: 18, NO: 15, PT: 25, SE: 24, SI: 19 },
};

const IBAN_START = /(?<![\p{L}\p{N}])[a-z]{2}\d{2}(?= ?[a-z\d]{4})/gu;
const SORT_CODE =
  /(?<![\p{L}\p{N}-])(\d{2}-\d{2}-\d{2}|(?<=sort ?code[ :]{0,2}|s\/c[ :]{0,2})\d{6})[ ,;/]{1,3}(?:(?:account|acc|a\/c|ac)?\.?(?: ?(?:number|num|no))?[ :.]{0,3})(\d{8})(?!\d)/gu;
const HUNGARIAN = /(?<![\p{L}\p{N}-])\d{8}-\d{8}(?:-\d{8})?(?![\d-])/gu;
const POLISH = /(?<![\p{L}\p{N}])\d{2}(?: ?\d{4}){6}(?! ?\d)/gu;
const CARD = /(?<![\p{L}\p{N}])[2-6]\d{3}([ -]?)\d{4}\1\d{4}\1\d{4}(?![ -]?\d)/gu;

/** IBANs, British sort codes with account numbers, Hungarian and Polish account numbers, payment cards; by their check digits. */
export const accounts: Finder = ({ folded, hasDigits }) => {
  if (!hasDigits || !/\d{4}/.test(folded)) return [];
  return [
    ...ibans(folded),
    ...eachMatch('bank-account', folded, SORT_CODE, ([, sort = '', account]) => lettersAndDigits(`${sort}${account}`)),
    ...eachMatch('bank-account', folded, HUNGARIAN, ([written]) =>
      isHungarian(written) ? digits(written) : undefined,
    ),
    ...eachMatch('bank-account', folded, POLISH, ([written]) => {
      const iban = `PL${digits(written)}`;
      return isIban(iban) ? iban : undefined;
    }),
    ...eachMatch('bank-account', folded, CARD, ([written]) => (isCard(digits(written)) ? digits(written) : undefined)),
  ];
};

/** As many characters as the country's have, whatever spaces are between them. */
function ibans(folded: string): readonly Found[] {
  const found: Found[] = [];
  for (const { 0: head, index } of folded.matchAll(IBAN_START)) {
    const length = IBAN_LENGTHS[head.slice(0, 2).toUpperCase()];
    if (length === undefined) continue;
    let end = index;
    let value = '';
    for (; end < folded.length && value.length < length && /[a-z\d -]/.test(folded[end] as string); end += 1)
      if (/[a-z\d]/.test(folded[end] as string)) value += folded[end];
    if (value.length < length || /[\p{L}\p{N}]/u.test(folded[end] ?? '')) continue;
    if (isIban(value.toUpperCase()))
      found.push({ kind: 'bank-account', start: index, end, value: value.toUpperCase() });
  }
  return found;
}

/** ISO 13616: by modulo 97 of ISO 7064. */
function isIban(iban: string): boolean {
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4))
    rest = Number(`${rest}${Number.parseInt(character, 36)}`) % 97;
  return rest === 1;
}

/** Each eight digits end so that, weighed 9, 7, 3, 1, they are a multiple of ten; the last sixteen as one number. */
function isHungarian(written: string): boolean {
  const [bank = '', ...number] = written.split('-');
  return [bank, number.join('')].every((part) => weighed(part, [9, 7, 3, 1]) % 10 === 0);
}

/** ISO/IEC 7812-1: the Luhn formula. */
function isCard(number: string): boolean {
  const sum = [...number].reduce((total, digit, place) => {
    const doubled = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

const weighed = (number: string, weights: readonly number[]) =>
  [...number].reduce((sum, digit, place) => sum + Number(digit) * (weights[place % weights.length] as number), 0);

const digits = (written: string) => written.replaceAll(/\D/g, '');
