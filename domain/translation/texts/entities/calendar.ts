const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Whether the Gregorian calendar has that day; of no known year it has 29 February. */
export function isDay(year: number | null, month: number, day: number): boolean {
  if (day < 1 || day > (DAYS[month - 1] ?? 0)) return false;
  return year === null || month !== 2 || day < 29 || isLeap(year);
}

/** ISO 8601: “2024-03-12”, or “--03-12” of no known year; undefined where there is no such day. */
export function isoDate(year: number | null, month: number, day: number): string | undefined {
  if (!isDay(year, month, day)) return undefined;
  return `${year === null ? '-' : String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const two = (number: number) => String(number).padStart(2, '0');
