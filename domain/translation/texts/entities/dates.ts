import type { Finder, Found } from '../entity';
import { isDay, isoDate } from './calendar';
import { MONTHS, MONTHS_BEFORE_DAYS, WEEKDAYS, WEEKDAYS_VIETNAMESE } from './calendar-words';
import { eachMatch } from './each-match';

const FROM = '(?<![\\p{L}\\p{N}]|\\d[./:,-]|[+])';
const TO = '(?!\\d|[./:,-]\\d)';
const UNIT = '(?! ?(?:kg|km|m|cm|mm|h|am|pm|l|ml|gb|mb|g|mp|m2|db|fo|%|°|x)(?!\\p{L}))';

const YEAR_FIRST = new RegExp(`${FROM}(\\d{4})([./-]) ?(\\d{1,2})\\2 ?(\\d{1,2})\\.?(?!\\d|[./-]\\d)`, 'gu');
const YEAR_LAST = new RegExp(`${FROM}(\\d{1,2})([./-])( ?)(\\d{1,2})\\2\\3(\\d{4}|\\d{2})${TO}`, 'gu');
/** “24/7” and small fractions are none, unless a word says that it is a date. */
const NO_YEAR = new RegExp(
  `${FROM}(?:(\\d{1,2})/(\\d{1,2})(?!\\p{L})|(?<!(?:ora|orele|ore|godz\\.?|godzinie|luc|at|oren) )(\\d{2})\\.(\\d{2})\\.?(?!\\p{L})${UNIT}|` +
    `(\\d{1,2})\\.(\\d{1,2})\\.(?=-\\p{L}))${TO.replace('[./', '[/')}`,
  'gu',
);
/** None of them Hungarian, which has endings instead. */
const SAYS_DATE = /(?:ngay|on|pe|data(?: de)?|dnia|dne|na|на|date) $/u;
const DAY_MONTH = new RegExp(
  `${FROM}(\\d{1,2})(st|nd|rd|th|-?(?:ви|ри|ти|ми)|\\.)?(?: (?:of|de)(?!\\p{L}))?[ -]?(\\p{L}{3,12})(?!\\p{L})(?:\\.?,? (\\d{4})(?!\\d))?`,
  'gu',
);
const MONTH_DAY =
  /(?:(?<![\p{L}\p{N}])(\d{4})\.? )?(?<!\p{L})(\p{L}{3,12})\.? (\d{1,2})(st|nd|rd|th)?(?![\p{L}\d]|[:.,/]\d)(?:,? (\d{4})(?!\d))?/gu;
const VIETNAMESE = new RegExp(`${FROM}(\\d{1,2}) thang (\\d{1,2})(?:(?: nam |/)(\\d{4}))?${TO}`, 'gu');
/** “5 may be enough” */
const NO_MAY = /^ (?:be|have|not|need|come|go|want|get|also)(?!\p{L})/u;

/**
 * Days that are written with their month, with the year of `sentAt` where they have none. Where both readings are possible the day is
 * first; but in “03.12.” the month, where Hungary is likeliest: there it always is.
 */
export const dates: Finder = ({ text, folded, hasDigits, options: { sentAt, countries } }) => {
  if (!hasDigits) return [];
  const thisYear = sentAt === undefined ? null : Number(sentAt.slice(0, 4));
  const year = (written: string | undefined) => (written === undefined ? thisYear : Number(written));
  return [
    ...eachMatch('date', folded, YEAR_FIRST, ([, y, , m, d]) => isoDate(Number(y), Number(m), Number(d))),
    ...eachMatch('date', folded, YEAR_LAST, ([, d, , , m, y = '']) =>
      dayFirst(Number(y.length === 2 ? `20${y}` : y), Number(d), Number(m)),
    ),
    ...eachMatch('date', folded, NO_YEAR, ([written, d1, m1, d2, m2, d3, m3], index) => {
      if (written === '24/7') return undefined;
      const isSaid = SAYS_DATE.test(folded.slice(Math.max(index - 12, 0), index));
      if (/^\d\/\d$/.test(written) && !isSaid) return undefined;
      const [one, other] = [Number(d1 ?? d2 ?? d3), Number(m1 ?? m2 ?? m3)];
      const isHungarian = countries[0] === 'HU' && written.endsWith('.') && !isSaid && isDay(thisYear, one, other);
      return isHungarian ? isoDate(thisYear, one, other) : dayFirst(thisYear, one, other);
    }),
    ...eachMatch('date', folded, DAY_MONTH, ([written, d, ordinal, word = '', y], index) => {
      const end = index + written.length;
      if (word === 'may' && ordinal === undefined && y === undefined && NO_MAY.test(folded.slice(end, end + 8)))
        return undefined;
      return isoDate(year(y), MONTHS.get(word) ?? 0, Number(d));
    }),
    ...eachMatch('date', folded, MONTH_DAY, ([written, y1, word = '', d, ordinal, y2], index) => {
      if (!MONTHS_BEFORE_DAYS.has(word)) return undefined;
      const isSure = ordinal !== undefined || y1 !== undefined || y2 !== undefined;
      const first = text[index + written.indexOf(word)] as string;
      if (!isSure && (word === 'may' || word === 'mar') && first === first.toLowerCase()) return undefined;
      return isoDate(year(y1 ?? y2), MONTHS.get(word) ?? 0, Number(d));
    }),
    ...eachMatch('date', folded, VIETNAMESE, ([, d, m, y]) => isoDate(year(y), Number(m), Number(d))),
  ];
};

/** Day first; month first where only that is a day (“03/25”). */
function dayFirst(year: number | null, day: number, month: number): string | undefined {
  return isDay(year, month, day) ? isoDate(year, month, day) : isoDate(year, day, month);
}

const WORD = /(?<![\p{L}\p{N}])\p{L}{4,13}(?![\p{L}\p{N}])/gu;
const TWO_WORDS = /(?<![\p{L}\p{N}])(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)(?![\p{L}\p{N}])/gu;

/** Names of weekdays alone: which Friday is meant is not said. */
export const weekdays: Finder = ({ folded }): readonly Found[] => [
  ...eachMatch('date', folded, WORD, ([word]) => weekday(WEEKDAYS.get(word))),
  ...(folded.includes('thu ') || folded.includes('chu ')
    ? eachMatch('date', folded, TWO_WORDS, ([words]) => weekday(WEEKDAYS_VIETNAMESE.get(words)))
    : []),
];

const weekday = (number: number | undefined) => (number === undefined ? undefined : `-W-${number}`);
