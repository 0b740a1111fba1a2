import type { Finder, Found } from '../entity';
import { CURRENCIES, MULTIPLIERS } from './currencies';

const ONE =
  "(?!0\\d)(?:(?<!\\d )\\d{1,3}([ .,'])\\d{3}(?:\\N\\d{3})*(?:[.,]\\d{1,2})?|\\d{1,12}(?:[.,]\\d{1,2})?)(?!\\d|[.,]\\d)";
const AMOUNTS = new RegExp(
  `(?<!\\d|\\d[.,':/])(?<one>${ONE.replace('\\N', '\\2')})(?:(?<thousand>k)?\\s?-\\s?[£€$]?(?<other>${ONE.replace('\\N', '\\5')}))?`,
  'gu',
);
const BEFORE = /(?:(?<symbol>[£€$₫])|(?<![\p{L}\p{N}])(?<code>gbp|eur|usd|huf|ron|pln|bgn|vnd|czk)) ?$/u;
const AFTER = /(?:,-|\.-)?(?<gap> ?)(?:de )?(?<word>\p{L}+|[£€$₫])/uy;
const NEXT = /\.? ?(?:de )?(?<word>\p{L}+|[£€$₫])/uy;
const LETTER = /\p{L}/u;
/** A Hungarian ending is no more of the sum: “300 fontot”. */
const INFLECTED =
  /^(fontok|font|forint|ft|euro|dollar|zloty|leva|lej)(?:ot|t|ert|ba|bol|ra|rol|nal|nak|ig|tol|om|unk|jaba|al)$/;
/** What in small letters without signs is another word: “bảng”, not “bang”. */
const SIGNED: ReadonlyMap<string, RegExp> = new Map([['bang', /ả|^bang anh/iu]]);
const DONG = /[đĐ]/;

/** Sums of money: a symbol or word before or after an amount, and “2k” with neither. */
export const money: Finder = ({ text, folded, hasDigits }) => {
  if (!hasDigits) return [];
  const found: Found[] = [];
  let from = 0;
  for (const match of folded.matchAll(AMOUNTS)) {
    const start = match.index;
    if (start < from) continue;
    const { one = '', other, thousand } = match.groups as Record<string, string | undefined>;
    const before = BEFORE.exec(folded.slice(Math.max(start - 6, 0), start));
    const after = afterAmount(text, folded, start + match[0].length);
    const isPrefixed = before !== null;
    if (!isPrefixed && (after === undefined || LETTER.test(folded[start - 1] ?? ''))) continue;
    const currency = before?.groups ? codeOf(before.groups.symbol ?? before.groups.code ?? '') : after?.currency;
    if (currency === undefined) continue;
    const times = after?.times ?? 1;
    const isPence = after?.isPence === true && !isPrefixed;
    if (isPence && !/^\d{1,2}$/.test(one)) continue;
    const amounts = [
      amountOf(one) * (thousand === undefined ? times : 1_000),
      ...(other === undefined ? [] : [amountOf(other) * times]),
    ];
    const end = after?.end ?? start + match[0].length;
    from = end;
    found.push({
      kind: 'money',
      start: start - (before?.[0].length ?? 0),
      end,
      value: `${currency} ${amounts.map((amount) => (isPence ? amount / 100 : amount).toFixed(2)).join('-')}`,
    });
  }
  return found;
};

interface After {
  readonly end: number;
  readonly times: number;
  readonly currency?: string | undefined;
  readonly isPence?: boolean;
}

/** What follows an amount and is still of the sum; undefined where nothing is. */
function afterAmount(text: string, folded: string, at: number): After | undefined {
  AFTER.lastIndex = at;
  const match = AFTER.exec(folded);
  const { gap = '', word = '' } = match?.groups ?? {};
  if (match === null) return undefined;
  const currency = currencyAt(text, folded, word, AFTER.lastIndex);
  if (currency !== undefined) return { ...currency, times: 1 };
  if (word === 'p' && gap === '') return { end: AFTER.lastIndex, times: 1, currency: 'GBP', isPence: true };
  const times = MULTIPLIERS.get(word);
  if (times === undefined || (word.length === 1 && gap !== '')) return undefined;
  const end = AFTER.lastIndex;
  NEXT.lastIndex = end;
  const next = NEXT.exec(folded);
  const second = next && currencyAt(text, folded, next.groups?.word ?? '', NEXT.lastIndex);
  if (second) return { ...second, times };
  return { end, times, currency: word === 'k' ? 'XXX' : undefined };
}

/** The currency of a word that ends there, and where it ends without what its language adds. */
function currencyAt(text: string, folded: string, word: string, end: number) {
  const isSymbol = /^[£€$₫]$/.test(word);
  if (isSymbol && /\d/.test(folded[end] ?? '')) return undefined;
  if (word === 'd') return DONG.test(text[end - 1] ?? '') ? { end, currency: 'VND' } : undefined;
  const stem = INFLECTED.exec(word)?.[1];
  const currency = codeOf(stem === 'lej' ? 'lei' : (stem ?? word));
  if (currency === undefined) return undefined;
  const signed = SIGNED.get(word);
  if (signed && !signed.test(text.slice(end - word.length, end + 4))) return undefined;
  const isAnh = word === 'bang' && folded.startsWith(' anh', end);
  return { end: end - (stem === undefined ? 0 : word.length - stem.length) + (isAnh ? 4 : 0), currency };
}

const codeOf = (written: string) => CURRENCIES.get(written);

/** With a decimal comma or point, and any of both, a space or an apostrophe between thousands. */
function amountOf(written: string): number {
  const [, whole = written, fraction = '0'] = /^(.*)[.,](\d{1,2})$/.exec(written) ?? [];
  return Number(`${whole.replaceAll(/\D/g, '')}.${fraction}`);
}
