const DAY = 86_400_000;

/** The instant `days` × 24 hours of elapsed time after an RFC 3339 UTC instant (DOMAIN §0, hour clocks). */
export function plusDays(instant: string, days: number): string {
  return new Date(Date.parse(instant) + days * DAY).toISOString();
}

/**
 * The UTC date of an instant, as YYYY-MM-DD. It is never after the date in London, so that what lies before it lies before
 * today in both.
 */
export const utcDay = (instant: string): string => instant.slice(0, 10);

/**
 * The date so many months after a date, or before: of the same day, or the last of a month that does not have it (Dodds v Walker
 * [1981] 1 WLR 1027).
 */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}

/**
 * The last day of so many months that begin with a date: the day before its date in the last of them, or the last day of a month
 * that does not have it (DOMAIN §0).
 */
export function lastDayOfMonths(date: string, months: number): string {
  const same = addMonths(date, months);
  return same.slice(8) === date.slice(8) ? lastDayOfDays(same, 0) : same;
}

/** The last day of so many days that begin with a date. */
export const lastDayOfDays = (date: string, days: number): string =>
  plusDays(`${date}T00:00:00.000Z`, days - 1).slice(0, 10);
