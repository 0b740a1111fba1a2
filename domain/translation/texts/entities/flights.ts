import type { Finder } from '../entity';
import { AIRLINES } from './airlines';
import { eachMatch } from './each-match';

const FLIGHT = /(?<![\p{L}\p{N}])([a-z][a-z\d]|\d[a-z])([ -]?)(\d{3,4})(?![\p{L}\p{N}]|[.,:]\d)/giu;

/** Words for flights (own compilation from common knowledge; small letters without signs). */
const FLIGHT_WORD =
  /(?:flight|flights|jarat\p{L}*|gep\p{L}*|repul\p{L}*|zbor\p{L}*|cursa|полет\p{L}*|самолет\p{L}*|polet\p{L}*|fluturim\p{L}*|lot\p{L}*|samolot\p{L}*|chuyen bay|bay|let|letu|linka|lietadlo\p{L}*)[ :]{1,2}(?:no\.? |nr\.? |number |is |e |cu |с |на )?$/u;

/**
 * Flight numbers: an airline of the table and three or four digits. Codes of letters alone are taken in capitals, or in small letters
 * where nothing parts them; with a space not before what may be a year (“BY 2025”), unless a word for flights stands before.
 */
export const flights: Finder = ({ text, folded, hasDigits }) =>
  hasDigits
    ? eachMatch('flight', text, FLIGHT, ({ 1: code = '', 2: gap = '', 3: number = '', index }) => {
        if (!(code.toUpperCase() in AIRLINES)) return undefined;
        const value = code.toUpperCase() + String(Number(number));
        if (/\d/.test(code) || FLIGHT_WORD.test(folded.slice(Math.max(index - 40, 0), index))) return value;
        const isCapitals = code === code.toUpperCase();
        const isYear = /^(?:19|20)\d\d$/.test(number);
        return (isCapitals && !(gap === ' ' && isYear)) || (gap === '' && code === 'fr') ? value : undefined;
      })
    : [];
