/** How a force writes its dates. */
export const DATE_FORMATS = ['dd/mm/yyyy', 'yyyy-mm-dd', 'dd-mon-yyyy', 'yyyymmdd', 'mm/dd/yyyy'] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A time of day may follow each; only the day is read. */
const WRITTEN: Readonly<Record<DateFormat, RegExp>> = {
  'dd/mm/yyyy': /^(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4})(?=$|[ T])/,
  'yyyy-mm-dd': /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?=$|[ T])/,
  'dd-mon-yyyy': /^(?<day>\d{1,2})[- ](?<month>[A-Za-z]{3})[a-z]*[- ](?<year>\d{4})(?=$|[ T])/,
  yyyymmdd: /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?=$|[ T])/,
  'mm/dd/yyyy': /^(?<month>\d{1,2})[/.-](?<day>\d{1,2})[/.-](?<year>\d{4})(?=$|[ T])/,
};

/**
 * A date as a force writes it.
 *
 * @returns `YYYY-MM-DD`, or nothing for what is no date of the calendar in that format
 */
export function dateOf(written: string, format: DateFormat): string | undefined {
  const { year, month, day } = WRITTEN[format].exec(written)?.groups ?? {};
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const nth = /^\d/.test(month) ? Number(month) : MONTHS.indexOf(month.toLowerCase()) + 1;
  const date = `${year}-${pad(nth)}-${pad(Number(day))}`;
  const read = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(date) ? date : undefined;
}

const pad = (value: number) => String(value).padStart(2, '0');

/**
 * The formats in which every one of these is a date, the likeliest first: 01/02/2024 is of British records the first of February,
 * unless others of the column say otherwise.
 */
export function formatsOf(dates: readonly string[]): readonly DateFormat[] {
  return DATE_FORMATS.filter((format) => dates.every((date) => dateOf(date, format) !== undefined));
}

const DAY_MS = 86_400_000;

/** Days since 1 January 1970 of a date `YYYY-MM-DD`. */
export const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

/** The date of a {@link dayNumber}. */
export const dateOfDay = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10);
