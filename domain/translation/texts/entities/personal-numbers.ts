import { isDay } from './calendar';

/**
 * Whether it is a personal number of Romania (CNP), Slovakia (rodné číslo), and, where their country is among those guessed, Poland
 * (PESEL) or Bulgaria (ЕГН): a date of birth and a check digit (own compilation from common knowledge of their rules).
 */
export function isPersonalNumber(written: string, countries: readonly string[]): boolean {
  if (written.includes('/')) return isSlovak(written);
  if (written.length === 13) return isRomanian(written);
  if (written.length === 11) return countries.includes('PL') && isPolish(written);
  return countries.includes('BG') && isBulgarian(written);
}

/** Sex and century, birth date, county, number, check digit. */
function isRomanian(cnp: string): boolean {
  const check = weighed(cnp, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
  return isBorn(cnp.slice(1, 7), [0]) && (check === 10 ? 1 : check) === Number(cnp[12]);
}

/** The month tells the century: +20 is of 2000. */
function isPolish(pesel: string): boolean {
  const check = (10 - (weighed(pesel, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10;
  return isBorn(pesel, [0, 20]) && check === Number(pesel[10]);
}

/** The month tells the century: +40 is of 2000. */
function isBulgarian(egn: string): boolean {
  const check = weighed(egn, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11;
  return isBorn(egn, [0, 40]) && check % 10 === Number(egn[9]);
}

/** The month tells the sex: +50 is a woman. */
function isSlovak(written: string): boolean {
  return isBorn(written, [0, 50]) && Number(written.replace('/', '')) % 11 === 0;
}

function isBorn(sixDigits: string, monthOffsets: readonly number[]): boolean {
  const month = Number(sixDigits.slice(2, 4));
  return monthOffsets.some((offset) => isDay(null, month - offset, Number(sixDigits.slice(4, 6))));
}

const weighed = (number: string, weights: readonly number[]) =>
  weights.reduce((sum, weight, place) => sum + weight * Number(number[place]), 0);
