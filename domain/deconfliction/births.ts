const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** How people write dates of birth: the year first, the day first, or the month in words. */
const WAYS: readonly RegExp[] = [
  /^(?<year>\d{4})(?:[-./ ]+(?<month>\d{1,2})(?:[-./ ]+(?<day>\d{1,2}))?)?\.?$/,
  /^(?:(?<day>\d{1,2})[-./ ]+)?(?<month>\d{1,2})[-./ ]+(?<year>\d{4})\.?$/,
  /^(?:(?<day>\d{1,2})(?:st|nd|rd|th)?[-./ ]+)?(?<month>[a-z]{3,9})[-., ]+(?<year>\d{4})$/,
];

/**
 * A date of birth as it is written, in one way: `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where no more is known.
 *
 * @returns nothing for what is no date
 */
export function birthOf(written: string): string | undefined {
  const text = written.normalize('NFKC').trim().toLowerCase();
  const { year, month, day } = WAYS.map((way) => way.exec(text)?.groups).find((groups) => groups) ?? {};
  if (year === undefined) return undefined;
  if (month === undefined) return year;
  const nth = /\d/.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3)) + 1;
  if (nth < 1 || nth > 12) return undefined;
  const inYear = `${year}-${pad(nth)}`;
  if (day === undefined) return inYear;
  const date = `${inYear}-${pad(Number(day))}`;
  return isDate(date) ? date : undefined;
}

/** How two dates of birth stand to each other. */
export type BirthsAgree = 'equal' | 'as-far-as-known' | 'misread' | 'contradict';

/** `misread`: they differ in one digit, in two that change places, or in day and month changing places. */
export function birthsAgree(one: string, other: string): BirthsAgree {
  if (one === other) return 'equal';
  if (one.startsWith(other) || other.startsWith(one)) return 'as-far-as-known';
  return isWhole(one) && isWhole(other) && misreadings(one).includes(other) ? 'misread' : 'contradict';
}

/**
 * Every date that does not contradict one of these, to narrow a search by.
 *
 * @returns none where any date would do, as one of them is not wholly known, or there is none
 */
export function birthsNear(births: readonly string[]): readonly string[] {
  if (!births.every(isWhole)) return [];
  return [...new Set(births.flatMap((birth) => [birth, birth.slice(0, 7), birth.slice(0, 4), ...misreadings(birth)]))];
}

function misreadings(birth: string): readonly string[] {
  const [year = '', month = '', day = ''] = birth.split('-');
  const digits = `${year}${month}${day}`;
  const read = [...digits].flatMap((digit, place) => {
    const put = (value: string) => `${digits.slice(0, place)}${value}${digits.slice(place + value.length)}`;
    const others = [...'0123456789'].filter((other) => other !== digit).map(put);
    const next = digits[place + 1];
    return next === undefined ? others : [...others, put(`${next}${digit}`)];
  });
  return [...read, `${year}${day}${month}`]
    .map((one) => `${one.slice(0, 4)}-${one.slice(4, 6)}-${one.slice(6)}`)
    .filter((one) => one !== birth && isDate(one));
}

const isWhole = (birth: string) => birth.length === 10;
const pad = (value: number) => String(value).padStart(2, '0');
const isDate = (date: string) => {
  const read = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(date);
};
