import { DateTime } from 'luxon';

const ZONE = 'Europe/London';

/** Whether a text is a day of the calendar, as YYYY-MM-DD. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text, { zone: ZONE }).isValid;

/** The day that it is in the United Kingdom. */
export const dayNow = (now = Date.now()): string => dayOf(new Date(now).toISOString());

/** The day of a moment. */
export const dayOf = (moment: string): string => DateTime.fromISO(moment, { zone: ZONE }).toISODate() as string;

/** A day's first moment, and the first one after it; days on which the clocks change are shorter or longer. */
export function boundsOf(day: string): { readonly from: string; readonly to: string } {
  const start = DateTime.fromISO(day, { zone: ZONE }).startOf('day');
  const [from, to] = [start, start.plus({ days: 1 })].map((time) => time.toUTC().toISO() as string) as [string, string];
  return { from, to };
}
