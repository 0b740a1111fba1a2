import type { Finder, Found } from '../entity';
import { eachMatch, lettersAndDigits } from './each-match';
import { isPersonalNumber } from './personal-numbers';

/** Words for documents and personal numbers in the languages of these messages (own compilation from common knowledge). */
const DOCUMENT_WORDS = [
  'passport|pass|id card|id|brp|ni|nino|national insurance|driving licence|licence', // English
  'utlevel\\p{L}*|szemelyi\\p{L}*|igazolvany\\p{L}*|taj|adoszam\\p{L}*|adoazonosito\\p{L}*|jogositvany\\p{L}*', // Hungarian
  'pasaport\\p{L}*|buletin\\p{L}*|carte de identitate|ci|cnp|permis\\p{L}*', // Romanian
  'паспорт\\p{L}*|лична карта|л\\.?к\\.?|егн|egn|lichna karta', // Bulgarian
  'pasaporta|pasaportes|leternjoftim\\p{L}*|karta e identitetit', // Albanian
  'paszport\\p{L}*|dowod\\p{L}*(?: osobist\\p{L}*)?|pesel|nip|prawo jazdy', // Polish
  'ho chieu|cccd|cmnd|can cuoc', // Vietnamese
  'cestovny pas|pas|obciansky\\p{L}*(?: preukaz\\p{L}*)?|op|rodne cislo', // Slovak
].join('|');
const NUMBER_WORDS =
  'number|num|no|nr|szama|szam|numarul|numar|номер|№|numri|numer|cislo|so|c|is|e|je|este|seria|serie|series';
const BEFORE_NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${DOCUMENT_WORDS})(?!\\p{L})[ :.#=-]{0,3}(?:(?:${NUMBER_WORDS})[ :.#=-]{1,3}){0,3}` +
    '(?<series>[a-z]{1,3} ?(?:n[ro]\\.? ?)?)?$',
  'u',
);
/** How far before its number a document is named. */
const NEAR = 60;
const LONG_NUMBER = /(?<!\d)\d[\d-]{4,12}\d[a-z]{0,2}(?![\p{L}\p{N}])/gu;

/** British National Insurance number (HMRC, National Insurance Manual NIM39110). */
const NINO =
  /(?<![\p{L}\p{N}])(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PRSTW-Z][A-CEGHJ-NPRSTW-Z] ?(?:\d{2} ?){3}[A-D](?![\p{L}\p{N}])/gu;
/** British driving licence (DVLA): five of the surname, birth date with sex, initials, check characters. */
const LICENCE = /(?<![\p{L}\p{N}])[A-Z9]{5}\d[0156]\d(?:0[1-9]|[12]\d|3[01])\d[A-Z9]{2}\d[A-Z]{2}(?![\p{L}\p{N}])/gu;
/** Hungarian passport and identity card, Albanian personal number, Polish identity card, Romanian identity card. */
const SHAPES =
  /(?<![\p{L}\p{N}])(?:[A-Z]{2}\d{7}|\d{6}[A-Z]{2}|[A-Z]\d{8}[A-Z]|[A-Z]{3} ?\d{6}|[A-Z]{2} ?\d{6}|(?<=(?:seria|SERIA) )[A-Z]{2},? (?:nr|NR)\.? ?\d{6})(?![\p{L}\p{N}])/gu;

const ENOUGH_DIGITS = /\d\d ?\d\d ?\d\d|\d[\d-]{5}/;

/** Passports, identity cards and licences: what a word says is one, or what is written as nothing else is. */
export const documents: Finder = ({ text, folded, hasDigits }) => {
  if (!hasDigits || !ENOUGH_DIGITS.test(folded)) return [];
  return [
    ...named(folded),
    ...eachMatch('document', text, NINO, ([written]) => lettersAndDigits(written)),
    ...eachMatch('document', text, LICENCE, ([written]) => written),
    ...eachMatch('document', text, SHAPES, ([written]) => lettersAndDigits(written.replace(/,? nr\.? ?/gi, ''))),
  ];
};

function named(folded: string): readonly Found[] {
  const found: Found[] = [];
  for (const { 0: number, index } of folded.matchAll(LONG_NUMBER)) {
    const before = BEFORE_NUMBER.exec(folded.slice(Math.max(index - NEAR, 0), index));
    if (before === null) continue;
    const series = before.groups?.series ?? '';
    found.push({
      kind: 'document',
      start: index - series.length,
      end: index + number.length,
      value: lettersAndDigits(series.replace(/ ?n[ro]\.? ?$/, '') + number),
    });
  }
  return found;
}

const NUMBER = /(?<![\p{L}\p{N}])(?:\d{6}\/\d{4}|\d{13}|\d{10,11})(?![\p{L}\p{N}]|[/.-]\d)/gu;

/** Numbers that states give to people, by their check digits: looked for once telephones have been found. */
export const personalNumbers: Finder = ({ folded, hasDigits, options: { countries } }) =>
  hasDigits
    ? eachMatch('document', folded, NUMBER, ([written]) =>
        isPersonalNumber(written, countries) ? lettersAndDigits(written) : undefined,
      )
    : [];
