import type { Finder, Found } from '../entity';
import { phrasesIn, phrasesOf, type Needs, type Phrase } from '../phrases';
import { AIRPORTS, WORDLIKE_AIRPORTS } from './airports';
import { PLACES_ABROAD } from './gazetteer-abroad';
import { PLACES_UK } from './gazetteer-uk';

const NEEDS: Readonly<Record<string, Needs>> = { '~': 'signs', '^': 'capital', '!': 'preposition' };

const GAZETTEER = phrasesOf([...PLACES_UK, ...PLACES_ABROAD].flatMap(spellings));

const CODE = /(?<![\p{L}\p{N}])[A-Z]{3}(?![\p{L}\p{N}])/gu;
/** What stands between two airports of a route. */
const ROUTE = /^\s?(?:[-–—/>→✈]+|to)?\s?$/u;
/** Words of travel (own compilation from common knowledge; small letters without signs). */
const TRAVEL =
  /flight|airport|terminal|jarat|repul|repter|zbor|aeroport|полет|летищ|fluturim|lotnisk|samolot|chuyen bay|san bay|letisk/;

/** Places of the gazetteer, and airports by their codes. */
export const places: Finder = ({ text, folded, isShouted }) => {
  const found: Found[] = phrasesIn(text, folded, GAZETTEER).map((phrase) => ({ kind: 'place', ...phrase }));
  return isShouted ? found : [...found, ...airports(text, folded)];
};

function airports(text: string, folded: string): readonly Found[] {
  const codes = [...text.matchAll(CODE)].filter(({ 0: code }) => code in AIRPORTS);
  const isBeside = (one: RegExpExecArray, other: RegExpExecArray | undefined) =>
    other !== undefined &&
    ROUTE.test(text.slice(Math.min(one.index, other.index) + 3, Math.max(one.index, other.index)));
  return codes
    .filter(
      (code, place) =>
        !WORDLIKE_AIRPORTS.has(code[0]) ||
        isBeside(code, codes[place - 1]) ||
        isBeside(code, codes[place + 1]) ||
        TRAVEL.test(folded),
    )
    .map(({ 0: code, index }) => ({ kind: 'place', start: index, end: index + 3, value: AIRPORTS[code] as string }));
}

function spellings(row: string): readonly Phrase[] {
  const all = row.split('|').map((written) => {
    const needs = NEEDS[written[0] as string];
    return { spelling: needs === undefined ? written : written.slice(1), needs: needs ?? 'nothing' };
  });
  const value = all[0]?.spelling ?? '';
  return all.map((one) => ({ ...one, value }));
}
