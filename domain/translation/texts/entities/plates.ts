import type { Finder } from '../entity';
import { eachMatch } from './each-match';

/** Cyrillic letters of number plates and their Latin twins (Vienna Convention on Road Traffic 1968, annex 2). */
const TWINS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'АВЕКМНОРСТУХ'].map((letter, place) => [letter, [...'ABEKMHOPCTYX'][place] as string]),
);
const B = '[ABEKMHOPCTYXАВЕКМНОРСТУХ]';

/** Of Romanian counties. Own compilation from common knowledge, as are all tables here. */
const ROMANIAN =
  'AB|AG|AR|B|BC|BH|BN|BR|BT|BV|BZ|CJ|CL|CS|CT|CV|DB|DJ|GJ|GL|GR|HD|HR|IF|IL|IS|MH|MM|MS|NT|OT|PH|SB|SJ|SM|SV|TL|TM|TR|VL|VN|VS';
/** Of Bulgarian provinces. */
const BULGARIAN = new Set(
  'A B BH BP BT C CA CB CC CH CM CO CT E EB EH EP K KH M H OB P PA PB PK PP T TX X Y'.split(' '),
);
/** Of the larger Polish cities: with five digits others are too like words. */
const POLISH = 'W[A-Z]|KR|KK|DW|DX|PO|PY|GD|GA|GS|EL|EP|LU|SK|SC|SO|SZ|SB|SG|SY|ZS|ZK|CB|CT|RZ|BI|TK|OP|FG|FZ|NO|NE';
/** A plate never ends in a currency: “B 200 LEI” is a sum. */
const NO_SUM = '(?!LEI|RON|EUR|GBP|HUF|PLN|BGN|LEK|KOR)';
const FROM = '(?<![\\p{L}\\p{N}])';
const TO = '(?![\\p{L}\\p{N}])';

const patterns = {
  british: new RegExp(`${FROM}[A-HK-PRSV-Y][A-HJ-PR-Y]\\d{2} ?${NO_SUM}[A-HJ-PR-Z]{3}${TO}`, 'gu'),
  /** In small letters only where nothing parts it: “in 20 min” is none. */
  britishSmall: new RegExp(
    `${FROM}[a-hk-prsv-y][a-hj-pr-y]\\d{2}(?!lei|ron|eur|gbp|huf|pln|bgn|lek|kor|min|sec|hrs|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)[a-hj-pr-z]{3}${TO}`,
    'gu',
  ),
  hungarian: new RegExp(`${FROM}(?:[A-Z]{3}-\\d{3}|[A-Z]{2}[ -]?[A-Z]{2}-\\d{3})${TO}(?!-)`, 'gu'),
  romanian: new RegExp(`${FROM}(?:${ROMANIAN})([ -]?)(?:\\d{2}|(?<=B[ -]?)\\d{3})\\1${NO_SUM}[A-Z]{3}${TO}`, 'gu'),
  bulgarian: new RegExp(`${FROM}${B}{1,2}([ -]?)\\d{4}\\1${B}{2}${TO}`, 'gu'),
  polish: new RegExp(
    `${FROM}(?:(?:${POLISH}) ?\\d{5}|[BCDEFGKLNOPRSTWZ][A-Z]{1,2} ?(?:\\d{4}[A-Z]|\\d{3}[A-Z]{2}|\\d[A-Z]\\d{3}|\\d{2}[A-Z]\\d{2}|\\d[A-Z]{2}\\d{2}))${TO}`,
    'gu',
  ),
  /** Slovak and Albanian plates are of one shape. */
  twoThreeTwo: new RegExp(`${FROM}[A-Z]{2}([ -]?)\\d{3}[ -]?(?!AM|PM)[A-Z]{2}${TO}`, 'gu'),
  vietnamese: new RegExp(`${FROM}\\d{2}[A-Z]\\d?-\\d{3}\\.?\\d{2}${TO}`, 'gu'),
} as const;

const ALL = Object.entries(patterns);
const SMALL = [['britishSmall', patterns.britishSmall]] as const;

/** All but the British one in small letters have one of these. */
const MAY_HOLD = /[A-ZА-Х]{2}|\d[A-Z]/;

/** Number plates of the United Kingdom (since 2001), Hungary, Romania, Bulgaria, Poland, Slovakia, Albania and Vietnam. */
export const plates: Finder = ({ text, hasDigits }) => {
  if (!hasDigits) return [];
  return (MAY_HOLD.test(text) ? ALL : SMALL).flatMap(([country, pattern]) =>
    eachMatch('plate', text, pattern, ([written]) => {
      const value = [...written.toUpperCase()]
        .map((letter) => TWINS[letter] ?? letter)
        .join('')
        .replaceAll(/[ .-]/g, '');
      return country === 'bulgarian' && !BULGARIAN.has(/^\D+/.exec(value)?.[0] ?? '') ? undefined : value;
    }),
  );
};
