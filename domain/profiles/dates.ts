/** How a force writes its dates. */
export const DATE_FORMATS = ['dd/mm/yyyy', 'yyyy-mm-dd', 'dd-mon-yyyy', 'yyyymmdd', 'mm/dd/yyyy'] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A time of day may follow each; only the day is read. */
const WRITTEN: Readonly<Record<DateFormat, readonly [pattern: RegExp, year: number, month: number, day: number]>> = {
  'dd/mm/yyyy': [/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?=$|[ T])/, 3, 2, 1],
  'yyyy-mm-dd': [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=$|[ T])/, 1, 2, 3],
  'dd-mon-yyyy': [/^(\d{1,2})[- ]([A-Za-z]{3})[a-z]*[- ](\d{4})(?=$|[ T])/, 3, 2, 1],
  yyyymmdd: [/^(\d{4})(\d{2})(\d{2})(?=$|[ T])/, 1, 2, 3],
  'mm/dd/yyyy': [/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?=$|[ T])/, 3, 1, 2],
};

/**
 * A date as a force writes it.
 *
 * @returns `YYYY-MM-DD`, or nothing for what is no date of the calendar in that format
 */
export function dateOf(written: string, format: DateFormat): string | undefined {
  const [pattern, yearAt, monthAt, dayAt] = WRITTEN[format];
  const found = pattern.exec(written);
  if (found === null) return undefined;
  const [year, monthWritten, day] = [found[yearAt] as string, found[monthAt] as string, Number(found[dayAt])];
  const month = format === 'dd-mon-yyyy' ? MONTHS.indexOf(monthWritten.toLowerCase()) + 1 : Number(monthWritten);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(Number(year), month)) return undefined;
  return `${year}-${pad(month)}-${pad(day)}`;
}

const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const pad = (value: number) => (value < 10 ? `0${value}` : `${value}`);

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
